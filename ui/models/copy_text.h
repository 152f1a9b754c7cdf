// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "ui/models/phrases.h"

namespace gemba::ui {

/// The role under which every list says what is copied of a row. Far from the roles of any model.
inline constexpr int kCopyRole = 0x0100 + 1000; // Qt::UserRole + 1000

/// What is put on the clipboard of a value: never the bare number, always with its unit, what it
/// is of, its time, and whether that was life: "2 705 kPa · Reactor pressure · 2026-11-23
/// 13:07:42 +01:00 · LIVE". One line of plain text; empty where there is nothing to copy.
class CopyText
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::CopyText)
public:
    /// Both must outlive this.
    CopyText(const ViewState& view, const Phrases& phrases) : m_view(view), m_phrases(phrases) {}

    [[nodiscard]] QString tag(twin::TagId id) const; ///< with the time at which it arrived
    [[nodiscard]] QString condition(twin::AssetId id) const;
    [[nodiscard]] QString alert(const twin::Alert& alert, const QString& detail) const; ///< detail: as in its list
    /// Anything else that is true at the cursor.
    [[nodiscard]] QString atCursor(const QString& what, const QString& of = {}) const;

private:
    [[nodiscard]] QString line(QStringList parts, twin::TimeNs at) const;
    const ViewState& m_view;
    const Phrases& m_phrases;
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QAbstractListModel>

#include "ui/look/search_popup.h"

namespace gemba::ui {

/// One thing that the palette can do or go to.
struct PaletteEntry
{
    QString title;  ///< "Save last 30 min…", "Reactor R-101"
    QString detail; ///< where it belongs: "File", "machine", "tag XMEAS(7)"
    QString keys;   ///< its shortcut, as printed; may be empty
    bool enabled = true;
    std::function<void()> run;
};

/// What of the entries answers the words typed, best first, entries that can be used before those
/// that cannot. GUI thread.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, KeysRole, EnabledRole };
    static constexpr int kMost = 200; ///< rows; the words typed narrow it further

    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<PaletteEntry> entries);
    void search(const QString& words);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& i) const override;
    [[nodiscard]] const PaletteEntry& entry(int row) const;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_found;
};

/// Everything one can do or look at, found by typing a few words of it. Up and Down choose, Enter
/// does it, Escape leaves. Closes itself before the entry runs.
class CommandPalette : public SearchPopup
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    void open(std::vector<PaletteEntry> entries);

protected:
    void searchFor(const QString& words) override;
    void take(const QModelIndex& row) override;

private:
    CommandPalette(PaletteModel& model, QWidget* window);
    PaletteModel& m_model; ///< a child
};

} // namespace gemba::ui

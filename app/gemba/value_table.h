// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSaveFile>

#include "app/gemba/stored_pens.h"

namespace gemba {

/// Writes stored values as CSV, slice by slice: RFC 4180, UTF-8, decimal point, ISO 8601 times of
/// UTC, a row an instant at which one of the pens has a sample, empty where the others have none.
/// Appears under its name only when it is complete. One thread: the reader's.
class ValueTableWriter
{
public:
    explicit ValueTableWriter(const ui::ValueTable& table) : m_table(table), m_file(table.path) {}

    /// False: it is done, and the file is there. Errors: FileNotWritable, of the session,
    /// ExpressionInvalid; then nothing is left behind.
    twin::Result<bool> step(twin::SessionReader& reader);
    [[nodiscard]] double progress() const { return m_pens ? m_pens->progress() : 0.0; }

private:
    twin::Result<void> begin();
    void addRows(const std::vector<std::vector<twin::SeriesPoint>>& points, QByteArray& out) const;
    [[nodiscard]] twin::Error notWritable() const;
    ui::ValueTable m_table;
    QSaveFile m_file;
    std::optional<StoredPens> m_pens;
};

} // namespace gemba

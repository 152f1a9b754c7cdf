// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QLocale>

#include "twin/model/roster.h"

namespace gemba::ui {

/// The people of a roster, one a row: who, in which role, when, by what, and whether on duty.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Role, Shifts, Channels, OnDuty, ColumnCount };
    PeopleModel(twin::ZoneOffset zone, const QLocale& locale, QObject* parent = nullptr);
    /// `now`: the instant that "on duty" is about.
    void show(const twin::Roster& roster, twin::TimeNs now);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& i, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o, int role) const override;

    /// "e-mail", "desktop", "webhook"
    [[nodiscard]] static QString kindName(twin::ChannelKind kind);

private:
    [[nodiscard]] QString text(const twin::Person& p, int column) const;
    twin::Roster m_roster;
    twin::TimeNs m_now = twin::kNoTime;
    twin::ZoneOffset m_zone;
    QLocale m_locale;
};

} // namespace gemba::ui

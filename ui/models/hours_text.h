// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QLocale>

#include "twin/model/roster.h"

namespace gemba::ui {

/// Weekly hours as a person writes them: "Mon–Fri 06:00–14:00; Sat, Sun 08:00–12:00", with the
/// short names of days of the locale. Empty for none.
[[nodiscard]] QString hoursText(const std::vector<twin::WeeklyHours>& hours, const QLocale& locale);
/// Reads that, with day names of the locale or English ones, any dash, and without days: every
/// day. Nothing where it is not that.
[[nodiscard]] std::optional<std::vector<twin::WeeklyHours>> parseHours(const QString& text,
                                                                       const QLocale& locale);

} // namespace gemba::ui

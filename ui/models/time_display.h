// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/models/format.h"

namespace gemba::ui {

/// How the time bar writes times and reads typed ones: by the clock at the site, in UTC, or as the
/// time since the recording began. A value. GUI thread.
class TimeDisplay
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::TimeDisplay)
public:
    enum class Basis { Site, Utc, Elapsed };

    /// origin: where elapsed time counts from; kNoTime: not known, then it is written by the site.
    explicit TimeDisplay(Basis basis = Basis::Site, const Format& site = Format(),
                         twin::TimeNs origin = twin::kNoTime);
    static Basis basisByName(const QString& name); ///< as in the settings; unknown: Site

    [[nodiscard]] Basis basis() const { return m_basis; }
    [[nodiscard]] QString text(twin::TimeNs t) const;  ///< long: for the field
    [[nodiscard]] QString brief(twin::TimeNs t, bool seconds) const; ///< below a ruler
    [[nodiscard]] QString basisText() const; ///< "site time", "UTC", "since the start"
    /// Seconds to add to UTC so that round instants of the ruler are round in this display.
    [[nodiscard]] int roundOffset(twin::TimeNs t) const;
    /// parseTimeInput() in this display: a bare clock time is one of it.
    [[nodiscard]] std::optional<twin::TimeNs> parse(const QString& text, twin::TimeNs cursor,
                                                    twin::TimeNs newest) const;

private:
    [[nodiscard]] bool elapsed() const
    {
        return m_basis == Basis::Elapsed && m_origin != twin::kNoTime;
    }
    Basis m_basis;
    Format m_format;
    twin::TimeNs m_origin;
};

} // namespace gemba::ui

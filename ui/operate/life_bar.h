// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "ui/look/copyable.h"
#include "ui/look/spoken.h"
#include "ui/look/theme.h"

namespace gemba::ui {

/// What a model says a machine has left if it runs on as now: with 10, 50 and 90 % it ends before.
struct LifeFigure
{
    double low = 0, median = 0, high = 0; ///< P10 <= P50 <= P90, from now, in `unit`
    QString unit;                         ///< as printed: "h", "cycles"
    double horizon = 0;                   ///< how far the bar reaches; what is beyond is said in words
    std::optional<double> actBefore;      ///< from now, in `unit`: by when somebody has to act
    std::optional<double> threshold;      ///< in `unit`: a planned outage from now, or a limit of life
    QString thresholdName;
    /// low..high in order, finite and not below 0, and a horizon above 0.
    [[nodiscard]] bool valid() const;
    bool operator==(const LifeFigure&) const = default;
};

/// Remaining life on one line: the band P10 to P90, a strong line at P50, and by when to act.
class LifeBar : public QWidget, public Themed, public Spoken, public Copyable
{
    Q_OBJECT
public:
    explicit LifeBar(QWidget* parent = nullptr);
    void show(const std::optional<LifeFigure>& life); ///< nothing, or not valid: the bar is hidden
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override { return {260, 62}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 62}; }
    [[nodiscard]] QString spokenText() const override;
    [[nodiscard]] QString copyText() const override { return spokenText(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLabels(QPainter& p, const QRectF& track) const;
    [[nodiscard]] double x(double life, const QRectF& track) const;
    std::optional<LifeFigure> m_life;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

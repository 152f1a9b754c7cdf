// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/plant_outlook.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {

/// The foot of the overview: output against plan, what waits, the next outage, who is on duty.
class KeyFigures : public QWidget, public Themed, public Spoken
{
    Q_OBJECT
public:
    static constexpr double kHeight = 110; ///< at scale 1
    using QWidget::QWidget;
    /// `onDuty` empty: not known at this instant.
    void show(const PlantSummary& summary, const PlantOutlook& outlook, const QString& onDuty);
    void setScale(double scale);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Figure
    {
        QString caption, value, more; ///< more: for the tool tip
        double weight = 1.0;          ///< of its width
        double share = -1.0;          ///< of a plan, drawn as a bar; below 0: none
        bool missed = false;
        bool operator==(const Figure&) const = default;
    };
    [[nodiscard]] QRectF place(std::size_t figure) const;
    void paintFigure(QPainter& painter, const QRectF& rect, const Figure& figure) const;
    std::vector<Figure> m_figures;
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

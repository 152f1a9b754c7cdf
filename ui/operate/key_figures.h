// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "ui/look/copyable.h"
#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/plant_outlook.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {

/// The foot of the overview: output against plan, what waits, the next outage, who is on duty.
class KeyFigures : public QWidget, public Themed, public Spoken, public Copyable
{
    Q_OBJECT
public:
    static constexpr double kHeight = 110; ///< at scale 1
    explicit KeyFigures(QWidget* parent = nullptr);
    void show(const PlantSummary& summary, const PlantOutlook& outlook, const Phrases::Duty& duty);
    void setScale(double scale);
    /// Adds time and mode to what is copied: "22.4 m³/h", "output".
    using Dated = std::function<QString(const QString& value, const QString& of)>;
    void setCopies(Dated dated) { m_dated = std::move(dated); }
    [[nodiscard]] QString copyText() const override; ///< of the figure that has the keyboard
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Figure
    {
        QString caption, value, more; ///< more: for the tool tip
        QString unit = {};            ///< where the value is of one
        double weight = 1.0;          ///< of its width
        double share = -1.0;          ///< of a plan, drawn as a bar; below 0: none
        bool missed = false;
        bool operator==(const Figure&) const = default;
    };
    [[nodiscard]] QRectF place(std::size_t figure) const;
    [[nodiscard]] std::optional<std::size_t> at(const QPoint& position) const;
    void paintFigure(QPainter& painter, const QRectF& rect, const Figure& figure) const;
    std::vector<Figure> m_figures;
    std::size_t m_current = 0; ///< has the keyboard
    Dated m_dated;
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/phrases.h"
#include "ui/models/reason_course.h"
#include "ui/models/time_scale.h"

namespace gemba::ui {

/// What took points off a machine over time, reason upon reason, told apart by greys and patterns
/// alone, each with its name and its points at the pointer (at the cursor while the pointer is
/// elsewhere). Left and Right move the pointer, Return or a click choose the instant to compare
/// with. Nothing is drawn where there was no figure.
class ReasonChart : public QWidget, public Themed, public Spoken
{
    Q_OBJECT
public:
    static constexpr std::size_t kNamed = 4;
    explicit ReasonChart(QWidget* parent = nullptr);

    /// `then`: the instant that is compared with, marked; kNoTime: none.
    void show(const std::vector<ReasonsAt>& instants, TimeRange window, twin::TimeNs then,
              const Phrases& phrases);
    [[nodiscard]] const std::vector<ReasonLayer>& layers() const { return m_layers; }
    [[nodiscard]] QStringList legend() const; ///< "name points", at the pointer
    void setPointer(std::optional<twin::TimeNs> at);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    [[nodiscard]] QString spokenText() const override;

Q_SIGNALS:
    void looked(); ///< it is on the screen and was painted
    void chosen(gemba::twin::TimeNs t);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Plot
    {
        QRectF area;
        TimeScale scale;
        double top = 10; ///< points at the upper edge
        [[nodiscard]] double y(twin::MilliPoints points) const;
    };
    static constexpr double kMargin = 12, kAxis = 26, kPlotHeight = 104, kTimeLine = 18, kRow = 20,
                            kSwatch = 14; ///< pixels
    [[nodiscard]] Plot plot() const;
    [[nodiscard]] std::size_t pointed() const; ///< of m_instants; its size: none
    void step(int columns);
    void paintAxes(QPainter& p, const Plot& plot) const;
    void paintLayers(QPainter& p, const Plot& plot) const;
    void paintMarks(QPainter& p, const Plot& plot) const;
    void paintLegend(QPainter& p) const;
    [[nodiscard]] QString name(const ReasonLayer& layer) const;

    std::vector<ReasonsAt> m_instants;
    std::vector<ReasonLayer> m_layers;
    TimeRange m_window;
    twin::TimeNs m_then = twin::kNoTime;
    std::optional<twin::TimeNs> m_pointer;
    Phrases m_phrases;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

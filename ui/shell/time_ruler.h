// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/phrases.h"
#include "ui/models/time_display.h"
#include "ui/models/time_lanes.h"
#include "ui/models/time_scale.h"
#include "ui/operate/console_context.h"

namespace gemba::ui {

/// The recorded time as lanes below one another, over one line of times; what is beyond the cursor
/// is dim. Click goes there, drag scrubs (at most one seek a turn of the event loop), Shift and
/// drag selects, the wheel zooms at the pointer, the middle button pans, a double click shows all
/// again. Hover names the instant and what happened next to it.
class TimeRuler : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit TimeRuler(const ConsoleContext& context, QWidget* parent = nullptr);
    [[nodiscard]] TimeBounds& bounds() { return m_bounds; }
    [[nodiscard]] const TimeLanes& lanes() const { return m_lanes; }
    void setDisplay(const TimeDisplay& display);
    void setTheme(const Theme& theme) override;
    /// The instants shown and the line they lie on; not valid while nothing is recorded.
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] int left() const { return m_left; } ///< where the line begins, in pixels
    [[nodiscard]] QString hoverText(double x) const;
    [[nodiscard]] twin::TimeNs cursor() const; ///< kNoTime: no record
    [[nodiscard]] QString cursorText() const; ///< as the time field writes it
    [[nodiscard]] TimeRange recorded() const { return m_context.view.range(); }
    void goTo(twin::TimeNs t) { m_context.transport.seek(t); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Drag { None, Scrub, Select, Pan };
    static void speakOf(); ///< makes rulers known to screen readers
    void layOut();
    void updateIfMoved();
    void seekTo(double x);
    void select(double x);
    void look(); ///< somebody does, or nobody
    [[nodiscard]] static int heightOf(Lane lane);
    [[nodiscard]] static QString nameOf(Lane lane);
    [[nodiscard]] QRectF rectOf(Lane lane) const; ///< from the line's begin to its end
    void paintNames(QPainter& p) const;
    void paintData(QPainter& p, const TimeScale& scale) const;
    void paintDensity(QPainter& p, const TimeScale& scale) const;
    void paintCondition(QPainter& p, const TimeScale& scale) const;
    void paintMarks(QPainter& p, const TimeScale& scale) const;
    void paintMark(QPainter& p, const twin::Event& mark, double x) const;
    void paintModels(QPainter& p, const TimeScale& scale) const;
    void paintDrift(QPainter& p) const;
    void paintBookmarks(QPainter& p, const TimeScale& scale) const;
    void paintSelection(QPainter& p, const TimeScale& scale) const;
    void paintTimes(QPainter& p, const TimeScale& scale) const;
    void paintCursor(QPainter& p, const TimeScale& scale) const;
    /// The columns of an answer as they lie now; use(left, right, value).
    template <class Use>
    void forColumns(TimeRange range, const std::vector<double>& values, const TimeScale& scale,
                    Use use) const;

    ConsoleContext m_context;
    Phrases m_phrases;
    TimeDisplay m_display;
    TimeBounds m_bounds;
    TimeLanes m_lanes;
    int m_left = 0;
    Drag m_drag = Drag::None;
    twin::TimeNs m_dragFrom = twin::kNoTime;
    double m_panX = 0, m_hoverX = -1;
    twin::TimeNs m_wanted = twin::kNoTime;
    TimeScale m_drawn; ///< as it was painted last
    twin::TimeNs m_drawnCursor = twin::kNoTime;
    QTimer m_seek;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

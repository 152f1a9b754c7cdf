// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/phrases.h"
#include "ui/models/time_scale.h"
#include "ui/operate/console_context.h"

namespace gemba::ui {

/// The recorded time as a line: what there is in grey, gaps hatched, alerts by their shapes, DCS
/// alarms and other events as ticks, dim beyond the cursor. Click goes there, drag scrubs; while
/// scrubbing at most one seek a turn of the event loop. Hover names the instant and what happened.
class TimeRuler : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit TimeRuler(const ConsoleContext& context, QWidget* parent = nullptr);
    void setSpan(twin::TimeNs span); ///< how much is shown; 0: all that is recorded
    void setTheme(const Theme& theme) override;
    /// The instants shown and the line they lie on; not valid while nothing is recorded.
    [[nodiscard]] TimeScale scale() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void follow();
    void seekTo(double x);
    [[nodiscard]] twin::TimeNs cursor() const;
    [[nodiscard]] const twin::Event* nearestEvent(double x) const; ///< within a few pixels
    void paintTrack(QPainter& p, const TimeScale& scale) const;
    void paintEvents(QPainter& p, const TimeScale& scale) const;
    void paintTimes(QPainter& p, const TimeScale& scale) const;
    void paintCursor(QPainter& p, const TimeScale& scale) const;
    ConsoleContext m_context;
    Phrases m_phrases;
    twin::TimeNs m_span = 0;
    twin::TimeNs m_from = 0, m_to = 0;
    bool m_dragging = false;
    twin::TimeNs m_wanted = twin::kNoTime;
    QTimer m_seek;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/look/theme.h"

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// Where a tour stops: something of the window, and what a newcomer should know of it.
struct TourStop
{
    QPointer<QWidget> at; ///< passed over while it is not there to be seen
    QString title, text;
};

/// A round through the real window, at most five stops: a frame around the thing, a card beside
/// it. The window can be used all the while. Right or Return goes on, Left back, Escape leaves;
/// a click anywhere else leaves as well. Deletes itself.
class Tour : public QWidget, public Themed
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 5;

    /// Shows the first stop at once. `window`: what the stops are in.
    Tour(std::vector<TourStop> stops, const Theme& theme, QWidget* window);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] int stop() const { return m_stop; }

Q_SIGNALS:
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildCard();
    void go(int by);
    void place();
    void leave();
    std::vector<TourStop> m_stops;
    int m_stop = -1;
    QWidget* m_card = nullptr;
    TextLabel *m_title = nullptr, *m_text = nullptr, *m_count = nullptr;
    FlatButton *m_back = nullptr, *m_next = nullptr;
    QRect m_frame;
    Theme m_theme;
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"

class QHBoxLayout;
class QLineEdit;

namespace gemba::ui {

class Actions;
class FlatButton;
class TextLabel;
class TimeRuler;

/// Which time one looks at, and everything that changes it.
class TimeBar : public QWidget, public Themed
{
    Q_OBJECT
public:
    TimeBar(const ConsoleContext& context, Actions& actions, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] TimeRuler& ruler() { return *m_ruler; }
    void editTime(); ///< puts the keyboard into the time field

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FlatButton* button(QAction* action, const QString& iconName, const QString& text);
    void buildRow(Actions& actions, QHBoxLayout& row);
    void buildTimeField();
    void buildRates();
    void buildSpans();
    void refresh();
    void showTime();
    void takeTime();

    ConsoleContext m_context;
    Phrases m_phrases;
    class ModeChip* m_mode = nullptr;
    TextLabel* m_behind = nullptr;
    FlatButton* m_play = nullptr;
    FlatButton* m_rate = nullptr;
    FlatButton* m_span = nullptr;
    FlatButton* m_record = nullptr;
    QLineEdit* m_time = nullptr;
    TextLabel* m_hint = nullptr;
    TimeRuler* m_ruler = nullptr;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"

class QHBoxLayout;

namespace gemba::ui {

class Actions;
class BookmarkList;
class FlatButton;
class ModeChip;
class TextLabel;
class TimeActions;
class TimeField;
class TimeRuler;

/// Which time one looks at, and everything that changes it. One strip while live; the lanes open
/// below it, always where one looks at another time, unless they were folded there by hand.
class TimeBar : public QWidget, public Themed
{
    Q_OBJECT
public:
    TimeBar(const ConsoleContext& context, Actions& actions, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] TimeRuler& ruler() { return *m_ruler; }
    void editTime(); ///< puts the keyboard into the time field
    [[nodiscard]] bool unfolded() const;
    void setUnfolded(bool open); ///< remembered, for life and for replay by itself

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FlatButton* button(QAction* action, const QString& iconName, const QString& text);
    void buildRow(Actions& actions, QHBoxLayout& row);
    void buildRates();
    void buildRepeat();
    void buildSpans();
    void buildBookmarks();
    void refresh();
    void showBehind();
    void showFold();
    [[nodiscard]] QString foldKey() const;

    ConsoleContext m_context;
    TimeActions& m_time;
    Phrases m_phrases;
    ModeChip* m_mode = nullptr;
    TextLabel* m_behind = nullptr;
    FlatButton *m_play = nullptr, *m_rate = nullptr, *m_repeat = nullptr, *m_span = nullptr;
    FlatButton *m_record = nullptr, *m_bookmarks = nullptr, *m_fold = nullptr;
    TimeField* m_field = nullptr;
    TimeRuler* m_ruler = nullptr;
    BookmarkList* m_list = nullptr;
    std::vector<QWidget*> m_elsewhere; ///< of no use while live
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

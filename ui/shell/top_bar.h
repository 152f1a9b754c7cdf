// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/text_label.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"

class QHBoxLayout;

namespace gemba::ui {

/// A fact in a small outlined box, shown only while it has something to say.
class Chip : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit Chip(QWidget* parent = nullptr);
    /// Empty text hides it. `strong`: text in bold with a heavy outline, never a colour.
    void setFact(const QString& text, bool strong = false);
    void setElidable() { m_elidable = true; } ///< gives way where the bar is too narrow
    void setPriority(int priority) { m_priority = priority; } ///< alert shape before the text
    void setHint(const QString& hint) { m_hint = hint; } ///< more about it, in the tool tip
    [[nodiscard]] QString text() const { return m_text; }
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_hint;
    bool m_strong = false;
    bool m_elidable = false;
    int m_priority = 0;
    Theme m_theme = Theme::light();
};

/// Plant, area, and what must be known wherever one looks: data health, that it is simulated,
/// the recording, who is on duty. Turns into the banner of a replay while not live.
class TopBar : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit TopBar(const ConsoleContext& context, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    void putFirst(QWidget* widget); ///< before the title
    [[nodiscard]] QString title() const { return m_title->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void shareRoom();
    void showTitle(bool replay);
    void showOutlook(const twin::Snapshot& snapshot);
    void showData(const twin::Snapshot& snapshot);
    void showRecording();
    ConsoleContext m_context;
    Phrases m_phrases;
    TextLabel* m_title = nullptr;
    TextLabel* m_area = nullptr;
    Chip* m_output = nullptr;
    Chip* m_outage = nullptr;
    Chip* m_data = nullptr;
    Chip* m_simulated = nullptr;
    Chip* m_speed = nullptr;
    Chip* m_recording = nullptr;
    Chip* m_waiting = nullptr;
    Chip* m_liveCritical = nullptr;
    TextLabel* m_onDuty = nullptr;
    Theme m_theme = Theme::light();
    bool m_replay = false; ///< its ground is shown
};

} // namespace gemba::ui

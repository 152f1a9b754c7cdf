// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/models/phrases.h"
#include "ui/models/time_display.h"
#include "ui/operate/console_context.h"

class QLineEdit;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// The time shown, as text that can be typed over, beside how times are written; behind it one
/// line for what has to be said in passing. What is typed and makes no sense is refused in words.
class TimeField : public QWidget
{
    Q_OBJECT
public:
    explicit TimeField(const ConsoleContext& context, QWidget* parent = nullptr);
    void edit(); ///< puts the keyboard into it
    void say(const QString& sentence); ///< for some seconds
    [[nodiscard]] const TimeDisplay& display() const { return m_display; }

Q_SIGNALS:
    void displayChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBasis();
    void refresh();
    void takeDisplay();
    void take();
    ConsoleContext m_context;
    Phrases m_phrases;
    TimeDisplay m_display;
    twin::TimeNs m_origin = twin::kNoTime; ///< of what is elapsed
    QLineEdit* m_time = nullptr;
    FlatButton* m_basis = nullptr;
    TextLabel* m_hint = nullptr;
    QTimer m_quiet;
};

} // namespace gemba::ui

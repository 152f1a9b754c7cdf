// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/text_label.h"
#include "ui/models/view_state.h"

class QHBoxLayout;

namespace gemba::ui {

class FlatButton;

/// One sentence for the user in full, until it is closed or there is another. Gone otherwise.
class SentenceStrip : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit SentenceStrip(QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    void setSentence(const QString& sentence); ///< empty: gone
    [[nodiscard]] FlatButton* addButton();      ///< between the sentence and the close button

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] TextLabel* label() const { return m_text; }

private:
    TextLabel* m_text = nullptr;
    QHBoxLayout* m_row = nullptr;
    Theme m_theme = Theme::light();
};

/// What the console has to say.
class NoticeStrip : public SentenceStrip
{
    Q_OBJECT
public:
    explicit NoticeStrip(ViewState& view, QWidget* parent = nullptr);
};

/// What it offers to do.
class OfferStrip : public SentenceStrip
{
    Q_OBJECT
public:
    explicit OfferStrip(ViewState& view, QWidget* parent = nullptr);
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/flash_clock.h"
#include "ui/look/theme.h"
#include "ui/models/phrases.h"

namespace gemba::ui {

/// The figure of one machine: its condition, its word with the alert shape, the band, what the
/// anomaly says. Without a figure: "–" and the reason.
class ConditionHeader : public QWidget, public Themed
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// `earlier`: "was 64 at 12:40", or empty. `flash` may be null; it outlives the header.
    void show(const twin::Assessment& assessment, bool waits, const Phrases& phrases,
              const QString& earlier = {});
    void setFlash(const FlashClock* flash);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override { return {260, 84}; }
    [[nodiscard]] QString shownScore() const { return m_score; }
    [[nodiscard]] QString shownReason() const { return m_lines.value(0); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_score;
    QString m_word;      ///< empty without a figure
    QStringList m_lines; ///< below the word
    int m_priority = 0;
    bool m_waits = false;
    const FlashClock* m_flash = nullptr;
    QString m_said; ///< all that is shown: the same again is not painted again
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

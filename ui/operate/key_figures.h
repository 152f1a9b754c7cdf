// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/plant_summary.h"

namespace gemba::ui {

/// The plant in a row of counts.
class KeyFigures : public QWidget, public Themed, public Spoken
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setSummary(const PlantSummary& summary);
    void setScale(double scale);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] std::vector<std::pair<QString, QString>> figures() const; ///< name, value
    PlantSummary m_summary;
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/input_list_model.h"

namespace gemba::ui {

/// The overview tags of one area as moving analog indicators side by side: name, range with
/// normal band, arrow, value, unit. Breaks into rows where the width does not hold them.
class IndicatorGroup : public QWidget, public Themed, public Spoken
{
    Q_OBJECT
public:
    struct Cell
    {
        twin::AssetId asset = twin::kNoAsset;
        QString name, value, unit;
        IndicatorFigure figure;
    };
    explicit IndicatorGroup(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCells(std::vector<Cell> cells);
    void setScale(double scale);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString spokenText() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_cells.size()); }
    [[nodiscard]] static double cellWidth(double scale) { return 88 * scale; }
    [[nodiscard]] int heightFor(double width) const;

Q_SIGNALS:
    void assetClicked(gemba::twin::AssetId asset);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int perRow(double width) const;
    [[nodiscard]] QRectF cellRect(int cell) const;
    [[nodiscard]] int cellAt(const QPointF& position) const; ///< -1: none
    void paintCell(QPainter& p, const QRectF& rect, const Cell& cell) const;
    QString m_title;
    std::vector<Cell> m_cells;
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

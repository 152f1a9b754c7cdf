// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "ui/look/copyable.h"
#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/input_list_model.h"

namespace gemba::ui {

/// The overview tags of one area as moving analog indicators side by side: name, range with
/// normal band, arrow, value, unit; the shape of its priority beside a breached limit. Breaks
/// into rows where the width does not hold them. Arrow keys move between the indicators, Return
/// selects the machine, Ctrl+C and the menu copy the value.
class IndicatorGroup : public QWidget, public Themed, public Spoken, public Copyable
{
    Q_OBJECT
public:
    struct Cell
    {
        twin::AssetId asset = twin::kNoAsset;
        twin::TagId tag = twin::kNoTag;
        QString name; ///< short
        QString full; ///< the whole name, for the tool tip
        QString value, unit;
        IndicatorFigure figure;
    };
    explicit IndicatorGroup(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCells(std::vector<Cell> cells);
    /// Says what is copied of a tag.
    void setCopies(std::function<QString(twin::TagId)> textOf) { m_copyOf = std::move(textOf); }
    [[nodiscard]] QString copyText() const override; ///< of the indicator that has the keyboard
    void setScale(double scale);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString spokenText() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_cells.size()); }
    [[nodiscard]] static double cellWidth(double scale) { return 206 * scale; }
    [[nodiscard]] static int heightFor(int cells, double width, double scale); ///< the least

Q_SIGNALS:
    void assetClicked(gemba::twin::AssetId asset);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF cellRect(int cell) const;
    [[nodiscard]] int cellAt(const QPointF& position) const; ///< -1: none
    [[nodiscard]] QString said(const Cell& cell) const;      ///< all of it in words
    void paintCell(QPainter& p, const QRectF& rect, const Cell& cell) const;
    void choose(int cell);
    QString m_title;
    std::vector<Cell> m_cells;
    std::function<QString(twin::TagId)> m_copyOf;
    int m_current = 0; ///< has the keyboard
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "ui/look/copyable.h"
#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/models/format.h"
#include "ui/models/spectrum_figure.h"

namespace gemba::ui {

/// A spectrum with the frequencies at which parts of the machine repeat, and a cursor that says
/// frequency, order and amplitude. Drag looks closer, Escape or a double click shows all; Left and
/// Right move the cursor by a line of the spectrum, with Control to the next peak; Plus and Minus
/// zoom around it.
class SpectrumChart : public QWidget, public Themed, public Spoken, public Copyable
{
    Q_OBJECT
public:
    explicit SpectrumChart(const Format& format = Format(), QWidget* parent = nullptr);

    void show(const SpectrumFigure& figure);
    void setLogarithmic(bool logarithmic);
    void setCursor(std::optional<double> frequency); ///< Hz; moved onto the nearest line
    void zoom(double low, double high); ///< Hz
    void showAll();
    [[nodiscard]] double low() const { return m_low; } ///< Hz, what is shown
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] std::optional<double> cursor() const; ///< Hz
    /// "112.5 Hz · order 3.05 · 0.182 m/s²", and the line that is there.
    [[nodiscard]] QString readout() const;
    [[nodiscard]] QString summary() const; ///< the lines, and by how much they stand out
    [[nodiscard]] static QString name(SpectrumLine::What what);

    void setTheme(const Theme& theme) override;
    [[nodiscard]] QString spokenText() const override;
    [[nodiscard]] QString copyText() const override;
    [[nodiscard]] QSize sizeHint() const override { return {260, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 190}; }

Q_SIGNALS:
    void looked(); ///< it is on the screen and was painted

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] double x(double frequency) const;
    [[nodiscard]] double frequency(double x) const;
    [[nodiscard]] double y(double amplitude) const;
    [[nodiscard]] double home() const; ///< upper end of what is shown at first
    [[nodiscard]] QString atLine(double frequency) const;
    [[nodiscard]] bool key(int key, Qt::KeyboardModifiers modifiers);
    void goTo(double line);
    void toPeak(int direction);
    void findTop();
    void paintAxes(QPainter& p) const;
    void paintSpectrum(QPainter& p) const;
    void paintLines(QPainter& p) const;
    void paintCursor(QPainter& p) const;

    Format m_format;
    SpectrumFigure m_figure;
    double m_low = 0, m_high = 0, m_top = 1, m_bottom = 0; ///< of what is shown
    std::optional<std::size_t> m_cursor; ///< index of an amplitude
    std::optional<double> m_pressed, m_dragged; ///< x
    bool m_logarithmic = false, m_zoomed = false;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

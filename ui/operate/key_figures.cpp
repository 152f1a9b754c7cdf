// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/key_figures.h"

#include <QPainter>

#include "ui/look/figures.h"

namespace gemba::ui {

void KeyFigures::setSummary(const PlantSummary& summary)
{
    if (summary == m_summary)
        return;
    m_summary = summary;
    update();
}

void KeyFigures::setScale(double scale)
{
    m_scale = scale;
    update();
}

void KeyFigures::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

std::vector<std::pair<QString, QString>> KeyFigures::figures() const
{
    const PlantSummary& s = m_summary;
    return {
        {tr("alerts, last 10 min"), QString::number(s.raisedLately)},
        {tr("not acknowledged"), QString::number(s.unacknowledged)},
        {tr("machines abnormal"), tr("%1 of %2").arg(s.abnormal).arg(s.machines)},
        {tr("DCS alarms active"), QString::number(s.dcsActive)},
        {tr("data late or silent"), tr("%1 of %2").arg(s.late + s.silent).arg(s.measured)},
    };
}

QString KeyFigures::spokenText() const
{
    QStringList all;
    for (const auto& [name, value] : figures())
        all += name + QLatin1Char(' ') + value;
    return all.join(QStringLiteral("; "));
}

void KeyFigures::paintEvent(QPaintEvent*)
{
    const auto figures = this->figures();
    QPainter p(this);
    const double w = width() / static_cast<double>(figures.size());
    double x = 0;
    const double top = (height() - 52 * m_scale) / 2;
    for (const auto& [name, value] : figures) {
        p.setPen(m_theme.quietText);
        p.setFont(Theme::font(static_cast<int>(12 * m_scale)));
        drawLine(p, QRectF(x + 4, top, w - 8, 18 * m_scale), Qt::AlignCenter, name);
        p.setPen(m_theme.text);
        p.setFont(Theme::font(static_cast<int>(24 * m_scale), QFont::Bold));
        drawFigures(p, QRectF(x + 4, top + 19 * m_scale, w - 8, 32 * m_scale), Qt::AlignCenter,
                    value);
        x += w;
    }
}

} // namespace gemba::ui

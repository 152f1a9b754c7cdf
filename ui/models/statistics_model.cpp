// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statistics_model.h"

namespace gemba::ui {

void StatisticsModel::setPens(std::vector<TrendPen> pens, const Format& site)
{
    beginResetModel();
    m_site = site;
    m_rows.clear();
    for (TrendPen& p : pens)
        m_rows.push_back({std::move(p), {}});
    endResetModel();
}

void StatisticsModel::setFigures(std::size_t pen, const StretchStatistics& figures)
{
    if (pen >= m_rows.size())
        return;
    m_rows[pen].answer = figures;
    const int row = static_cast<int>(pen);
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

int StatisticsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString StatisticsModel::figure(const TrendPen& pen, const twin::SeriesStatistics& s, int column) const
{
    const auto value = [&](double v, int more = 0) { return m_site.number(v, pen.decimals + more); };
    switch (column) {
    case Count: return m_site.number(static_cast<double>(s.count), 0);
    case Minimum: return value(s.minimum);
    case Maximum: return value(s.maximum);
    case Mean: return value(s.mean, 1);
    case Deviation: return value(s.deviation, 1);
    case Slope: return value(s.slopePerHour, 1);
    case Outside: return s.outside ? Format::length(*s.outside) : tr("no limits");
    case Good: return tr("%1 %", "share").arg(m_site.number(s.goodShare * 100, 1));
    default: return {};
    }
}

QVariant StatisticsModel::data(const QModelIndex& i, int role) const
{
    if (!i.isValid() || i.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(i.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (!row.answer)
            return QStringLiteral("…");
        if (!row.answer->problem.isEmpty())
            return i.column() == 0 ? QVariant(tr("cannot be calculated")) : QVariant();
        return figure(row.pen, row.answer->figures, i.column());
    case Qt::ToolTipRole:
        return row.answer && !row.answer->problem.isEmpty() ? QVariant(Format::toolTip(row.answer->problem)) : QVariant();
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount())
            return {};
        const TrendPen& pen = m_rows[static_cast<std::size_t>(section)].pen;
        const QString name = pen.unit.isEmpty() ? pen.name : tr("%1, %2", "name, unit").arg(pen.name, pen.unit);
        if (role == Qt::DisplayRole)
            return name;
        return role == Qt::ToolTipRole ? QVariant(Format::toolTip(name)) : QVariant();
    }
    const std::pair<QString, QString> words[] = {
        {tr("n"), tr("Samples with a number")},
        {tr("min"), tr("The lowest")},
        {tr("max"), tr("The highest")},
        {tr("mean"), tr("Mean of the samples")},
        {tr("std. dev."), tr("Standard deviation of the samples (n − 1)")},
        {tr("slope/h"), tr("Change per hour by a straight line through the samples (least squares)")},
        {tr("outside"), tr("Time beyond an alarm limit; a value holds until the next, but not when it is stale")},
        {tr("good"), tr("Share of the samples of good quality")}};
    if (section < 0 || section >= Columns)
        return {};
    if (role == Qt::DisplayRole)
        return words[section].first;
    return role == Qt::ToolTipRole ? QVariant(Format::toolTip(words[section].second)) : QVariant();
}

QString StatisticsModel::text() const
{
    QStringList lines;
    QStringList head{QString()};
    for (int c = 0; c < Columns; ++c)
        head += headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
    lines += head.join(QLatin1Char('\t'));
    for (int r = 0; r < rowCount(); ++r) {
        QStringList line{headerData(r, Qt::Vertical, Qt::DisplayRole).toString()};
        for (int c = 0; c < Columns; ++c)
            line += data(index(r, c), Qt::DisplayRole).toString();
        lines += line.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <algorithm>
#include <tuple>

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/models/word_match.h"

namespace gemba::ui {
namespace {

constexpr int kWidth = 560, kHeight = 420, kRow = 34;

class PaletteDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, kRow};
    }

protected:
    void paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const override
    {
        const QRectF row = rect.adjusted(14, 0, -14, 0);
        const bool enabled = i.data(PaletteModel::EnabledRole).toBool();
        const QString keys = i.data(PaletteModel::KeysRole).toString();
        const QFont quiet = Theme::font(12);
        const double keysWidth =
            keys.isEmpty() ? 0 : QFontMetricsF(quiet).horizontalAdvance(keys) + 12;
        const double detailWidth = row.width() * 0.3;
        p.setFont(Theme::font(13));
        p.setPen(enabled ? theme().text : theme().quietText);
        drawLine(p, row.adjusted(0, 0, -detailWidth - keysWidth - 8, 0), Qt::AlignVCenter,
                 i.data().toString());
        p.setFont(quiet);
        p.setPen(theme().quietText);
        drawLine(p,
                 QRectF(row.right() - keysWidth - detailWidth, row.top(), detailWidth,
                        row.height()),
                 Qt::AlignVCenter | Qt::AlignRight, i.data(PaletteModel::DetailRole).toString());
        drawLine(p, QRectF(row.right() - keysWidth + 12, row.top(), keysWidth, row.height()),
                 Qt::AlignVCenter | Qt::AlignLeft, keys);
    }
};

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_found.clear();
    endResetModel();
}

void PaletteModel::search(const QString& words)
{
    const WordMatch match(words);
    std::vector<std::tuple<bool, int, std::size_t>> ranked; // cannot be used, rank, place
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry& e = m_entries[i];
        const auto byTitle = match.rank(e.title);
        const auto byAll = byTitle ? byTitle : match.rank(e.title + QLatin1Char(' ') + e.detail);
        constexpr int kNotByTitle = 1000;
        if (byAll)
            ranked.emplace_back(!e.enabled, byTitle ? *byTitle : *byAll + kNotByTitle, i);
    }
    std::sort(ranked.begin(), ranked.end());
    beginResetModel();
    m_found.clear();
    for (const auto& [unusable, rank, i] : ranked)
        m_found.push_back(i);
    if (m_found.size() > kMost)
        m_found.resize(kMost);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

const PaletteEntry& PaletteModel::entry(int row) const
{
    return m_entries[m_found[static_cast<std::size_t>(row)]];
}

QVariant PaletteModel::data(const QModelIndex& i, int role) const
{
    if (!i.isValid() || i.row() >= rowCount())
        return {};
    const PaletteEntry& e = entry(i.row());
    switch (role) {
    case Qt::DisplayRole: return e.title;
    case Qt::AccessibleTextRole:
        return QStringList{e.title, e.detail, e.keys}.join(QStringLiteral(", "));
    case DetailRole: return e.detail;
    case KeysRole: return e.keys;
    case EnabledRole: return e.enabled;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& i) const
{
    return i.isValid() && entry(i.row()).enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                 : Qt::NoItemFlags;
}

CommandPalette::CommandPalette(QWidget* window)
    : CommandPalette(*new PaletteModel, window)
{
}

CommandPalette::CommandPalette(PaletteModel& model, QWidget* window)
    : SearchPopup(QStringLiteral("commandPalette"),
                  {tr("Find an action, machine or tag"), tr("Find an action, machine or tag"),
                   tr("Nothing is called that."), tr("Found")},
                  model, *new PaletteDelegate(&model), Qt::Popup, window),
      m_model(model)
{
    model.setParent(this);
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    m_model.setEntries(std::move(entries));
    const QWidget* window = parentWidget();
    const QSize size(std::min(kWidth, window->width() - 40), std::min(kHeight, window->height() - 80));
    resize(size);
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 56)));
    startAnew();
}

void CommandPalette::searchFor(const QString& words)
{
    m_model.search(words);
}

void CommandPalette::take(const QModelIndex& row)
{
    const std::function<void()> run = m_model.entry(row.row()).run;
    hide();
    run();
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/roll_up_button.h"

#include <QFontMetrics>
#include <QMenu>

namespace gemba::ui {
namespace {

constexpr int kMostWidth = 520; ///< of a row's words

/// A menu takes "&" for a key.
QString row(const RollUpLine& line, const QFontMetrics& metrics)
{
    const QString text = QStringLiteral("%1%2  %3 %4 – %5")
                             .arg(QString(4 * line.depth, QLatin1Char(' ')), line.name, line.figure, line.word,
                                  line.because.isEmpty() ? line.counts : line.because);
    return metrics.elidedText(text, Qt::ElideRight, kMostWidth).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

RollUpButton::RollUpButton(const ConsoleContext& context, QWidget* parent)
    : FlatButton({}, parent), m_context(context), m_phrases(context.locale), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("rollUpButton"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // a button would claim its hint
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &RollUpButton::fill);
    connect(&context.view, &ViewState::snapshotChanged, this, &RollUpButton::refresh);
    refresh();
}

void RollUpButton::refresh()
{
    const twin::SnapshotPtr& s = m_context.view.snapshot();
    m_phrases.setPlant(s ? s->plant : nullptr, m_context.view.units());
    std::vector<RollUpLine> lines = s && s->plant ? rollUpLines(*s, m_phrases) : std::vector<RollUpLine>();
    if (lines == m_lines && !text().isEmpty())
        return;
    m_lines = std::move(lines);
    if (m_lines.empty()) {
        setText({});
        return;
    }
    const RollUpLine& site = m_lines.front();
    setLabel(tr("Site %1 · %2", "condition, word").arg(site.figure, site.word));
    setShape(site.priority);
    setToolTip(Format::toolTip(tr("The worst machine counts: %1. %2.").arg(site.because.isEmpty() ? site.word : site.because, site.counts)));
    setAccessibleDescription(site.because);
}

void RollUpButton::fill()
{
    m_menu->clear();
    for (const RollUpLine& line : m_lines) {
        QAction* action = m_menu->addAction(row(line, QFontMetrics(m_menu->font())));
        action->setToolTip(Format::toolTip(QStringLiteral("%1: %2 %3. %4. %5").arg(line.name, line.figure, line.word, line.because, line.counts)));
        action->setEnabled(line.worst != twin::kNoAsset);
        connect(action, &QAction::triggered, this, [this, worst = line.worst] { m_context.selection.setAsset(worst); });
    }
}

} // namespace gemba::ui

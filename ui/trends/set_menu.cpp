// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/set_menu.h"

#include <algorithm>

#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>

#include "ui/trends/book_edit.h"

namespace gemba::ui {
namespace {

QString menuText(QString text)
{
    constexpr qsizetype kLongest = 60;
    if (text.size() > kLongest)
        text = text.left(kLongest - 1) + QChar(0x2026);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

SetMenu::SetMenu(const ConsoleContext& context, Charts charts, QWidget* window)
    : QObject(window), m_context(context), m_book(PenBook::of(context.settings)), m_charts(std::move(charts)),
      m_window(window)
{
    connect(&m_book, &PenBook::failed, &context.view, &ViewState::setNotice);
}

QString SetMenu::machineId() const
{
    const twin::Plant* plant = m_context.view.plant();
    const twin::AssetId asset = m_context.selection.asset();
    return plant && twin::index(asset) < plant->assets.size() ? QString::fromStdString(plant->asset(asset).id)
                                                              : QString();
}

void SetMenu::fill(QMenu& menu)
{
    const auto& sets = m_book.sets().sets;
    for (const PenSet& s : sets)
        menu.addAction(s.machine.isEmpty() ? menuText(s.name) : tr("%1 (default of %2)").arg(menuText(s.name), s.machine),
                       this, [this, name = s.name] {
                           if (const PenSet* set = m_book.sets().findSet(name))
                               Q_EMIT chosen(*set);
                       });
    if (sets.empty())
        menu.addAction(tr("No set is saved yet"))->setEnabled(false);
    menu.addSeparator();
    menu.addAction(tr("Save these charts as…"), this, [this] { askName(false); });
    menu.addAction(tr("Save as the machine's default…"), this, [this] { askName(true); })
        ->setEnabled(!machineId().isEmpty());
    QMenu* gone = menu.addMenu(tr("Delete"));
    gone->setEnabled(!sets.empty());
    for (const PenSet& s : sets)
        gone->addAction(menuText(s.name), this, [this, name = s.name] { remove(name); });
    menu.addSeparator();
    menu.addAction(tr("Import sets…"), this, [this] {
        const QString path = QFileDialog::getOpenFileName(m_window, tr("Import sets"), {}, tr("Pen sets (*.json)"));
        if (!path.isEmpty())
            importFrom(path);
    });
    menu.addAction(tr("Export all sets…"), this, [this] {
        const QString path = QFileDialog::getSaveFileName(m_window, tr("Export sets"), QStringLiteral("pen-sets.json"),
                                                          tr("Pen sets (*.json)"));
        if (!path.isEmpty())
            exportTo(path);
    })->setEnabled(!sets.empty() || !m_book.sets().calculated.empty());
}

void SetMenu::askName(bool defaultOfMachine)
{
    bool ok = false;
    const QString name = QInputDialog::getText(m_window, tr("Save pen set"), tr("Name of the set"), QLineEdit::Normal,
                                               {}, &ok).trimmed().left(300);
    if (ok && !name.isEmpty())
        saveAs(name, defaultOfMachine);
}

void SetMenu::saveAs(const QString& name, bool defaultOfMachine)
{
    PenSets one, next = m_book.sets();
    one.sets.push_back({name, defaultOfMachine ? machineId() : QString(), m_charts()});
    if (!mergePenSets(next, one))
        return m_context.view.setNotice(tr("There are as many pen sets as there can be. Delete one first."));
    m_context.undo.push(new BookEdit(m_book, next, tr("pen set “%1”").arg(name)));
}

void SetMenu::remove(const QString& name)
{
    PenSets next = m_book.sets();
    std::erase_if(next.sets, [&](const PenSet& s) { return s.name == name; });
    m_context.undo.push(new BookEdit(m_book, next, tr("delete pen set “%1”").arg(name)));
}

void SetMenu::importFrom(const QString& path)
{
    m_book.importFrom(path, [this](const PenSets& sets, const QString& problem) {
        if (!problem.isEmpty())
            return m_context.view.setNotice(problem);
        PenSets next = m_book.sets();
        const bool all = mergePenSets(next, sets);
        m_context.undo.push(new BookEdit(m_book, next, tr("import pen sets")));
        if (!all)
            m_context.view.setNotice(tr("Not all sets of the file were taken: there are as many as there can be."));
        else
            m_context.view.tell(tr("Pen sets imported: %1.").arg(sets.sets.size()));
    });
}

void SetMenu::exportTo(const QString& path)
{
    m_book.exportTo(path, m_book.sets(), [this, path](const QString& problem) {
        if (problem.isEmpty())
            m_context.view.tell(tr("Saved: %1").arg(path));
        else
            m_context.view.setNotice(problem);
    });
}

} // namespace gemba::ui

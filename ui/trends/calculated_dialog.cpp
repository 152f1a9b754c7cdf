// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/calculated_dialog.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QUndoStack>
#include <QUuid>

#include "ui/models/format.h"
#include "ui/trends/book_edit.h"

namespace gemba::ui {
namespace {

constexpr int kLongestFormula = 2000;

} // namespace

CalculatedDialog::CalculatedDialog(const ConsoleContext& context, std::shared_ptr<const twin::Plant> plant,
                                   QWidget* parent)
    : QDialog(parent), m_context(context), m_book(PenBook::of(context.settings)), m_plant(std::move(plant)), m_list(new QListWidget),
      m_name(new QLineEdit), m_unit(new QLineEdit), m_formula(new QLineEdit), m_decimals(new QSpinBox),
      m_problem(new QLabel), m_save(new QPushButton(tr("Save"))), m_delete(new QPushButton(tr("Delete"))),
      m_add(new QPushButton(tr("Add to the chart")))
{
    setObjectName(QStringLiteral("calculatedTags"));
    setWindowTitle(tr("Calculated tags"));
    resize(720, 360);
    build();
    connect(&m_book, &PenBook::changed, this, &CalculatedDialog::fillList);
    fillList();
    if (m_list->count() == 0)
        makeNew();
}

void CalculatedDialog::build()
{
    auto* row = new QHBoxLayout(this);
    auto* left = new QVBoxLayout;
    auto* fresh = new QPushButton(tr("New"));
    m_list->setAccessibleName(tr("Calculated tags"));
    m_list->setFixedWidth(220);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->addWidget(m_list, 1);
    auto* under = new QHBoxLayout;
    under->addWidget(fresh);
    under->addWidget(m_delete);
    left->addLayout(under);
    row->addLayout(left);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setMaxLength(300);
    m_unit->setMaxLength(40);
    m_formula->setMaxLength(kLongestFormula);
    m_formula->setPlaceholderText(tr("such as xmeas_07 / 100 + max(xmeas_08, 0)"));
    m_decimals->setRange(0, 9);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Unit"), m_unit);
    form->addRow(tr("Decimals"), m_decimals);
    form->addRow(tr("Formula"), m_formula);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto* help = new QLabel(tr("Tags by their ids, [in brackets] where an id has a dash. + - * / ^, comparisons, "
                               "a ? b : c, sqrt abs exp ln log10 sin cos min max sum avg."));
    help->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    auto* right = new QVBoxLayout;
    right->addLayout(form);
    right->addWidget(m_problem);
    right->addWidget(help);
    right->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"));
    buttons->addStretch(1);
    for (QPushButton* b : {m_add, m_save, close})
        buttons->addWidget(b);
    right->addLayout(buttons);
    row->addLayout(right, 1);
    m_save->setDefault(true);
    connect(fresh, &QPushButton::clicked, this, &CalculatedDialog::makeNew);
    connect(m_delete, &QPushButton::clicked, this, &CalculatedDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &CalculatedDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT added(currentId()); });
    connect(m_list, &QListWidget::currentRowChanged, this, &CalculatedDialog::showCurrent);
    for (QLineEdit* e : {m_name, m_unit, m_formula})
        connect(e, &QLineEdit::textChanged, this, &CalculatedDialog::check);
    connect(m_decimals, &QSpinBox::valueChanged, this, &CalculatedDialog::check);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, &m_context.undo, &QUndoStack::undo);
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, &m_context.undo, &QUndoStack::redo);
}

QString CalculatedDialog::currentId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void CalculatedDialog::fillList()
{
    const QString before = currentId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const CalculatedTag& c : m_book.sets().calculated) {
        auto* item = new QListWidgetItem(c.name, m_list);
        item->setData(Qt::UserRole, c.id);
        item->setToolTip(Format::toolTip(c.name + QLatin1Char('\n') + c.formula));
        if (c.id == before || (before.isEmpty() && c.name == m_name->text()))
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0 && !before.isEmpty())
        m_list->setCurrentRow(0);
    showCurrent();
}

void CalculatedDialog::showCurrent()
{
    if (const CalculatedTag* c = m_book.sets().findCalculated(currentId())) {
        m_name->setText(c->name);
        m_unit->setText(c->unit);
        m_decimals->setValue(c->decimals);
        m_formula->setText(c->formula);
    }
    check();
}

void CalculatedDialog::makeNew()
{
    m_list->setCurrentItem(nullptr);
    for (QLineEdit* e : {m_name, m_unit, m_formula})
        e->clear();
    m_decimals->setValue(2);
    m_name->setFocus();
    check();
}

QString CalculatedDialog::problem() const
{
    if (const QString why = m_context.history.formulaProblem(m_formula->text(), *m_plant); !why.isEmpty())
        return why;
    if (m_name->text().trimmed().isEmpty())
        return tr("Give it a name.");
    if (currentId().isEmpty() && m_book.sets().calculated.size() >= PenSets::kMostCalculated)
        return tr("There are as many calculated tags as there can be.");
    return {};
}

void CalculatedDialog::check()
{
    const QString why = problem();
    const bool untouched = m_name->text().isEmpty() && m_formula->text().isEmpty();
    m_problem->setText(untouched ? QString() : why);
    const CalculatedTag* c = m_book.sets().findCalculated(currentId());
    const bool same = c && c->name == m_name->text() && c->unit == m_unit->text() && c->formula == m_formula->text() &&
                      c->decimals == m_decimals->value();
    m_save->setEnabled(why.isEmpty() && !same);
    m_add->setEnabled(c && same);
    m_delete->setEnabled(c);
}

void CalculatedDialog::save()
{
    if (!problem().isEmpty())
        return;
    const bool fresh = currentId().isEmpty();
    CalculatedTag tag{fresh ? QUuid::createUuid().toString(QUuid::WithoutBraces) : currentId(), m_name->text().trimmed(),
                      m_unit->text().trimmed(), m_formula->text(), m_decimals->value()};
    m_name->setText(tag.name);
    m_unit->setText(tag.unit);
    PenSets next = m_book.sets();
    if (fresh) {
        next.calculated.push_back(tag);
    } else {
        for (CalculatedTag& c : next.calculated) {
            if (c.id == tag.id)
                c = tag;
        }
    }
    m_context.undo.push(new BookEdit(m_book, next, tr("calculated tag “%1”").arg(tag.name)));
}

void CalculatedDialog::remove()
{
    PenSets next = m_book.sets();
    const QString id = currentId();
    std::erase_if(next.calculated, [&](const CalculatedTag& c) { return c.id == id; });
    m_context.undo.push(new BookEdit(m_book, next, tr("delete calculated tag “%1”").arg(m_name->text())));
    if (m_list->count() == 0)
        makeNew();
}

} // namespace gemba::ui

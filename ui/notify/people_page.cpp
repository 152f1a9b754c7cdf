// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/people_page.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QScrollArea>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/hours_text.h"
#include "ui/models/people_model.h"
#include "ui/notify/channel_editor.h"
#include "ui/notify/form.h"

namespace gemba::ui {

PeoplePage::PeoplePage(RosterDraft& draft, twin::TimeNs now, const QLocale& locale)
    : m_draft(draft), m_now(now), m_locale(locale), m_model(new PeopleModel(draft.desk().zone(), locale, this)),
      m_table(makeTable(tr("People"))), m_remove(new FlatButton(tr("Remove person")))
{
    m_table->setModel(m_model);
    m_table->setColumnWidth(PeopleModel::Name, 180);
    m_table->setColumnWidth(PeopleModel::Role, 150);
    m_table->setColumnWidth(PeopleModel::Shifts, 240);
    m_table->setColumnWidth(PeopleModel::Channels, 150);
    auto* add = new FlatButton(tr("Add person"));
    connect(add, &QPushButton::clicked, this, &PeoplePage::add);
    connect(m_remove, &QPushButton::clicked, this, &PeoplePage::remove);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    m_form = buildForm();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false); // QScrollArea turned it on
    scroll->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 2);
    column->addLayout(buttons);
    column->addWidget(scroll, 3);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePage::showPerson);
    connect(&draft, &RosterDraft::changed, this, &PeoplePage::show);
    show();
    m_table->selectRow(0);
    showPerson();
}

QWidget* PeoplePage::buildForm()
{
    auto* form = new QWidget;
    m_name = makeField(tr("Name"));
    m_role = makeField(tr("Role"), tr("as the plant names it, e.g. Shift lead"));
    m_shifts = makeField(tr("Shifts"), hoursText({{0x1f, 360, 840}}, m_locale));
    m_shiftProblem = new TextLabel(TextLabel::Voice::Quiet);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    addRow(*grid, tr("Name"), m_name);
    addRow(*grid, tr("Role"), m_role);
    addRow(*grid, tr("Shifts"), m_shifts);
    grid->addWidget(m_shiftProblem, grid->rowCount(), 1);
    grid->setColumnStretch(1, 1);
    m_channels = new QVBoxLayout;
    auto* addChannel = new FlatButton(tr("Add channel"));
    connect(addChannel, &QPushButton::clicked, this, [this] {
        const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
        m_draft.edit(tr("adding a channel"), [row](twin::Roster& r) { r.people[row].channels.emplace_back(); });
    });
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 8, 8, 0);
    column->addLayout(grid);
    column->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Reached by")));
    column->addLayout(m_channels);
    column->addWidget(addChannel, 0, Qt::AlignLeft);
    column->addStretch(1);
    for (QLineEdit* field : {m_name, m_role, m_shifts})
        connect(field, &QLineEdit::editingFinished, this, &PeoplePage::commit);
    return form;
}

const twin::Person* PeoplePage::person() const
{
    const int row = m_table->currentIndex().row();
    const auto& people = m_draft.roster().people;
    return row >= 0 && row < static_cast<int>(people.size()) ? &people[static_cast<std::size_t>(row)] : nullptr;
}

void PeoplePage::show()
{
    const int row = m_table->currentIndex().row();
    m_model->show(m_draft.roster(), m_now);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
    showPerson();
}

void PeoplePage::showPerson()
{
    const twin::Person* p = person();
    m_form->setVisible(p);
    m_remove->setEnabled(p);
    if (!p)
        return;
    const bool other = m_editorsOf != static_cast<std::size_t>(m_table->currentIndex().row());
    for (QLineEdit* field : {m_name, m_role, m_shifts})
        field->setModified(field->isModified() && !other);
    showText(*m_name, QString::fromStdString(p->name));
    showText(*m_role, QString::fromStdString(p->role));
    showText(*m_shifts, hoursText(p->shifts, m_locale));
    m_shiftProblem->setText({});
    m_shiftProblem->hide();
    showChannels();
}

void PeoplePage::showChannels()
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    const std::size_t count = person()->channels.size();
    if (m_editors.size() != count || m_editorsOf != row) {
        for (ChannelEditor* e : m_editors) {
            e->hide();
            e->deleteLater(); // one of them may be asking for this
        }
        m_editors.clear();
        for (std::size_t i = 0; i < count; ++i) {
            m_editors.push_back(new ChannelEditor(m_draft, row, i));
            m_channels->addWidget(m_editors.back());
        }
        m_editorsOf = row;
        handTheme(*m_form, palette().color(QPalette::Text).lightness() > 128 ? Theme::darkGrey() : Theme::light());
    }
    for (ChannelEditor* e : m_editors)
        e->show();
}

void PeoplePage::commit()
{
    const auto hours = parseHours(m_shifts->text(), m_locale);
    m_shiftProblem->setText(hours ? QString()
                                  : tr("Not understood. Write it like this: %1").arg(m_shifts->placeholderText()));
    m_shiftProblem->setVisible(!hours);
    if (!person())
        return;
    for (QLineEdit* field : {m_name, m_role})
        field->setModified(false);
    m_shifts->setModified(!hours);
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    m_draft.edit(tr("changing a person"), [&](twin::Roster& r) {
        twin::Person& p = r.people[row];
        const std::string role = m_role->text().trimmed().toStdString();
        p.name = m_name->text().trimmed().toStdString();
        p.role = role;
        if (hours)
            p.shifts = *hours;
    });
}

void PeoplePage::add()
{
    m_draft.edit(tr("adding a person"), [](twin::Roster& r) {
        int n = 1;
        while (r.find("person-" + std::to_string(n)))
            ++n;
        r.people.push_back({"person-" + std::to_string(n), tr("New person").toStdString(), {}, {{}}, {}});
    });
    m_table->selectRow(m_model->rowCount() - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void PeoplePage::remove()
{
    const auto row = m_table->currentIndex().row();
    m_draft.edit(tr("removing a person"), [row](twin::Roster& r) {
        const std::string id = r.people[static_cast<std::size_t>(row)].id;
        r.people.erase(r.people.begin() + row);
        for (twin::EscalationLevel& l : r.rules.chain)
            std::erase(l.people, id);
    });
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/channel_editor.h"

#include <QHBoxLayout>
#include <QInputDialog>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/people_model.h"
#include "ui/notify/form.h"

namespace gemba::ui {

using twin::ChannelKind;

ChannelEditor::ChannelEditor(RosterDraft& draft, std::size_t person, std::size_t index)
    : m_draft(draft), m_person(person), m_index(index),
      m_kind(makeChoice(tr("Kind of channel %1").arg(index + 1),
                        {PeopleModel::kindName(ChannelKind::Desktop), PeopleModel::kindName(ChannelKind::Email),
                         PeopleModel::kindName(ChannelKind::Webhook)})),
      m_address(makeField(tr("Address of channel %1").arg(index + 1))), m_token(makeCheck(tr("with a token"))),
      m_setToken(new FlatButton(tr("Set token…"))), m_test(new FlatButton(tr("Send a test"))),
      m_result(new TextLabel(TextLabel::Voice::Quiet))
{
    auto* remove = new FlatButton(tr("Remove"));
    remove->setAccessibleName(tr("Remove channel %1").arg(index + 1));
    m_result->setWrapped(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    for (QWidget* w : std::initializer_list<QWidget*>{m_kind, m_setToken, m_test, remove})
        w->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (QWidget* w : std::initializer_list<QWidget*>{m_kind, m_address, m_token, m_setToken, m_test, remove})
        line->addWidget(w, w == m_address ? 1 : 0);
    line->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_result);
    connect(m_kind, &QComboBox::activated, this, &ChannelEditor::commit);
    connect(m_address, &QLineEdit::editingFinished, this, &ChannelEditor::commit);
    connect(m_token, &QCheckBox::clicked, this, &ChannelEditor::commit);
    connect(m_setToken, &QPushButton::clicked, this, &ChannelEditor::askToken);
    connect(m_test, &QPushButton::clicked, this, [this] {
        const twin::Person& p = m_draft.roster().people[m_person];
        m_testId = m_draft.desk().test(p.channels[m_index], QString::fromStdString(p.name));
        showTest();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_draft.edit(tr("removing a channel"), [this](twin::Roster& r) {
            auto& channels = r.people[m_person].channels;
            channels.erase(channels.begin() + static_cast<std::ptrdiff_t>(m_index));
        });
    });
    connect(&draft.desk(), &NotificationDesk::sentChanged, this, &ChannelEditor::showTest);
    show();
    showTest();
}

void ChannelEditor::show()
{
    const twin::Channel& c = m_draft.roster().people[m_person].channels[m_index];
    m_kind->setCurrentIndex(static_cast<int>(c.kind));
    showText(*m_address, QString::fromStdString(c.address));
    m_address->setVisible(c.kind != ChannelKind::Desktop);
    m_address->setPlaceholderText(c.kind == ChannelKind::Email ? QStringLiteral("name@works.example")
                                                               : QStringLiteral("https://…"));
    m_token->setVisible(c.kind == ChannelKind::Webhook);
    m_token->setChecked(c.token);
    m_setToken->setVisible(c.kind == ChannelKind::Webhook && c.token);
    m_test->setEnabled(m_draft.problem().isEmpty()); // what is sent is what was taken
}

void ChannelEditor::commit()
{
    twin::Channel c{static_cast<ChannelKind>(m_kind->currentIndex()), m_address->text().trimmed().toStdString(),
                    m_token->isChecked()};
    m_address->setModified(false);
    if (c.kind == ChannelKind::Desktop)
        c.address.clear();
    c.token = c.token && c.kind == ChannelKind::Webhook;
    m_draft.edit(tr("changing a channel"), [&](twin::Roster& r) { r.people[m_person].channels[m_index] = c; });
}

void ChannelEditor::showTest()
{
    QString words;
    for (const SentNotification& n : m_draft.desk().sent()) {
        if (m_testId != 0 && n.id == m_testId)
            words = tr("Test: %1").arg(n.result);
    }
    m_result->setText(words);
    m_result->setVisible(!words.isEmpty());
}

void ChannelEditor::askToken()
{
    const QString token = QInputDialog::getText(this, tr("Token"), tr("Token of this webhook:"), QLineEdit::Password);
    if (!token.isEmpty())
        m_draft.desk().keepToken(m_draft.roster().people[m_person].channels[m_index], token);
}

} // namespace gemba::ui

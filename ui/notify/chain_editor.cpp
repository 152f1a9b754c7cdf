// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/chain_editor.h"

#include <algorithm>

#include <QHBoxLayout>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/notify/form.h"

namespace gemba::ui {
namespace {

constexpr int kMostMinutes = 7 * 24 * 60; ///< as a roster may say

/// Roles and the names of people, as they are written in the field.
QString whoText(const twin::EscalationLevel& level, const twin::Roster& roster)
{
    QStringList words;
    for (const std::string& role : level.roles)
        words << QString::fromStdString(role);
    for (const std::string& id : level.people) {
        const twin::Person* p = roster.find(id);
        words << QString::fromStdString(p ? p->name : id);
    }
    return words.join(QStringLiteral("; "));
}

/// A word that is neither a role nor a person stays a role: the check of the roster names it.
void readWho(const QString& text, twin::EscalationLevel& level, const twin::Roster& roster)
{
    level.roles.clear();
    level.people.clear();
    for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const std::string word = part.trimmed().toStdString();
        const auto has = [&](auto member) {
            return std::find_if(roster.people.begin(), roster.people.end(),
                                [&](const twin::Person& p) { return p.*member == word; });
        };
        const auto byName = has(&twin::Person::name), byId = has(&twin::Person::id);
        if (word.empty())
            continue;
        if (has(&twin::Person::role) != roster.people.end())
            level.roles.push_back(word);
        else if (byName != roster.people.end())
            level.people.push_back(byName->id);
        else if (byId != roster.people.end())
            level.people.push_back(word);
        else
            level.roles.push_back(word);
    }
}

} // namespace

ChainEditor::ChainEditor(RosterDraft& draft, std::size_t index)
    : m_draft(draft), m_index(index),
      m_after(makeNumber(index == 0 ? tr("Level 1: wait") : tr("Level %1: not acknowledged for").arg(index + 1),
                         kMostMinutes, tr("min"))),
      m_who(makeField(tr("Level %1: who").arg(index + 1), tr("roles or names, with ; between them"))),
      m_onDuty(makeCheck(tr("on duty only")))
{
    auto* remove = new FlatButton(tr("Remove"));
    remove->setAccessibleName(tr("Remove level %1").arg(index + 1));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(new TextLabel(TextLabel::Voice::Body,
                                  index == 0 ? tr("At first, after") : tr("Not acknowledged for")));
    line->addWidget(m_after);
    line->addWidget(m_who, 1);
    line->addWidget(m_onDuty);
    line->addWidget(remove);
    connect(m_after, &QSpinBox::valueChanged, this, &ChainEditor::commit);
    connect(m_who, &QLineEdit::editingFinished, this, &ChainEditor::commit);
    connect(m_onDuty, &QCheckBox::clicked, this, &ChainEditor::commit);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_draft.edit(tr("removing a level"), [this](twin::Roster& r) {
            r.rules.chain.erase(r.rules.chain.begin() + static_cast<std::ptrdiff_t>(m_index));
        });
    });
    show();
}

void ChainEditor::show()
{
    const twin::EscalationLevel& level = m_draft.roster().rules.chain[m_index];
    const QSignalBlocker quiet(m_after);
    m_after->setValue(static_cast<int>(level.after / twin::kMinute));
    showText(*m_who, whoText(level, m_draft.roster()));
    m_onDuty->setChecked(level.onDutyOnly);
}

void ChainEditor::commit()
{
    m_who->setModified(false);
    m_draft.edit(tr("changing a level"), [this](twin::Roster& r) {
        twin::EscalationLevel& level = r.rules.chain[m_index];
        // What the file says in seconds stays unless the minutes were changed.
        if (level.after / twin::kMinute != m_after->value())
            level.after = m_after->value() * twin::kMinute;
        readWho(m_who->text(), level, r);
        level.onDutyOnly = m_onDuty->isChecked();
    });
}

} // namespace gemba::ui

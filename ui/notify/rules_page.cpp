// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/rules_page.h"

#include <QGridLayout>
#include <QScrollArea>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/hours_text.h"
#include "ui/models/phrases.h"
#include "ui/notify/chain_editor.h"
#include "ui/notify/form.h"

namespace gemba::ui {
namespace {

constexpr int kMostSeconds = 7 * 24 * 3600, kMostMinutes = kMostSeconds / 60, kMostAlerts = 1000;
constexpr std::size_t kMostLevels = 10;

QString priorityName(int priority)
{
    return Phrases::word(static_cast<twin::ConditionWord>(4 - priority));
}

} // namespace

RulesPage::RulesPage(RosterDraft& draft, const QLocale& locale) : m_draft(draft), m_locale(locale)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(8);
    column->addWidget(buildWhich());
    column->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Who is told")));
    m_chain = new QVBoxLayout;
    column->addLayout(m_chain);
    auto* add = new FlatButton(tr("Add level"));
    connect(add, &QPushButton::clicked, this, [this] {
        m_draft.edit(tr("adding a level"), [](twin::Roster& r) {
            if (r.rules.chain.size() < kMostLevels)
                r.rules.chain.push_back({r.rules.chain.empty() ? 0 : 15 * twin::kMinute,
                                         r.people.empty() ? std::vector<std::string>{}
                                                          : std::vector{r.people.front().role},
                                         {}, true});
        });
    });
    column->addWidget(add, 0, Qt::AlignLeft);
    auto* how = new TextLabel(TextLabel::Voice::Quiet,
                              tr("Each alert is told once at each level, until somebody acknowledges it. Where it "
                                 "becomes worse, it is told anew. A level with nobody on duty is passed over."));
    how->setWrapped(true);
    column->addWidget(how);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea turned it on
    scroll->viewport()->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&draft, &RosterDraft::changed, this, &RulesPage::show);
    show();
}

QWidget* RulesPage::buildWhich()
{
    auto* which = new QWidget;
    auto* grid = new QGridLayout(which);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    auto* kinds = new QWidget;
    auto* line = new QHBoxLayout(kinds);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(14);
    for (int p = 1; p <= 3; ++p) {
        m_priorities[static_cast<std::size_t>(p - 1)] = makeCheck(priorityName(p));
        line->addWidget(m_priorities[static_cast<std::size_t>(p - 1)]);
    }
    m_dcs = makeCheck(tr("also alarms of the DCS"));
    line->addWidget(m_dcs);
    line->addStretch(1);
    m_delay = makeNumber(tr("Lasting for"), kMostSeconds, tr("s"));
    m_quiet = makeField(tr("Quiet hours"), hoursText({{0x7f, 1320, 360}}, m_locale));
    m_quietProblem = new TextLabel(TextLabel::Voice::Quiet);
    m_passes = makeChoice(tr("Told in quiet hours"),
                          {tr("nothing"), tr("Critical only"), tr("Critical and Act"), tr("everything")});
    m_stormMost = makeNumber(tr("Alerts that come one by one"), kMostAlerts, {});
    m_stormMost->setMinimum(1);
    m_stormWithin = makeNumber(tr("Within"), kMostMinutes, tr("min"));
    auto* storm = new QWidget;
    auto* stormLine = new QHBoxLayout(storm);
    stormLine->setContentsMargins(0, 0, 0, 0);
    stormLine->addWidget(m_stormMost);
    stormLine->addWidget(new TextLabel(TextLabel::Voice::Body, tr("alerts within")));
    stormLine->addWidget(m_stormWithin);
    stormLine->addStretch(1);
    addRow(*grid, tr("Alerts"), kinds);
    addRow(*grid, tr("Lasting for"), m_delay);
    addRow(*grid, tr("Quiet hours"), m_quiet);
    grid->addWidget(m_quietProblem, grid->rowCount(), 1);
    addRow(*grid, tr("Told in quiet hours"), m_passes);
    addRow(*grid, tr("One message for more than"), storm);
    grid->setColumnStretch(1, 1);
    for (QWidget* w : std::initializer_list<QWidget*>{m_delay, m_passes})
        grid->setAlignment(w, Qt::AlignLeft);
    for (QCheckBox* box : {m_priorities[0], m_priorities[1], m_priorities[2], m_dcs})
        connect(box, &QCheckBox::clicked, this, &RulesPage::commit);
    for (QSpinBox* box : {m_delay, m_stormMost, m_stormWithin})
        connect(box, &QSpinBox::valueChanged, this, &RulesPage::commit);
    connect(m_quiet, &QLineEdit::editingFinished, this, &RulesPage::commit);
    connect(m_passes, &QComboBox::activated, this, &RulesPage::commit);
    return which;
}

void RulesPage::show()
{
    const twin::NotificationRules& rules = m_draft.roster().rules;
    const QSignalBlocker a(m_delay), b(m_stormMost), c(m_stormWithin);
    for (std::size_t p = 0; p < m_priorities.size(); ++p)
        m_priorities[p]->setChecked(rules.priorities[p + 1]);
    m_dcs->setChecked(rules.dcsAlarms);
    m_delay->setValue(static_cast<int>(rules.onDelay / twin::kSecond));
    showText(*m_quiet, hoursText(rules.quiet, m_locale));
    m_quietProblem->setText({});
    m_quietProblem->hide();
    m_passes->setCurrentIndex(rules.quietPasses);
    m_passes->setEnabled(!rules.quiet.empty());
    m_stormMost->setValue(rules.stormMost);
    m_stormWithin->setValue(static_cast<int>(rules.stormWithin / twin::kMinute));
    if (m_levels.size() != rules.chain.size()) {
        for (ChainEditor* e : m_levels) {
            e->hide();
            e->deleteLater(); // one of them may be asking for this
        }
        m_levels.clear();
        for (std::size_t i = 0; i < rules.chain.size(); ++i) {
            m_levels.push_back(new ChainEditor(m_draft, i));
            m_chain->addWidget(m_levels.back());
        }
        handTheme(*this, palette().color(QPalette::Text).lightness() > 128 ? Theme::darkGrey() : Theme::light());
    }
    for (ChainEditor* e : m_levels)
        e->show();
}

void RulesPage::commit()
{
    const auto quiet = parseHours(m_quiet->text(), m_locale);
    m_quiet->setModified(!quiet);
    m_draft.edit(tr("changing the rules"), [&](twin::Roster& r) {
        twin::NotificationRules& rules = r.rules;
        for (std::size_t p = 0; p < m_priorities.size(); ++p)
            rules.priorities[p + 1] = m_priorities[p]->isChecked();
        rules.dcsAlarms = m_dcs->isChecked();
        if (rules.onDelay / twin::kSecond != m_delay->value())
            rules.onDelay = m_delay->value() * twin::kSecond;
        if (quiet)
            rules.quiet = *quiet;
        rules.quietPasses = m_passes->currentIndex();
        rules.stormMost = m_stormMost->value();
        if (rules.stormWithin / twin::kMinute != m_stormWithin->value())
            rules.stormWithin = m_stormWithin->value() * twin::kMinute;
    });
    m_quietProblem->setText(quiet ? QString()
                                  : tr("Not understood. Write it like this: %1").arg(m_quiet->placeholderText()));
    m_quietProblem->setVisible(!quiet);
}

} // namespace gemba::ui

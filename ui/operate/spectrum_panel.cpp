// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/spectrum_panel.h"

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/look/flat_button.h"
#include "ui/operate/spectrum_chart.h"

namespace gemba::ui {

SpectrumPanel::SpectrumPanel(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_phrases(context.locale),
      m_source(context.view, context.selection, context.history), m_heading(new PanelHeading(tr("Spectrum"))),
      m_chart(new SpectrumChart), m_text(new TextLabel(TextLabel::Voice::Quiet))
{
    setObjectName(QStringLiteral("spectrumPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    buildButtons();
    m_text->setObjectName(QStringLiteral("spectrumText"));
    m_text->setWrapped(true);
    m_text->setContentsMargins(12, 2, 12, 4);
    column->addWidget(m_chart);
    column->addWidget(m_text);
    connect(&m_source, &SpectrumSource::changed, this, &SpectrumPanel::refresh);
    connect(m_chart, &SpectrumChart::looked, &m_source, &SpectrumSource::want, Qt::QueuedConnection);
    connect(m_chart, &SpectrumChart::looked, this, &SpectrumPanel::showText, Qt::QueuedConnection);
    refresh();
}

void SpectrumPanel::buildButtons()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(4);
    m_envelope = new FlatButton(tr("Envelope"));
    m_envelope->setToolTip(tr("What impacts repeat at: damage of bearings"));
    m_vibration = new FlatButton(tr("Vibration"));
    m_vibration->setToolTip(tr("The record itself: unbalance, misalignment, vanes"));
    m_log = new FlatButton(tr("log"));
    m_log->setToolTip(tr("Amplitudes on a logarithmic axis"));
    m_log->setCheckable(true);
    m_where = new FlatButton;
    m_where->setMenu(new QMenu(m_where));
    m_where->setToolTip(tr("Where it is measured"));
    const auto kind = [this](FlatButton* button, SpectrumKind which) {
        connect(button, &QPushButton::clicked, this, [this, which] { m_source.setKind(which); });
    };
    kind(m_envelope, SpectrumKind::Envelope);
    kind(m_vibration, SpectrumKind::Vibration);
    connect(m_log, &QPushButton::toggled, m_chart, &SpectrumChart::setLogarithmic);
    for (FlatButton* button : {m_envelope, m_vibration, m_log})
        row->addWidget(button);
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    m_heading->addWidget(m_where);
}

QString SpectrumPanel::missing() const
{
    switch (m_source.missing()) {
    case SpectrumSource::Missing::NoRecord: return tr("No vibration record has arrived yet.");
    case SpectrumSource::Missing::Unusable:
        return tr("The latest record cannot be used: too short, without a rate, or all the same.");
    case SpectrumSource::Missing::NoWaveforms:
    case SpectrumSource::Missing::Nothing: break;
    }
    return {};
}

void SpectrumPanel::refresh()
{
    const twin::SnapshotPtr& s = m_context.view.snapshot();
    m_phrases.setPlant(s ? s->plant : nullptr, m_context.view.units());
    const std::vector<twin::TagId>& waveforms = m_source.waveforms();
    setVisible(!waveforms.empty());
    if (waveforms.empty())
        return;
    m_envelope->setFilled(m_source.kind() == SpectrumKind::Envelope);
    m_vibration->setFilled(m_source.kind() == SpectrumKind::Vibration);
    m_where->setVisible(waveforms.size() > 1);
    m_where->setLabel(tr("Where"));
    m_where->menu()->clear();
    for (const twin::TagId tag : waveforms) {
        QAction* action = m_where->menu()->addAction(m_phrases.tagName(tag).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(tag == m_source.waveform());
        connect(action, &QAction::triggered, this, [this, tag] { m_source.setWaveform(tag); });
    }
    m_chart->show(missing().isEmpty() ? m_source.figure() : SpectrumFigure{});
    showText();
}

void SpectrumPanel::showText()
{
    QString text = missing();
    if (text.isEmpty() && !m_source.figure().amplitudes.empty()) {
        QStringList lines{m_phrases.tagName(m_source.waveform())};
        const QString reading = m_chart->readout();
        lines += reading.isEmpty() ? m_chart->summary() : reading;
        if (m_source.figure().speed <= 0)
            lines += tr("The speed is not known: no fault lines.");
        else if (!m_source.bearingKnown())
            lines += tr("The bearing is not known: no lines of its parts.");
        lines.removeAll(QString());
        text = lines.join(QLatin1Char('\n'));
    }
    if (m_text->text() != text)
        m_text->setText(text);
}

} // namespace gemba::ui

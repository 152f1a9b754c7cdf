// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spectrum_source.h"

#include <algorithm>

#include <QPointer>

#include "ui/models/format.h"

namespace gemba::ui {

using twin::TagId;

namespace {

constexpr double kSecondsPerMinute = 60.0;

} // namespace

SpectrumSource::SpectrumSource(const ViewState& view, const Selection& selection, HistoryQuery& history,
                               QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection), m_history(history),
      m_ticket(history.reserveTickets(1))
{
    connect(&view, &ViewState::snapshotChanged, this, &SpectrumSource::follow);
    connect(&selection, &Selection::changed, this, &SpectrumSource::follow);
    follow();
}

const twin::TagState* SpectrumSource::record() const
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    if (!s || twin::index(m_tag) >= s->tags.size())
        return nullptr;
    const twin::TagState& state = s->tags[twin::index(m_tag)];
    return std::holds_alternative<twin::Waveform>(state.value) ? &state : nullptr;
}

void SpectrumSource::follow()
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    const std::shared_ptr<const twin::Plant> plant = s ? s->plant : nullptr;
    const twin::AssetId asset = plant && twin::index(m_selection.asset()) < plant->assets.size()
                                    ? m_selection.asset()
                                    : twin::kNoAsset;
    const bool other = plant != m_plant || asset != m_asset;
    if (other) {
        m_plant = plant;
        m_asset = asset;
        m_waveforms.clear();
        for (const TagId tag : asset == twin::kNoAsset ? std::vector<TagId>() : plant->asset(asset).tags) {
            if (plant->tag(tag).role == twin::TagRole::Waveform)
                m_waveforms.push_back(tag);
        }
        m_tag = m_waveforms.empty() ? twin::kNoTag : m_waveforms.front();
        m_figure = {};
        startAnew();
    }
    const twin::TagState* state = record();
    const Missing missing = m_waveforms.empty()         ? Missing::NoWaveforms
                            : !state                    ? Missing::NoRecord
                            : m_shown == state->arrival ? m_missing
                                                        : Missing::Nothing;
    const bool outdated = state && state->arrival != m_shown;
    if (other || missing != m_missing || outdated) {
        m_missing = missing;
        Q_EMIT changed();
    }
}

/// What is shown and what was asked for is of something else.
void SpectrumSource::startAnew()
{
    m_history.cancel(m_ticket);
    m_asking = false;
    m_shown = twin::kNoTime;
    ++m_round;
}

void SpectrumSource::setKind(SpectrumKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    startAnew();
    follow();
}

void SpectrumSource::setWaveform(TagId tag)
{
    if (tag == m_tag || std::find(m_waveforms.begin(), m_waveforms.end(), tag) == m_waveforms.end())
        return;
    m_tag = tag;
    startAnew();
    follow();
}

void SpectrumSource::want()
{
    const twin::TagState* state = record();
    if (!state || m_asking || state->arrival == m_shown)
        return;
    const twin::Tag& tag = m_plant->tag(m_tag);
    SpectrumQuestion question{m_kind, std::get<twin::Waveform>(state->value), Format::unit(tag), 0, {}};
    m_bearingKnown = false;
    if (const auto& setup = m_plant->asset(m_asset).vibration) {
        question.bearingOrders = setup->bearingOrders;
        m_bearingKnown = setup->bearingOrders[0] > 0;
        const auto& tags = m_view.snapshot()->tags;
        if (twin::index(setup->speed) < tags.size() && !tags[twin::index(setup->speed)].stale)
            question.speed = twin::toNumber(tags[twin::index(setup->speed)].value) / kSecondsPerMinute;
    }
    m_asking = true;
    const quint64 round = ++m_round;
    m_history.spectrum(m_ticket, std::move(question),
                       [self = QPointer(this), this, at = state->arrival, round](SpectrumFigure figure) {
                           if (self && round == m_round)
                               take(std::move(figure), at);
                       });
}

void SpectrumSource::take(SpectrumFigure figure, twin::TimeNs at)
{
    m_figure = std::move(figure);
    m_asking = false;
    m_shown = at;
    m_missing = m_figure.amplitudes.empty() ? Missing::Unusable : Missing::Nothing;
    Q_EMIT changed();
}

} // namespace gemba::ui

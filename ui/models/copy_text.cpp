// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/copy_text.h"

namespace gemba::ui {

QString CopyText::line(QStringList parts, twin::TimeNs at) const
{
    // The day of the week says nothing to a table that this is pasted into.
    parts += at == twin::kNoTime ? tr("no record")
                                 : m_phrases.format().dateTime(at).section(QLatin1Char(' '), 1);
    parts += Phrases::mode(m_view.mode());
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · ")).simplified();
}

QString CopyText::tag(twin::TagId id) const
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    if (!s || !s->plant || twin::index(id) >= s->tags.size())
        return {};
    const twin::TagState& state = s->tags[twin::index(id)];
    const twin::Tag& tag = s->plant->tag(id);
    QString value = m_phrases.format().tagValue(state.value, tag);
    if (state.arrival == twin::kNoTime)
        value = tr("no value");
    else if (const QString unit = m_phrases.format().unitText(tag); !unit.isEmpty())
        value += QLatin1Char(' ') + unit;
    return line({value, m_phrases.tagName(id), state.stale ? tr("stale") : QString()},
                state.arrival);
}

QString CopyText::condition(twin::AssetId id) const
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    if (!s || !s->plant || twin::index(id) >= s->assets.size())
        return {};
    const twin::Assessment& a = s->assets[twin::index(id)].assessment;
    const QString withheld = m_phrases.withheld(a);
    const QString what = withheld.isEmpty()
                             ? tr("condition %1 of 100, %2")
                                   .arg(Format::points(a.score))
                                   .arg(Phrases::word(a.word))
                             : tr("condition withheld: %1").arg(withheld);
    return line({what, m_phrases.assetName(id)}, s->at);
}

QString CopyText::alert(const twin::Alert& alert, const QString& detail) const
{
    return line({m_phrases.alertTitle(alert), detail}, alert.raisedAt);
}

QString CopyText::atCursor(const QString& what, const QString& of) const
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    return what.isEmpty() ? QString() : line({what, of}, s ? s->at : twin::kNoTime);
}

} // namespace gemba::ui

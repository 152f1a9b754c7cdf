// SPDX-License-Identifier: GPL-3.0-or-later
// Which plants a person knows, from one run to the next.
#include "app/gemba/plants.h"

#include <QDir>

namespace gemba {
namespace {

const QString kKey = QStringLiteral("plants");
constexpr qsizetype kMost = 50;

/// One list says how each field is called in the settings.
template <class Source, class F>
void eachField(Source& s, F f)
{
    f("folder", s.folder);
    f("broker", s.broker);
    f("ca", s.caFile);
    f("cert", s.certFile);
    f("key", s.keyFile);
    f("user", s.user);
    f("password-file", s.passwordFile);
}

} // namespace

void Plants::remember()
{
    QVariantList list;
    for (const ui::PlantLine& l : m_lines) {
        if (m_entries[l.id].demo)
            continue;
        QVariantMap map{{QStringLiteral("name"), l.name}};
        eachField(l.source, [&](const char* name, const QString& value) {
            if (!value.isEmpty())
                map.insert(QLatin1String(name), value);
        });
        list += map;
    }
    m_settings.remember(kKey, list.isEmpty() ? QVariant() : QVariant(list));
}

void Plants::recall()
{
    const QVariantList list = m_settings.remembered(kKey).toList().mid(0, kMost);
    for (const QVariant& item : list) {
        const QVariantMap map = item.toMap();
        ui::PlantSource source;
        eachField(source, [&](const char* name, QString& value) {
            value = map.value(QLatin1String(name)).toString();
        });
        if (source.folder.isEmpty() || source.broker.isEmpty())
            continue;
        const quint64 id = add(source);
        if (const QString name = map.value(QStringLiteral("name")).toString(); !name.isEmpty())
            line(id)->name = name;
    }
}

} // namespace gemba

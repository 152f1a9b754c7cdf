// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settings.h"

#include <algorithm>

#include <QFileInfo>
#include <QSettings>

namespace gemba::ui {
namespace {

const QString kRemembered = QStringLiteral("remembered/");

} // namespace

Settings::Settings(const QString& path, QObject* parent)
    : QObject(parent),
      m_file(path.isEmpty() ? nullptr : std::make_unique<QSettings>(path, QSettings::IniFormat)),
      m_table(table())
{
}

Settings::~Settings() = default;

QVariant Settings::defaultOf(const QString& key) const
{
    const auto entry = std::find_if(m_table.begin(), m_table.end(),
                                    [&](const SettingEntry& e) { return e.key == key; });
    return entry == m_table.end() ? QVariant() : entry->byDefault;
}

QVariant Settings::value(const QString& key) const
{
    const auto entry = std::find_if(m_table.begin(), m_table.end(),
                                    [&](const SettingEntry& e) { return e.key == key; });
    if (entry == m_table.end())
        return {};
    const QVariant& standard = entry->byDefault;
    QVariant v = m_overrides.value(key);
    if (!v.isValid())
        v = m_file ? m_file->value(key, standard) : m_values.value(key, standard);
    // An INI file gives texts back; a damaged entry counts as not set.
    const QString text = v.toString();
    const bool truth = text == QLatin1String("true") || text == QLatin1String("false");
    if ((standard.typeId() == QMetaType::Bool && !truth) ||
        (!entry->choices.isEmpty() && !entry->choices.contains(text)) ||
        !v.convert(standard.metaType()))
        return standard;
    return v;
}

void Settings::set(const QString& key, const QVariant& value)
{
    const auto entry = std::find_if(m_table.begin(), m_table.end(),
                                    [&](const SettingEntry& e) { return e.key == key; });
    if (entry == m_table.end() || entry->byDefault.metaType() != value.metaType())
        return;
    if (!entry->choices.isEmpty() && !entry->choices.contains(value.toString()))
        return;
    if (this->value(key) == value)
        return;
    m_overrides.remove(key);
    if (value == entry->byDefault) {
        m_values.remove(key);
        if (m_file)
            m_file->remove(key);
    } else if (m_file) {
        m_file->setValue(key, value);
    } else {
        m_values.insert(key, value);
    }
    Q_EMIT changed(key);
}

void Settings::setDefault(const QString& key, const QVariant& value)
{
    const auto entry = std::find_if(m_table.begin(), m_table.end(),
                                    [&](const SettingEntry& e) { return e.key == key; });
    if (entry == m_table.end() || entry->byDefault.metaType() != value.metaType())
        return;
    const QVariant before = this->value(key);
    entry->byDefault = value;
    if (this->value(key) != before)
        Q_EMIT changed(key);
}

void Settings::override(const QString& key, const QVariant& value)
{
    if (!defaultOf(key).isValid())
        return;
    const QVariant before = this->value(key);
    m_overrides.insert(key, value);
    if (this->value(key) != before)
        Q_EMIT changed(key);
}

QVariant Settings::remembered(const QString& key) const
{
    return m_file ? m_file->value(kRemembered + key) : m_values.value(kRemembered + key);
}

void Settings::remember(const QString& key, const QVariant& value)
{
    if (m_file) {
        value.isValid() ? m_file->setValue(kRemembered + key, value)
                        : m_file->remove(kRemembered + key);
    } else {
        m_values.insert(kRemembered + key, value);
    }
}

QString Settings::folder() const
{
    return m_file ? QFileInfo(m_file->fileName()).absolutePath() : QString();
}

void Settings::sync()
{
    if (m_file)
        m_file->sync();
}

QString Settings::problem() const
{
    if (!m_file || m_file->status() == QSettings::NoError)
        return {};
    return m_file->status() == QSettings::AccessError
               ? tr("Settings cannot be written to %1. Check the folder's rights.")
                     .arg(m_file->fileName())
               : tr("Settings in %1 are damaged; defaults are used for what cannot be read.")
                     .arg(m_file->fileName());
}

} // namespace gemba::ui

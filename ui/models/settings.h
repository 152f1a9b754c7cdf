// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QVariant>

class QSettings;

namespace gemba::ui {

/// One thing that a person can set, as the settings table shows it.
struct SettingEntry
{
    QString key;       ///< "section/name", the same in every language
    QVariant byDefault; ///< bool, int, double or QString: says what may be set
    QString title;     ///< translated
    QString help;      ///< one translated sentence: what it changes
    QStringList choices; ///< of a QString: the values there are; empty: any text
    QStringList choiceTitles; ///< translated, as many as choices
};

/// What this person has chosen, kept in one INI file. Only what differs from its default is
/// stored, so a better default reaches everybody who never chose. Beside the table of settings,
/// the window remembers things that nobody sets by hand (layouts, recent files). GUI thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// An empty path keeps everything in memory: pictures and tests.
    explicit Settings(const QString& path = {}, QObject* parent = nullptr);
    ~Settings() override;

    /// Everything that can be set, in the order of the table, in the language of now.
    [[nodiscard]] static std::vector<SettingEntry> table();

    [[nodiscard]] QVariant value(const QString& key) const; ///< the default where nothing is set
    [[nodiscard]] bool isOn(const QString& key) const { return value(key).toBool(); }
    [[nodiscard]] QString text(const QString& key) const { return value(key).toString(); }
    /// Values of another type than the default's, or not among the choices, change nothing.
    void set(const QString& key, const QVariant& value);
    void reset(const QString& key) { set(key, defaultOf(key)); }
    [[nodiscard]] QVariant defaultOf(const QString& key) const;
    /// What holds in this run where this person chose nothing, as the desktop wants it.
    void setDefault(const QString& key, const QVariant& value);
    /// Holds for this run only, until a person chooses otherwise; never stored.
    void override(const QString& key, const QVariant& value);

    /// What is remembered, not set: any key, outside the table.
    [[nodiscard]] QVariant remembered(const QString& key) const;
    void remember(const QString& key, const QVariant& value); ///< an invalid value forgets it

    /// Where other files of this person stand; empty: everything is in memory.
    [[nodiscard]] QString folder() const;

    void sync(); ///< writes the file now
    /// Why the file cannot be written, as a sentence; empty while it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed(const QString& key); ///< of the table

private:
    std::unique_ptr<QSettings> m_file;
    QVariantMap m_values; ///< instead of the file where there is none
    QVariantMap m_overrides; ///< for this run
    std::vector<SettingEntry> m_table;
};

} // namespace gemba::ui

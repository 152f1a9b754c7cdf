// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace gemba::ui {

class Settings;

/// The sessions opened last, newest first, remembered in the settings. Files that are gone stay
/// in the list until they are asked for: a drive may come back. GUI thread.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 10;

    explicit RecentFiles(Settings& settings, QObject* parent = nullptr);
    [[nodiscard]] QStringList paths() const; ///< absolute
    void add(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    Settings& m_settings;
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/look/theme.h"
#include "ui/models/settings.h"

class QLineEdit;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// Everything that can be set, in one table that can be searched. What differs from its default
/// is bold and can be put back. Every change takes effect at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Settings& settings, QWidget* parent);
    void begin(const QString& words); ///< with these to be found
    void search(const QString& words);

private:
    struct Row
    {
        SettingEntry entry;
        QWidget* frame = nullptr;
        TextLabel* title = nullptr;
        QWidget* editor = nullptr;
        FlatButton* reset = nullptr;
    };
    Row makeRow(const SettingEntry& entry);
    [[nodiscard]] QWidget* makeEditor(const SettingEntry& entry);
    void show(const Row& row);
    Settings& m_settings;
    std::vector<Row> m_rows;
    QLineEdit* m_words = nullptr;
    TextLabel* m_nothing = nullptr;
};

} // namespace gemba::ui

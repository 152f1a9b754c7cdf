// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/models/plant_directory.h"

class QGridLayout;
class QLineEdit;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// Asks where a plant is described and where its telemetry comes from. No password is ever typed
/// here: the name of a file that holds it is.
class WatchPlantDialog : public QDialog
{
    Q_OBJECT
public:
    /// `folder`: known already, e.g. dropped onto the window.
    explicit WatchPlantDialog(const QString& folder, QWidget* parent);
    [[nodiscard]] PlantSource source() const;

private:
    QLineEdit* addField(QGridLayout& grid, const QString& name, const QString& hint,
                        bool browseFolder, bool browseFile);
    void check();
    QLineEdit *m_folder, *m_broker, *m_ca, *m_cert, *m_key, *m_user, *m_password;
    TextLabel* m_missing = nullptr; ///< what is still wanted, as a sentence
    FlatButton* m_ok = nullptr;
};

} // namespace gemba::ui

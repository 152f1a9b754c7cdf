// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QMenuBar;

namespace gemba::ui {

/// Every key and what it does, made from the menus themselves, by menu.
class KeySheet : public QDialog
{
    Q_OBJECT
public:
    KeySheet(const QMenuBar& menus, QWidget* parent);
};

} // namespace gemba::ui

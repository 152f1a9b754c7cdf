// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/shell/app_services.h"

namespace gemba::ui {

/// Which Gemba this is, what it is built on, and under which licences.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    AboutDialog(const std::vector<LibraryLine>& libraries, QWidget* parent);
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_version.h"

#include <vtkVersion.h>

namespace gemba::ui {

QString vtkVersionInUse()
{
    return QString::fromLatin1(vtkVersion::GetVTKVersion());
}

} // namespace gemba::ui

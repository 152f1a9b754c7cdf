// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "twin/model/ids.h"

namespace gemba::ui {

/// Which machine a window is about. Owned by the window, shared by its panels.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] twin::AssetId asset() const { return m_asset; } ///< kNoAsset: none
    void setAsset(twin::AssetId asset)
    {
        if (asset == m_asset)
            return;
        m_asset = asset;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    twin::AssetId m_asset = twin::kNoAsset;
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QLockFile>
#include <QString>

#include "twin/model/package.h"

namespace gemba {

/// The place of a plant's always-on history, held for as long as this lives, so that no other
/// program of ours writes there. What an earlier run left is kept beside it, so that a crash does
/// not cost the half hour before it.
class RingFile
{
public:
    /// In the user's data folder, by the plant's id and where it is listened to: two works that
    /// share a description each keep a history of their own.
    [[nodiscard]] static QString pathFor(const std::string& plantId, const std::string& listensAt);
    /// Where earlier versions kept it; the first of such plants takes it over.
    [[nodiscard]] static QString earlierPathFor(const twin::PlantPackage& package);
    /// An empty path: no history. `earlier`: taken over where there is nothing at `path` yet and
    /// nobody writes there.
    explicit RingFile(const QString& path, const QString& earlier = {});
    /// Empty where there is none, or another program records this plant's history already.
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace gemba

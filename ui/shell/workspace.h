// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QCoreApplication>

namespace gemba::ui {

enum class Workspace { Operate, Review, Models, Data, Fleet, Value };
inline constexpr std::array kWorkspaces{Workspace::Operate, Workspace::Review, Workspace::Models,
                                        Workspace::Data,    Workspace::Fleet,  Workspace::Value};

/// How the workspaces are called, and what stands in those that are not built yet.
struct WorkspaceText
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::WorkspaceText)
public:
    [[nodiscard]] static QString name(Workspace workspace);
    [[nodiscard]] static QString promise(Workspace workspace); ///< one sentence
    [[nodiscard]] static QString meanwhile(Workspace workspace); ///< what to use until then
    [[nodiscard]] static QString iconName(Workspace workspace);
};

/// "operate", "review", …: the names used on command lines, in every language the same.
[[nodiscard]] std::optional<Workspace> workspaceByName(const QString& name);

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

namespace gemba::ui {

QString WorkspaceText::name(Workspace workspace)
{
    switch (workspace) {
    case Workspace::Operate: return tr("Operate");
    case Workspace::Review: return tr("Review");
    case Workspace::Models: return tr("Models");
    case Workspace::Data: return tr("Data");
    case Workspace::Fleet: return tr("Fleet");
    case Workspace::Value: return tr("Value");
    }
    return {};
}

QString WorkspaceText::promise(Workspace workspace)
{
    switch (workspace) {
    case Workspace::Operate: return {};
    case Workspace::Review:
        return tr("Here a recorded incident will be laid out in order, compared with other models "
                  "and written up.");
    case Workspace::Models:
        return tr("Here the models in service will stand with their data, their error rates and "
                  "their versions.");
    case Workspace::Data:
        return tr("Here every source will stand with what it sent, lost and sent late, and who "
                  "answers for it.");
    case Workspace::Fleet:
        return tr("Here the edge nodes will stand with their models, their state and what was sent "
                  "to them.");
    case Workspace::Value:
        return tr(
            "Here it will stand what the advice earned, what it cost and how that was counted.");
    }
    return {};
}

QString WorkspaceText::meanwhile(Workspace workspace)
{
    switch (workspace) {
    case Workspace::Operate: return {};
    case Workspace::Review:
        return tr("Not there yet. Until then: open the session in Operate, set a bookmark at each "
                  "turn of the incident, and save that stretch of time to pass on.");
    case Workspace::Models:
        return tr("Not there yet. Until then: the inspector names the model behind a condition, "
                  "and “gembactl train” and “gembactl score” make and test models.");
    case Workspace::Data:
        return tr("Not there yet. Until then: the data chip above says what is late, silent or "
                  "down, and “gembactl info” counts what a session lost.");
    case Workspace::Fleet:
        return tr("Not there yet. Until then: the list of plants in the File menu shows every "
                  "plant that is watched, with its worst machine.");
    case Workspace::Value:
        return tr("Not there yet. Until then: every alert stays in the session with its times, "
                  "which is what an account of its worth begins with.");
    }
    return {};
}

QString WorkspaceText::iconName(Workspace workspace)
{
    switch (workspace) {
    case Workspace::Operate: return QStringLiteral("operate");
    case Workspace::Review: return QStringLiteral("review");
    case Workspace::Models: return QStringLiteral("models");
    case Workspace::Data: return QStringLiteral("data");
    case Workspace::Fleet: return QStringLiteral("fleet");
    case Workspace::Value: return QStringLiteral("value");
    }
    return {};
}

std::optional<Workspace> workspaceByName(const QString& name)
{
    for (const Workspace w : kWorkspaces) {
        if (WorkspaceText::iconName(w) == name)
            return w;
    }
    return std::nullopt;
}

} // namespace gemba::ui

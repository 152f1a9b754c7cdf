// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/training_facts.h"

namespace gemba::twin {

void describeTraining(const TrainingTable& table, const Recipe& recipe, const std::string& dataSha256,
                      TrainingFacts& facts)
{
    Recipe complete = recipe;
    complete.inputs = table.inputs;
    if (recipe.task == LearningTask::Detect) // only its budget counts in days
        complete.period = table.rowSeconds;
    facts.seed = recipe.seed;
    facts.dataSha256 = dataSha256;
    facts.recipe = recipeJson(complete);
}

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/eastman_models.h"

#include "twin/model/package.h"
#include "twin/training/byte_file.h"
#include "twin/training/pca_trainer.h"

namespace gemba::twin::test {

std::string eastmanFolder(const std::string& sourceTree) { return sourceTree + "/resources/plants/eastman"; }

std::string csvOf(const plant::Run& run)
{
    std::string csv;
    CsvWriter w(csv, ',');
    for (const std::string& name : run.columns)
        w.text(name);
    w.end();
    for (std::size_t r = 0; r < run.rows; ++r) {
        for (const double v : run.row(r))
            w.number(v);
        w.end();
    }
    return csv;
}

Result<std::string> trainUnit(const std::string& folder, const std::string& unit)
{
    const auto recipeText = readBytes(folder + "/recipes/" + unit + ".json", std::size_t{1} << 20);
    if (!recipeText)
        return recipeText.error();
    const auto recipe = parseRecipe(*recipeText);
    if (!recipe)
        return recipe.error();
    std::vector<CsvTable> tables;
    std::string allBytes;
    for (const std::string name : {"d00.run", "d00_10d.run"}) {
        const auto bytes = readBytes(folder + "/runs/" + name, plant::kMaxRunBytes);
        if (!bytes)
            return bytes.error();
        const auto run = plant::parseRun(*bytes);
        if (!run)
            return run.error();
        auto table = CsvTable::parse(csvOf(*run), name);
        if (!table)
            return table.error();
        tables.push_back(std::move(*table));
        allBytes += *bytes;
    }
    const auto rows = selectTrainingRows(tables, *recipe);
    if (!rows)
        return rows.error();
    const auto model = trainPca(*rows, *recipe, sha256Hex(allBytes));
    if (!model)
        return model.error();
    return modelJson(*model);
}

} // namespace gemba::twin::test

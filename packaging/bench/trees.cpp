// SPDX-License-Identifier: GPL-3.0-or-later
// What a row costs that boosted trees score, against XGBoost itself on one large batch.
#include <algorithm>
#include <memory>

#include <QCoreApplication>
#include <QCommandLineParser>

#include <xgboost/c_api.h>

#include "packaging/bench/report.h"
#include "twin/prognosis/boosted_scorer.h"
#include "twin/prognosis/xgboost_document.h"
#include "twin/training/grow_trees.h"
#include "twin/wording/error_text.h"

namespace {

using namespace gemba;

constexpr std::size_t kFeatures = 32;
constexpr std::size_t kFloorRows = 4'000;

[[noreturn]] void die(const QString& why)
{
    bench::say(QStringLiteral("bench-trees: ") + why);
    std::exit(1);
}

template <class T>
T valueOrDie(twin::Result<T> r)
{
    if (!r)
        die(twin::errorText(r.error()));
    return std::move(*r);
}

std::vector<float> madeUpRows(std::size_t rows, std::uint64_t seed)
{
    std::vector<float> out(rows * kFeatures);
    for (float& v : out) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL; // Knuth's MMIX
        v = static_cast<float>(seed >> 40) / 16777216.0F;
    }
    return out;
}

std::shared_ptr<twin::BoostedModel> madeUpModel()
{
    const std::vector<float> rows = madeUpRows(4'000, 1);
    std::vector<float> labels;
    for (std::size_t r = 0; r < rows.size(); r += kFeatures)
        labels.push_back(rows[r] * rows[r + 1] + rows[r + 2]);
    twin::BoostRecipe recipe;
    recipe.trees = 100;
    recipe.depth = 6;
    auto model = std::make_shared<twin::BoostedModel>();
    model->trees = valueOrDie(twin::growTrees({.features = rows, .columns = kFeatures, .labels = labels}, recipe, 1, [] {}));
    model->band = {{0.0, -0.1, 0.1}, {1.0, -0.2, 0.2}};
    return model;
}

/// The library alone, as fast as it is: one batch of 4,000 rows over and over.
class Floor
{
public:
    explicit Floor(const twin::TreeEnsemble& trees)
    {
        const std::string text = twin::xgb::document(trees);
        if (XGBoosterCreate(nullptr, 0, &m_booster) != 0 || XGBoosterLoadModelFromBuffer(m_booster, text.data(), text.size()) != 0
            || XGBoosterSetParam(m_booster, "nthread", "1") != 0)
            die(QString::fromUtf8(XGBGetLastError()));
    }
    Floor(const Floor&) = delete;
    Floor& operator=(const Floor&) = delete;
    ~Floor() { XGBoosterFree(m_booster); }

    double secondsPerRow(const std::vector<float>& rows)
    {
        const std::size_t all = rows.size() / kFeatures;
        const double begun = bench::cpuSeconds();
        for (std::size_t start = 0; start < all; start += kFloorRows) {
            const std::size_t n = std::min(kFloorRows, all - start);
            const std::string values = QStringLiteral(R"({"data":[%1,true],"shape":[%2,%3],"strides":null,"typestr":"<f4","version":3})")
                                           .arg(reinterpret_cast<quintptr>(&rows[start * kFeatures])).arg(n).arg(kFeatures).toStdString();
            const bst_ulong* shape = nullptr;
            bst_ulong dimensions = 0;
            const float* result = nullptr;
            if (XGBoosterPredictFromDense(m_booster, values.c_str(),
                                          R"({"type":0,"training":false,"iteration_begin":0,"iteration_end":0,"missing":NaN,"strict_shape":true,"cache_id":0})",
                                          nullptr, &shape, &dimensions, &result) != 0)
                die(QString::fromUtf8(XGBGetLastError()));
        }
        return (bench::cpuSeconds() - begun) / static_cast<double>(all);
    }

private:
    BoosterHandle m_booster = nullptr;
};

/// Ours: batches as scoring makes them, with bands and predictions.
double secondsPerRow(twin::BoostedScorer& scorer, const std::vector<float>& rows, std::size_t batch)
{
    const std::size_t all = rows.size() / kFeatures;
    const double begun = bench::cpuSeconds();
    for (std::size_t start = 0; start < all; start += batch) {
        const std::size_t n = std::min(batch, all - start);
        if (const auto done = scorer.score(std::span(rows).subspan(start * kFeatures, n * kFeatures)); !done)
            die(twin::errorText(done.error()));
    }
    return (bench::cpuSeconds() - begun) / static_cast<double>(all);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("Not used: nothing is kept."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("pairs"), QStringLiteral("Measurements."), QStringLiteral("N"), QStringLiteral("9")},
                  {QStringLiteral("rows"), QStringLiteral("To score in each."), QStringLiteral("N"), QStringLiteral("400000")}});
    p.addHelpOption();
    p.process(app);
    const auto model = madeUpModel();
    auto scorer = valueOrDie(twin::BoostedScorer::make(model));
    Floor floor(model->trees);
    const std::vector<float> rows = madeUpRows(p.value(QStringLiteral("rows")).toUInt(), 2);
    const std::vector<float> few(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), 2'000 * kFeatures)));
    std::vector<double> ours, alone, theirs;
    const int pairs = p.value(QStringLiteral("pairs")).toInt();
    for (int i = 0; i <= pairs; ++i) {
        const double reference = floor.secondsPerRow(rows);
        const double batched = secondsPerRow(scorer, rows, twin::kBatchRows);
        bench::say(QStringLiteral("trees %1/%2: %3 us a row, floor %4 us").arg(i).arg(pairs).arg(batched * 1e6, 0, 'f', 3).arg(reference * 1e6, 0, 'f', 3));
        if (i == 0) // warm-up
            continue;
        theirs.push_back(reference);
        ours.push_back(batched);
        alone.push_back(secondsPerRow(scorer, few, 1));
    }
    bench::Report report;
    report.add({QStringLiteral("trees.row"), QStringLiteral("boosted trees, a row in our batches : in one of 4,000 by the library"),
                bench::ratiosOf(ours, theirs), bench::Goal::Kind::AtMost, 1.2});
    report.note(QStringLiteral("row_seconds"), bench::toJson(bench::spreadOf(ours)));
    report.note(QStringLiteral("floor_seconds"), bench::toJson(bench::spreadOf(theirs)));
    report.note(QStringLiteral("single_row_seconds"), bench::toJson(bench::spreadOf(alone)));
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}

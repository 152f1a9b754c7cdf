// SPDX-License-Identifier: GPL-3.0-or-later
// What one tick costs that scores every asset of a large plant, against its kernels alone, on rows and
// models that lie in memory one behind the other: T2 and SPE under the baseline and the 20 of the
// bootstrap, the on-delay of each, and the digest of what comes out.
#include <algorithm>
#include <cmath>

#include <QCommandLineParser>
#include <QCoreApplication>

#include "packaging/bench/made_up_plant.h"
#include "packaging/bench/report.h"
#include "twin/detection/pca_model.h"
#include "twin/runtime/digest.h"
#include "twin/runtime/pipeline.h"
#include "twin/wording/error_text.h"

using namespace gemba;

namespace {

constexpr twin::TimeNs kStart = 1'790'000'000 * twin::kSecond;

[[noreturn]] void die(const QString& why)
{
    bench::say(QStringLiteral("bench-tick: ") + why);
    std::exit(1);
}

template <class T>
T valueOrDie(twin::Result<T> r)
{
    if (!r)
        die(twin::errorText(r.error()));
    return std::move(*r);
}

/// The kernels: the same sums as the models' statistics, with divisions made beforehand; the smallest of
/// the last three of each; SHA-256 over as many bytes as an assessment without reasons has.
class Floor
{
public:
    Floor(const twin::PcaModel& model, std::uint32_t assets) : m_p(model.inputCount()), m_a(model.componentCount())
    {
        for (std::uint32_t asset = 0; asset < assets; ++asset) {
            add(model.baseline);
            for (const twin::PcaBaseline& b : model.bootstrap)
                add(b);
        }
        m_baselines = 1 + model.bootstrap.size();
        m_delay = std::size_t{assets} * 2 * m_baselines;
        m_rings.resize(3 * m_delay);
        m_smallest.resize(m_delay);
        m_rows.resize(std::size_t{assets} * m_p);
        m_z.resize(m_p);
        m_t.resize(m_a);
        m_outputs.resize(assets * kAssessmentBytes);
    }

    void setRow(std::uint64_t row)
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i] = bench::valueOf(static_cast<std::uint32_t>(i / m_p * bench::PlantShape::kTagsPerAsset + i % m_p), row);
    }

    double seconds()
    {
        const double begun = bench::cpuSeconds();
        const double* b = m_numbers.data();
        double* out = &m_rings[m_turn++ % 3 * m_delay];
        for (std::size_t at = 0; at < m_rows.size(); at += m_p) {
            for (std::size_t k = 0; k < m_baselines; ++k, out += 2)
                b = one(b, &m_rows[at], out);
        }
        for (std::size_t i = 0; i < m_delay; ++i)
            m_smallest[i] = std::min({m_rings[i], m_rings[m_delay + i], m_rings[2 * m_delay + i]});
        m_sum += m_smallest.back();
        constexpr std::size_t kAtOnce = 64U << 10;
        for (std::size_t left = m_outputs.size(); left > 0; left -= std::min(left, kAtOnce))
            m_digest.update(std::string_view(m_outputs).substr(m_outputs.size() - left, kAtOnce));
        const double took = bench::cpuSeconds() - begun;
        if (!std::isfinite(m_sum))
            die(QStringLiteral("the kernels gave no number"));
        return took;
    }

private:
    void add(const twin::PcaBaseline& b)
    {
        m_numbers.insert(m_numbers.end(), b.mean.begin(), b.mean.end());
        for (const double s : b.scale)
            m_numbers.push_back(1.0 / s);
        m_numbers.insert(m_numbers.end(), b.loadings.begin(), b.loadings.end());
        for (const double v : b.variances)
            m_numbers.push_back(1.0 / std::sqrt(v));
    }
    const double* one(const double* b, const double* row, double* out)
    {
        const double *mean = b, *scale = mean + m_p, *loadings = scale + m_p, *roots = loadings + m_p * m_a;
        double t2 = 0.0, spe = 0.0;
        for (std::size_t k = 0; k < m_a; ++k)
            m_t[k] = 0.0;
        for (std::size_t i = 0; i < m_p; ++i) {
            m_z[i] = (row[i] - mean[i]) * scale[i];
            for (std::size_t k = 0; k < m_a; ++k)
                m_t[k] += loadings[i * m_a + k] * m_z[i];
        }
        for (std::size_t k = 0; k < m_a; ++k)
            t2 += m_t[k] * roots[k] * m_t[k] * roots[k];
        for (std::size_t i = 0; i < m_p; ++i) {
            double r = m_z[i];
            for (std::size_t k = 0; k < m_a; ++k)
                r -= loadings[i * m_a + k] * m_t[k];
            spe += r * r;
        }
        out[0] = t2;
        out[1] = spe;
        return roots + m_a;
    }

    static constexpr std::size_t kAssessmentBytes = 120;
    std::size_t m_p, m_a, m_baselines = 0, m_delay = 0, m_turn = 0;
    std::vector<double> m_numbers, m_rows, m_z, m_t, m_rings, m_smallest;
    std::string m_outputs;
    twin::DigestStream m_digest;
    double m_sum = 0.0;
};

/// A plant whose rows are never complete, so that everything is scored at once by the deadline.
class Ticked : public twin::PipelineOutput
{
public:
    Ticked(const twin::PlantPackage& package, std::uint32_t tags) : m_pipeline(valueOrDie(twin::Pipeline::create(package)))
    {
        for (std::uint32_t t = 0; t < tags; ++t) {
            m_topics.push_back(bench::topicOf(t));
            m_messages.emplace_back(t);
        }
    }

    void say(std::uint64_t row) ///< not part of a tick
    {
        const twin::TimeNs at = timeOf(row);
        const std::string time = twin::toIso8601(at);
        for (std::uint32_t t = 0; t < m_topics.size(); ++t) {
            if ((t + 1) % bench::PlantShape::kTagsPerAsset == 0)
                continue; // the one that makes rows complete
            std::string text = m_messages[t].text();
            bench::Message::setRow(text.data(), row, bench::valueOf(t, row), time);
            encode(twin::PacketView{m_topics[t], text, 0, false, false}, m_bytes);
            m_pipeline->apply({++m_seq, at, twin::RecordKind::Packet, twin::SourceId{0}, m_bytes}, *this);
        }
    }

    double seconds(std::uint64_t row)
    {
        m_scored = m_withheld = m_suspicious = 0;
        const double begun = bench::cpuSeconds();
        m_pipeline->apply({++m_seq, timeOf(row) + twin::kSecond, twin::RecordKind::Tick, twin::SourceId{0}, {}}, *this);
        return bench::cpuSeconds() - begun;
    }
    [[nodiscard]] std::uint64_t scored() const { return m_scored; }
    [[nodiscard]] std::uint64_t withheld() const { return m_withheld; }
    [[nodiscard]] std::uint64_t suspicious() const { return m_suspicious; } ///< with a reason

private:
    static twin::TimeNs timeOf(std::uint64_t row) { return kStart + static_cast<twin::TimeNs>(row) * 2 * twin::kSecond; }
    void onAssessment(twin::AssetId, const twin::Assessment& a) override
    {
        ++(a.withheld == twin::Withheld::No ? m_scored : m_withheld);
        m_suspicious += a.deductions.empty() ? 0 : 1;
    }

    std::unique_ptr<twin::Pipeline> m_pipeline;
    std::vector<std::string> m_topics;
    std::vector<bench::Message> m_messages;
    twin::Bytes m_bytes;
    std::uint64_t m_seq = 0, m_scored = 0, m_withheld = 0, m_suspicious = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("Not used: nothing is kept."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("pairs"), QStringLiteral("Ticks after the warm-up."), QStringLiteral("N"), QStringLiteral("15")},
                  {QStringLiteral("assets"), QStringLiteral("Of ten inputs each."), QStringLiteral("N"), QStringLiteral("5000")}});
    p.addHelpOption();
    p.process(app);
    bench::PlantShape shape;
    shape.assets = p.value(QStringLiteral("assets")).toUInt();
    shape.models = true;
    shape.incomplete = true;
    const auto package = valueOrDie(bench::makePackage(shape));
    const auto model = valueOrDie(twin::parseModel(package.find("model")->bytes));
    Floor floor(model, shape.assets);
    Ticked plant(package, shape.tags());
    bench::say(QStringLiteral("tick: %1 assets of %2 inputs, %3 components, %4 baselines").arg(shape.assets).arg(model.inputCount())
                   .arg(model.componentCount()).arg(1 + model.bootstrap.size()));
    plant.say(0);
    (void)plant.seconds(0);
    std::vector<double> ours, kernels, shares;
    constexpr int kWarmUp = 8; // on-delay and dwell, then one more
    const int pairs = p.value(QStringLiteral("pairs")).toInt();
    for (int i = 1; i <= kWarmUp + pairs; ++i) {
        const auto row = static_cast<std::uint64_t>(i);
        plant.say(row);
        floor.setRow(row);
        const double reference = floor.seconds(), took = plant.seconds(row);
        if (i <= kWarmUp)
            continue;
        if (plant.scored() != shape.assets || plant.withheld() != 0)
            die(QStringLiteral("void: %1 assets scored, %2 withheld").arg(plant.scored()).arg(plant.withheld()));
        bench::say(QStringLiteral("tick %1/%2: %3 ms, kernels %4 ms, %5 assets with a reason").arg(i - kWarmUp).arg(pairs).arg(took * 1e3, 0, 'f', 2)
                       .arg(reference * 1e3, 0, 'f', 2).arg(plant.suspicious()));
        kernels.push_back(reference);
        ours.push_back(took);
        shares.push_back(100.0 * took);
    }
    using Kind = bench::Goal::Kind;
    bench::Report report;
    report.add({QStringLiteral("tick.kernels"), QStringLiteral("CPU, one tick over %1 assets : its kernels").arg(shape.assets),
                bench::ratiosOf(ours, kernels), Kind::AtMost, 1.5});
    report.add({QStringLiteral("tick.share"), QStringLiteral("of a core, that tick once a second"), bench::spreadOf(shares), Kind::AtMost,
                20.0, false, QStringLiteral("%")});
    report.note(QStringLiteral("tick_seconds"), bench::toJson(bench::spreadOf(ours)));
    report.note(QStringLiteral("kernel_seconds"), bench::toJson(bench::spreadOf(kernels)));
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/made_up_plant.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <numbers>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fmt/format.h>

#include "twin/model/time.h"
#include "twin/training/pca_trainer.h"

namespace gemba::bench {
namespace {

constexpr std::size_t kTrainingRows = 1500;
constexpr std::uint32_t kTrainingAsset = 1'000'003; // none of the plant's: other noise

// {"time":"2026-01-01T00:00:00.000Z","value":   50.00,"seq":         1,...
constexpr std::string_view kHead = R"({"time":")";
constexpr std::size_t kTimeAt = kHead.size(), kTimeSize = 24;
constexpr std::string_view kAfterTime = R"(","value":)";
constexpr std::size_t kValueAt = kTimeAt + kTimeSize + kAfterTime.size(), kValueSize = 8;
constexpr std::string_view kAfterValue = R"(,"seq":)";
constexpr std::size_t kSequenceAt = kValueAt + kValueSize + kAfterValue.size(), kSequenceSize = 10;

std::uint64_t mix(std::uint64_t x) // splitmix64 (Steele, Lea, Flood 2014)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

double noise(std::uint64_t seed) // about normal: the sum of four uniforms, deviation 0.3
{
    const std::uint64_t x = mix(seed);
    double sum = 0.0;
    for (int i = 0; i < 4; ++i)
        sum += static_cast<double>((x >> (16 * i)) & 0xffff) / 65536.0 - 0.5;
    return sum * 0.52;
}

std::string idOf(std::uint32_t tag)
{
    return fmt::format("a{}.t{}", tag / PlantShape::kTagsPerAsset, tag % PlantShape::kTagsPerAsset);
}

QString q(const std::string& text) { return QString::fromStdString(text); }

QJsonObject local(const std::string& text) { return {{QStringLiteral("en"), q(text)}}; }

twin::Result<twin::PcaModel> trainOne(std::uint32_t inputs)
{
    twin::TrainingTable table;
    table.stretches = table.runs = {0};
    table.rowSeconds = 1.0;
    for (std::uint32_t t = 0; t < inputs; ++t)
        table.inputs.push_back(idOf(t));
    for (std::size_t row = 0; row < kTrainingRows; ++row) {
        for (std::uint32_t t = 0; t < inputs; ++t)
            table.values.push_back(valueOf(kTrainingAsset * PlantShape::kTagsPerAsset + t, row));
    }
    return twin::trainPca(table, twin::Recipe{}, twin::sha256Hex("made up"));
}

twin::Blob blobOf(std::string kind, std::string name, std::string bytes)
{
    std::string sha = twin::sha256Hex(bytes);
    return {std::move(kind), std::move(name), std::move(sha), std::move(bytes)};
}

std::string modelName(std::uint32_t asset) { return fmt::format("models/a{}.gmodel", asset); }

std::string assetId(std::uint32_t asset) { return fmt::format("a{}", asset); }

QJsonObject assetJson(std::uint32_t asset, bool model)
{
    const std::string id = assetId(asset);
    QJsonObject o{{QStringLiteral("id"), q(id)}, {QStringLiteral("number"), q(id)},
                  {QStringLiteral("name"), local(id)}, {QStringLiteral("area"), QStringLiteral("line")},
                  {QStringLiteral("class"), QStringLiteral("machine")}};
    if (model)
        o[QStringLiteral("model")] = q(modelName(asset));
    return o;
}

QJsonObject tagJson(std::uint32_t tag, const std::string& period)
{
    const std::string id = idOf(tag);
    const QJsonObject binding{{QStringLiteral("topic"), q(topicOf(tag))},
                              {QStringLiteral("value"), QStringLiteral("/value")},
                              {QStringLiteral("time"), QStringLiteral("/time")},
                              {QStringLiteral("sequence"), QStringLiteral("/seq")}};
    return {{QStringLiteral("id"), q(id)}, {QStringLiteral("number"), q(id)},
            {QStringLiteral("name"), local(id)},
            {QStringLiteral("asset"), q(assetId(tag / PlantShape::kTagsPerAsset))},
            {QStringLiteral("unit"), QStringLiteral("kPa")}, {QStringLiteral("range"), QJsonArray{0, 100}},
            {QStringLiteral("period"), q(period)},
            {QStringLiteral("bindings"), QJsonArray{QJsonObject{{QStringLiteral("json"), binding}}}}};
}

std::string plantJson(const PlantShape& shape)
{
    QJsonArray assets;
    for (std::uint32_t a = 0; a < shape.assets; ++a)
        assets.append(assetJson(a, shape.models));
    QJsonArray tags;
    for (std::uint32_t t = 0; t < shape.tags(); ++t)
        tags.append(tagJson(t, shape.period));
    const QJsonObject plant{
        {QStringLiteral("format"), 1}, {QStringLiteral("id"), QStringLiteral("bench")},
        {QStringLiteral("enterprise"), local("Benchmark")}, {QStringLiteral("site"), local("Benchmark")},
        {QStringLiteral("timeZone"), QStringLiteral("Etc/UTC")},
        {QStringLiteral("subscriptions"), QJsonArray{QStringLiteral("bench/#")}},
        {QStringLiteral("areas"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("line")},
                                                         {QStringLiteral("name"), local("Line")}}}},
        {QStringLiteral("classes"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("machine")},
                                                           {QStringLiteral("name"), local("Machine")}}}},
        {QStringLiteral("assets"), assets}, {QStringLiteral("tags"), tags}};
    return QJsonDocument(plant).toJson(QJsonDocument::Compact).toStdString();
}

template <class... Format>
void putRight(char* field, std::size_t size, Format... valueAndFormat)
{
    char text[32];
    const auto [end, failed] = std::to_chars(text, text + sizeof text, valueAndFormat...);
    const auto n = std::min(size, static_cast<std::size_t>(end - text));
    std::memset(field, ' ', size - n);
    std::memcpy(field + size - n, text, n);
}

} // namespace

std::string topicOf(std::uint32_t tag)
{
    return fmt::format("bench/line-{}/a{}/t{}", tag / 1000, tag / PlantShape::kTagsPerAsset,
                       tag % PlantShape::kTagsPerAsset);
}

double valueOf(std::uint32_t tag, std::uint64_t row)
{
    constexpr double kTurn = 2.0 * std::numbers::pi;
    const double asset = tag / PlantShape::kTagsPerAsset;
    const double angle = kTurn * (tag % PlantShape::kTagsPerAsset) / PlantShape::kTagsPerAsset;
    const auto at = static_cast<double>(row);
    const double value = 50.0 + 10.0 * std::cos(angle) * std::sin(kTurn * (at / 97.0 + asset / 13.0))
                         + 10.0 * std::sin(angle) * std::sin(kTurn * (at / 41.0 + asset / 7.0))
                         + noise((static_cast<std::uint64_t>(tag) << 32) ^ row);
    return std::round(value * 100.0) / 100.0;
}

twin::Result<twin::PlantPackage> makePackage(const PlantShape& shape)
{
    twin::PlantPackage package;
    package.blobs.push_back(blobOf("plant", "plant.json", plantJson(shape)));
    if (!shape.models)
        return package;
    const std::uint32_t inputs = PlantShape::kTagsPerAsset - (shape.incomplete ? 1 : 0);
    auto model = trainOne(inputs);
    if (!model)
        return model.error();
    for (std::uint32_t a = 0; a < shape.assets; ++a) {
        for (std::uint32_t t = 0; t < inputs; ++t)
            model->inputs[t] = idOf(a * PlantShape::kTagsPerAsset + t);
        package.blobs.push_back(blobOf("model", modelName(a), twin::modelJson(*model)));
    }
    return package;
}

Message::Message(std::uint32_t tag)
{
    m_text.append(kHead).append(kTimeSize, ' ').append(kAfterTime).append(kValueSize, ' ');
    m_text.append(kAfterValue).append(kSequenceSize, ' ');
    m_text.append(fmt::format(
        R"(,"unit":"kPa","quality":"good","tag":"{}","source":"line-{}/plc-{}","serial":")", idOf(tag),
        tag / 1000, tag / 100));
    constexpr std::string_view kTail = R"("})";
    for (std::uint64_t x = mix(tag); m_text.size() < kSize - kTail.size(); x = mix(x)) {
        char hex[16];
        const auto [end, failed] = std::to_chars(hex, hex + sizeof hex, x, 16);
        m_text.append(hex, static_cast<std::size_t>(end - hex));
    }
    m_text.resize(kSize - kTail.size());
    m_text.append(kTail);
    setRow(m_text.data(), 0, valueOf(tag, 0), twin::toIso8601(0));
}

void Message::setRow(char* text, std::uint64_t row, double value, std::string_view time)
{
    std::memcpy(text + kTimeAt, time.data(), std::min(time.size(), kTimeSize));
    putRight(text + kValueAt, kValueSize, value, std::chars_format::fixed, 2);
    putRight(text + kSequenceAt, kSequenceSize, row + 1);
}

} // namespace gemba::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/plant_folder.h"

#include <algorithm>
#include <filesystem>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "twin/model/roster_json.h"

namespace gemba::twin {
namespace {

namespace fs = std::filesystem;
constexpr const char* kRosterName = "roster.json";
constexpr qint64 kMaxJsonBytes = qint64{16} << 20;
constexpr qint64 kMaxBlobBytes = qint64{64} << 20;
constexpr qint64 kMaxTotalBytes = qint64{512} << 20;

Place placeOf(const fs::path& file, const std::string& jsonPath = {})
{
    return {file.string(), -1, {}, {}, jsonPath};
}

Result<Bytes> readFile(const fs::path& path, qint64 limit)
{
    QFile file(QString::fromStdString(path.string()));
    std::error_code error;
    if (!fs::is_regular_file(path, error) || !file.open(QIODevice::ReadOnly)) {
        const std::string why = error ? error.message() : file.errorString().toStdString();
        return Error{ErrorCode::FileNotReadable, {why}, placeOf(path)};
    }
    if (file.size() > limit)
        return Error{ErrorCode::FileTooLarge, {std::int64_t{file.size()}, std::int64_t{limit}},
                     placeOf(path)};
    const QByteArray bytes = file.read(limit);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::FileNotReadable, {file.errorString().toStdString()}, placeOf(path)};
    return bytes.toStdString();
}

/// Only plain names one below the other; no way out and no way round.
bool isBelow(const std::string& name)
{
    const fs::path path(name);
    return !name.empty() && path.is_relative() && name.find('\\') == std::string::npos
        && name.find('\0') == std::string::npos
        && std::all_of(path.begin(), path.end(),
                       [](const fs::path& part) { return part != ".." && part != "."; });
}

class Loader
{
public:
    explicit Loader(fs::path folder) : m_folder(std::move(folder)) {}

    Result<PlantPackage> run()
    {
        if (auto r = add("plant", "plant.json", placeOf(m_folder / "plant.json"), kMaxJsonBytes); !r)
            return r.error();
        const Result<QJsonObject> plant = parse("plant.json");
        if (!plant)
            return plant.error();
        if (auto r = addNamed(*plant, QStringLiteral("scene"), "scene", "plant.json", ""); !r)
            return r.error();
        if (auto r = addEach(*plant, QStringLiteral("assets"), QStringLiteral("model"), "model",
                             "plant.json");
            !r)
            return r.error();
        if (auto r = addLife(*plant); !r)
            return r.error();
        if (auto r = addVibration(*plant); !r)
            return r.error();
        if (const Blob* scene = m_package.find("scene")) {
            const std::string name = scene->name;
            const Result<QJsonObject> json = parse(name);
            if (!json)
                return json.error();
            if (auto r = addEach(*json, QStringLiteral("nodes"), QStringLiteral("mesh"), "mesh", name);
                !r)
                return r.error();
        }
        addRoster();
        return std::move(m_package);
    }

private:
    /// Not named by plant.json and never in its way: what is wrong with a roster is said by who
    /// tells people by it.
    void addRoster()
    {
        std::error_code error;
        const fs::path path = fs::canonical(m_folder / kRosterName, error);
        if (error || path.parent_path() != m_folder)
            return;
        const Result<Bytes> bytes = readFile(path, static_cast<qint64>(kMaxRosterBytes));
        const Result<Roster> roster = bytes ? parseRoster(*bytes) : bytes.error();
        if (roster)
            setRoster(m_package, *roster);
    }

    Result<QJsonObject> parse(const std::string& name)
    {
        const auto blob = std::find_if(m_package.blobs.begin(), m_package.blobs.end(),
                                       [&](const Blob& b) { return b.name == name; });
        QJsonParseError error;
        const QJsonDocument json
            = QJsonDocument::fromJson(QByteArray::fromStdString(blob->bytes), &error);
        if (error.error != QJsonParseError::NoError || !json.isObject())
            return Error{ErrorCode::JsonSyntax, {error.errorString().toStdString()},
                         placeOf(m_folder / name)};
        return json.object();
    }

    Result<void> addEach(const QJsonObject& in, const QString& list, const QString& key,
                         const char* kind, const std::string& file)
    {
        const QJsonArray items = in.value(list).toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const std::string at = "/" + list.toStdString() + "/" + std::to_string(i);
            if (auto r = addNamed(items.at(i).toObject(), key, kind, file, at); !r)
                return r;
        }
        return {};
    }

    /// The models that predict the life of a class.
    Result<void> addLife(const QJsonObject& plant)
    {
        const QJsonArray classes = plant.value(QStringLiteral("classes")).toArray();
        for (qsizetype i = 0; i < classes.size(); ++i) {
            const QJsonObject life = classes.at(i).toObject().value(QStringLiteral("life")).toObject();
            if (auto r = addNamed(life, QStringLiteral("model"), "model", "plant.json", "/classes/" + std::to_string(i) + "/life"); !r)
                return r;
        }
        return {};
    }

    /// The zones and bearings by which assets are judged.
    Result<void> addVibration(const QJsonObject& plant)
    {
        const QJsonArray assets = plant.value(QStringLiteral("assets")).toArray();
        for (qsizetype i = 0; i < assets.size(); ++i) {
            const QJsonObject vibration = assets.at(i).toObject().value(QStringLiteral("vibration")).toObject();
            const std::string at = "/assets/" + std::to_string(i) + "/vibration";
            for (const auto& [key, kind] : {std::pair{QStringLiteral("zones"), "zones"}, {QStringLiteral("bearing"), "bearing"}}) {
                if (auto r = addNamed(vibration, key, kind, "plant.json", at); !r)
                    return r;
            }
        }
        return {};
    }

    Result<void> addNamed(const QJsonObject& in, const QString& key, const char* kind,
                          const std::string& file, const std::string& at)
    {
        const QJsonValue value = in.value(key);
        if (!value.isString())
            return {};
        return add(kind, value.toString().toStdString(),
                   placeOf(m_folder / file, at + "/" + key.toStdString()),
                   std::string_view(kind) == "scene" ? kMaxJsonBytes : kMaxBlobBytes);
    }

    Result<void> add(const char* kind, const std::string& name, const Place& place, qint64 limit)
    {
        if (m_package.find(kind, name) != nullptr)
            return {}; // several assets may share a model
        const Error missing{ErrorCode::PlantUnknownReference, {std::string(kind), name}, place};
        std::error_code error;
        const fs::path path = fs::canonical(m_folder / name, error);
        const fs::path rest = path.lexically_relative(m_folder);
        if (!isBelow(name) || (error && !place.jsonPath.empty()))
            return missing;
        if (error)
            return Error{ErrorCode::FileNotReadable, {error.message()}, place};
        if (rest.empty() || *rest.begin() == "..")
            return missing; // a link that leads out
        Result<Bytes> bytes = readFile(path, limit);
        if (!bytes)
            return bytes.error();
        m_total += static_cast<qint64>(bytes->size());
        if (m_total > kMaxTotalBytes)
            return Error{ErrorCode::FileTooLarge, {std::int64_t{m_total}, std::int64_t{kMaxTotalBytes}},
                         placeOf(m_folder)};
        m_package.blobs.push_back({kind, name, sha256Hex(*bytes), std::move(*bytes)});
        return {};
    }

    const fs::path m_folder;
    PlantPackage m_package;
    qint64 m_total = 0;
};

} // namespace

void setRoster(PlantPackage& package, const Roster& roster)
{
    std::erase_if(package.blobs, [](const Blob& b) { return b.kind == "roster"; });
    Bytes bytes = writeRoster(roster.shiftsOnly());
    package.blobs.push_back({"roster", kRosterName, sha256Hex(bytes), std::move(bytes)});
}

Result<PlantPackage> loadPlantFolder(const std::string& path)
{
    fs::path folder(path);
    if (folder.filename() == "plant.json")
        folder = folder.parent_path().empty() ? fs::path(".") : folder.parent_path();
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error)
        return Error{ErrorCode::FileNotReadable, {error.message()}, placeOf(path)};
    return Loader(real).run();
}

} // namespace gemba::twin

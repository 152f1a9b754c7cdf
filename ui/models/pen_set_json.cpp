// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pen_set_json.h"

#include <algorithm>
#include <array>
#include <optional>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gemba::ui {
namespace {

constexpr int kFormat = 1, kLongestText = 300, kLongestFormula = 2000, kMostDecimals = 9;
constexpr double kNsPerSecond = 1e9, kLongestSeconds = 10.0 * 366 * 24 * 3600;

const std::array<const char*, 4> kDashes{"solid", "dashed", "dotted", "dash-dotted"};
const std::array<const char*, 2> kAxes{"by-unit", "own"};
const std::array<const char*, 2> kFollowing{"follow", "centre"};

/// Reads values out of objects and keeps the first thing that does not fit, with its place.
class Reading
{
public:
    [[nodiscard]] const std::optional<twin::Error>& error() const { return m_error; }

    void refuse(const QString& place, const std::string& wanted)
    {
        if (!m_error)
            m_error = twin::Error{twin::ErrorCode::JsonSchema, {wanted}, {.jsonPath = place.toStdString()}};
    }

    QString text(const QJsonObject& o, const char* key, const QString& place, int least, int most)
    {
        const QJsonValue v = o[QLatin1String(key)];
        if (v.isUndefined() && least == 0)
            return {};
        const QString at = place + QLatin1Char('/') + QLatin1String(key);
        if (!v.isString() || v.toString().size() < least || v.toString().size() > most) {
            refuse(at, "a text of " + std::to_string(least) + " to " + std::to_string(most) + " characters");
            return {};
        }
        return v.toString();
    }

    double number(const QJsonObject& o, const char* key, const QString& place, double otherwise,
                  double low, double high)
    {
        const QJsonValue v = o[QLatin1String(key)];
        if (v.isUndefined())
            return otherwise;
        if (!v.isDouble() || !(v.toDouble() >= low && v.toDouble() <= high)) {
            refuse(place + QLatin1Char('/') + QLatin1String(key),
                   "a number from " + std::to_string(static_cast<long>(low)) + " to " +
                       std::to_string(static_cast<long>(high)));
            return otherwise;
        }
        return v.toDouble();
    }

    template <std::size_t N>
    int choice(const QJsonObject& o, const char* key, const QString& place, const std::array<const char*, N>& words)
    {
        const QJsonValue v = o[QLatin1String(key)];
        if (v.isUndefined())
            return 0;
        const QString word = v.toString();
        std::string all;
        for (std::size_t i = 0; i < N; ++i) {
            if (word == QLatin1String(words[i]))
                return static_cast<int>(i);
            all += (i > 0 ? ", " : "") + std::string(words[i]);
        }
        refuse(place + QLatin1Char('/') + QLatin1String(key), "one of " + all);
        return 0;
    }

    /// Calls use(object, place) for each object of a list.
    template <class Use>
    void list(const QJsonObject& o, const char* key, const QString& place, std::size_t most, Use use)
    {
        const QJsonValue v = o[QLatin1String(key)];
        const QString at = place + QLatin1Char('/') + QLatin1String(key);
        if (v.isUndefined())
            return;
        if (!v.isArray() || static_cast<std::size_t>(v.toArray().size()) > most)
            return refuse(at, "a list of at most " + std::to_string(most));
        const QJsonArray items = v.toArray();
        for (qsizetype i = 0; i < items.size() && !m_error; ++i) {
            const QString here = at + QLatin1Char('/') + QString::number(i);
            if (!items[i].isObject())
                return refuse(here, "an object");
            use(items[i].toObject(), here);
        }
    }

private:
    std::optional<twin::Error> m_error;
};

PenSpec penFrom(Reading& in, const QJsonObject& o, const QString& place)
{
    PenSpec pen;
    pen.tag = in.text(o, "tag", place, 0, kLongestText);
    pen.calculated = in.text(o, "calculated", place, 0, kLongestText);
    if (pen.tag.isEmpty() == pen.calculated.isEmpty())
        in.refuse(place, "either a tag or a calculated tag");
    pen.style.dash = static_cast<LineDash>(in.choice(o, "dash", place, kDashes));
    pen.style.weight = static_cast<int>(in.number(o, "weight", place, 2, kThinnest, kThickest));
    return pen;
}

ChartSpec chartFrom(Reading& in, const QJsonObject& o, const QString& place)
{
    ChartSpec chart;
    in.list(o, "pens", place, PenSets::kMostPens, [&](const QJsonObject& pen, const QString& at) {
        chart.pens.push_back(penFrom(in, pen, at));
    });
    chart.axes = static_cast<AxisLayout>(in.choice(o, "axes", place, kAxes));
    chart.following = static_cast<Following>(in.choice(o, "following", place, kFollowing));
    chart.span = static_cast<twin::TimeNs>(in.number(o, "seconds", place, 900, 1, kLongestSeconds) * kNsPerSecond);
    return chart;
}

PenSets setsFrom(Reading& in, const QJsonObject& root)
{
    PenSets sets;
    if (root[QLatin1String("format")].toInt(-1) != kFormat)
        in.refuse(QStringLiteral("/format"), "the number 1");
    sets.plant = in.text(root, "plant", {}, 0, kLongestText);
    in.list(root, "calculated", {}, PenSets::kMostCalculated, [&](const QJsonObject& o, const QString& at) {
        CalculatedTag c;
        c.id = in.text(o, "id", at, 1, kLongestText);
        c.name = in.text(o, "name", at, 1, kLongestText);
        c.unit = in.text(o, "unit", at, 0, 40);
        c.formula = in.text(o, "formula", at, 1, kLongestFormula);
        c.decimals = static_cast<int>(in.number(o, "decimals", at, 2, 0, kMostDecimals));
        if (sets.findCalculated(c.id))
            in.refuse(at + QStringLiteral("/id"), "an id that is not there twice");
        sets.calculated.push_back(std::move(c));
    });
    in.list(root, "sets", {}, PenSets::kMostSets, [&](const QJsonObject& o, const QString& at) {
        PenSet set;
        set.name = in.text(o, "name", at, 1, kLongestText);
        set.machine = in.text(o, "machine", at, 0, kLongestText);
        in.list(o, "charts", at, PenSets::kMostCharts, [&](const QJsonObject& chart, const QString& place) {
            set.charts.push_back(chartFrom(in, chart, place));
        });
        if (set.charts.empty())
            in.refuse(at + QStringLiteral("/charts"), "a list of at least 1");
        if (sets.findSet(set.name))
            in.refuse(at + QStringLiteral("/name"), "a name that is not there twice");
        sets.sets.push_back(std::move(set));
    });
    return sets;
}

QJsonObject toObject(const ChartSpec& chart)
{
    QJsonArray pens;
    for (const PenSpec& p : chart.pens) {
        QJsonObject o{{QStringLiteral("dash"), QLatin1String(kDashes[static_cast<std::size_t>(p.style.dash)])},
                      {QStringLiteral("weight"), p.style.weight}};
        o[p.tag.isEmpty() ? QStringLiteral("calculated") : QStringLiteral("tag")] =
            p.tag.isEmpty() ? p.calculated : p.tag;
        pens.append(o);
    }
    const auto following = chart.following == Following::Centre ? 1U : 0U;
    return {{QStringLiteral("pens"), pens},
            {QStringLiteral("axes"), QLatin1String(kAxes[static_cast<std::size_t>(chart.axes)])},
            {QStringLiteral("following"), QLatin1String(kFollowing[following])},
            {QStringLiteral("seconds"), static_cast<double>(chart.span) / kNsPerSecond}};
}

} // namespace

QByteArray toJson(const PenSets& sets)
{
    QJsonArray calculated, list;
    for (const CalculatedTag& c : sets.calculated)
        calculated.append(QJsonObject{{QStringLiteral("id"), c.id},
                                      {QStringLiteral("name"), c.name},
                                      {QStringLiteral("unit"), c.unit},
                                      {QStringLiteral("formula"), c.formula},
                                      {QStringLiteral("decimals"), c.decimals}});
    for (const PenSet& s : sets.sets) {
        QJsonArray charts;
        for (const ChartSpec& c : s.charts)
            charts.append(toObject(c));
        QJsonObject o{{QStringLiteral("name"), s.name}, {QStringLiteral("charts"), charts}};
        if (!s.machine.isEmpty())
            o[QStringLiteral("machine")] = s.machine;
        list.append(o);
    }
    QJsonObject root{{QStringLiteral("format"), kFormat},
                     {QStringLiteral("calculated"), calculated},
                     {QStringLiteral("sets"), list}};
    if (!sets.plant.isEmpty())
        root[QStringLiteral("plant")] = sets.plant;
    return QJsonDocument(root).toJson();
}

twin::Result<PenSets> penSetsFrom(const QByteArray& json)
{
    if (json.size() > kMostPenSetBytes)
        return twin::Error{twin::ErrorCode::FileTooLarge,
                           {std::int64_t{json.size()}, std::int64_t{kMostPenSetBytes}}, {}};
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return twin::Error{twin::ErrorCode::JsonSyntax, {parsed.errorString().toStdString()}, {}};
    if (!document.isObject())
        return twin::Error{twin::ErrorCode::JsonSchema, {std::string("an object")}, {}};
    Reading in;
    PenSets sets = setsFrom(in, document.object());
    if (in.error())
        return *in.error();
    return sets;
}

} // namespace gemba::ui

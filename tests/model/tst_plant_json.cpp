// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/plant_json.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>

using namespace gemba::twin;

Q_DECLARE_METATYPE(gemba::twin::ErrorCode)

namespace {

QByteArray demoPlant()
{
    QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman/plant.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The smallest plant that is one.
const QByteArray kSmall = R"({
 "format": 1, "id": "p", "enterprise": {"en": "E"}, "site": {"en": "S"}, "timeZone": "UTC",
 "areas": [{"id": "a", "name": {"en": "A"}}],
 "classes": [{"id": "c", "name": {"en": "C"}}],
 "assets": [{"id": "m", "number": "M-1", "name": {"en": "M"}, "area": "a", "class": "c"}],
 "tags": [{"id": "t", "number": "T-1", "name": {"en": "T"}, "unit": "1", "range": [0, 10],
           "bindings": [{"json": {"topic": "x"}}]}]
})";

std::string_view view(const QByteArray& b)
{
    return {b.constData(), std::size_t(b.size())};
}

} // namespace

class TestPlantJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoPlantIsComplete();
    void demoPlantLimits();
    void smallestPlantGetsDefaults();
    void outputAndOutages();
    void knowledge();
    void brokenKnowledge_data();
    void brokenKnowledge();
    void lineOfAnotherArea();
    void modelWithoutPage();
    void broken_data();
    void broken();
    void collectsSeveral();
    void hostile_data();
    void hostile();
    void randomDamageNeverCrashes();
};

void TestPlantJson::demoPlantIsComplete()
{
    const QByteArray bytes = demoPlant();
    for (const Error& e : checkPlant(view(bytes)))
        qWarning("%s: %s", e.place.jsonPath.c_str(), std::get<std::string>(e.args[0]).c_str());
    const Result<Plant> r = parsePlant(view(bytes));
    QVERIFY(r.ok());
    const Plant& p = *r;
    QCOMPARE(p.site.in("de"), std::string("Werk Eastman"));
    QCOMPARE(p.processSpeed, 180.0);
    QVERIFY(p.notice.in("en").starts_with("simulated 1993 benchmark"));
    QCOMPARE(p.assets.size(), std::size_t(5));
    std::size_t measured = 0, onAssets = 0;
    for (const Tag& t : p.tags) {
        const bool value = t.role == TagRole::Measurement || t.role == TagRole::Setting;
        measured += value ? 1 : 0;
        QCOMPARE(t.asset != kNoAsset, value);
        QCOMPARE(t.name.byLanguage.size(), std::size_t(2));
        QCOMPARE(t.bindings.size(), std::size_t(2));
        QCOMPARE(t.expectedPeriod, kSecond);
    }
    QCOMPARE(measured, std::size_t(52));
    for (const Asset& a : p.assets) {
        onAssets += a.tags.size();
        QCOMPARE(a.stateRules.size(), std::size_t(3));
        QVERIFY(!a.owner.empty() && !a.deputy.empty() && !a.decisionRole.empty());
        QVERIFY(a.costBasis.in("en").starts_with("assumption"));
        QCOMPARE(a.modelName, "models/" + a.id + ".gmodel");
    }
    QCOMPARE(onAssets, std::size_t(52));
    const TagId state = p.findTag("plant_state");
    QCOMPARE(p.assets[0].stateRules[0].tag, state);
    QCOMPARE(p.assets[0].stateRules[0].value, Value(std::string("running")));
    const SparkplugBinding expected{"Eastman", "works", "reactor", "XMEAS(7)"};
    QCOMPARE(std::get<SparkplugBinding>(p.tag(p.findTag("xmeas_07")).bindings[0]), expected);
}

void TestPlantJson::demoPlantLimits()
{
    const Result<Plant> r = parsePlant(view(demoPlant()));
    QVERIFY(r.ok());
    const auto limits = [&r](const char* id) { return r->tag(r->findTag(id)).limits; };
    QCOMPARE(limits("xmeas_07").high.alert, 2895.0);
    QCOMPARE(limits("xmeas_07").high.trip, 3000.0);
    QVERIFY(!limits("xmeas_07").low.alert);
    QCOMPARE(limits("xmeas_09").high.alert, 150.0);
    QCOMPARE(limits("xmeas_09").high.trip, 175.0);
    // Published in cubic metres, measured in per cent: both ends of the conversion of teprob.f.
    const auto volume = [](double percent, double zero, double span) {
        return (percent / 100.0 * span + zero) / 35.3145; // cubic feet to cubic metres
    };
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.06; };
    QVERIFY(near(volume(*limits("xmeas_08").high.trip, 84.6, 666.7), 24.0));
    QVERIFY(near(volume(*limits("xmeas_08").low.trip, 84.6, 666.7), 2.0));
    QVERIFY(near(volume(*limits("xmeas_08").low.alert, 84.6, 666.7), 11.8));
    QVERIFY(near(volume(*limits("xmeas_12").high.trip, 27.5, 290.0), 12.0));
    QVERIFY(near(volume(*limits("xmeas_12").low.trip, 27.5, 290.0), 1.0));
    QVERIFY(near(volume(*limits("xmeas_15").high.trip, 78.25, 156.5), 8.0));
    QVERIFY(near(volume(*limits("xmeas_15").low.trip, 78.25, 156.5), 1.0));
    // Everything else only has a band, which deducts nothing.
    std::size_t alerting = 0;
    for (const Tag& t : r->tags)
        alerting += t.limits.low.alert || t.limits.high.alert ? 1 : 0;
    QCOMPARE(alerting, std::size_t(5));
}

void TestPlantJson::smallestPlantGetsDefaults()
{
    const Result<Plant> r = parsePlant(view(kSmall));
    QVERIFY(r.ok());
    QCOMPARE(r->processSpeed, 1.0);
    QCOMPARE(r->rules.dwell, 4 * kSecond);
    QCOMPARE(r->tags[0].asset, kNoAsset);
    QCOMPARE(r->tags[0].shownUnit, std::string("1"));
    QVERIFY(r->assets[0].tags.empty());
    QVERIFY(parsePlant(view("\xef\xbb\xbf" + kSmall)).ok()); // byte order mark
}

void TestPlantJson::outputAndOutages()
{
    QByteArray json = kSmall;
    json.replace("\"timeZone\"", R"("output": {"tag": "t", "plan": 7.5, "basis": {"en": "guess"}},
        "outages": [{"from": "2026-12-05T06:00:00+01:00", "to": "2026-12-05T14:00:00+01:00"},
                    {"from": "2026-11-28T05:00:00Z", "to": "2026-11-28T09:00:00Z",
                     "text": {"en": "clean"}}],
        "timeZone")");
    const Result<Plant> plant = parsePlant(view(json));
    QVERIFY(plant);
    QCOMPARE(plant->output.tag, plant->findTag("t"));
    QCOMPARE(plant->output.plan, 7.5);
    QCOMPARE(plant->output.basis.in("en"), std::string("guess"));
    const auto at = [](const char* t) { return *parseIso8601(t); };
    QCOMPARE(plant->nextOutage(at("2026-11-01T00:00:00Z"))->text.in("en"), std::string("clean"));
    // While it is on it is the one that counts; its end is no longer part of it.
    QCOMPARE(plant->nextOutage(at("2026-11-28T08:59:59Z"))->text.in("en"), std::string("clean"));
    QCOMPARE(plant->nextOutage(at("2026-11-28T09:00:00Z"))->from, at("2026-12-05T05:00:00Z"));
    QVERIFY(!plant->nextOutage(at("2026-12-05T13:00:00Z")));
}

const QByteArray kKnowing = R"("balances": [{"id": "b", "name": {"en": "B"}, "terms": [{"tag": "t", "factor": 1}, {"tag": "t2", "factor": -2.5}],
   "constant": 0.5, "tolerance": 1.5, "unit": "m³/h", "basis": {"en": "guess"}}],
 "models": [{"file": "models/m.gmodel", "intended": {"en": "I"}, "forbidden": {"en": "F"}, "hazards": {"en": "H"},
   "envelope": [{"tag": "t2", "range": [1, 2]}], "owner": "Engineer", "reviewBy": "2027-01-01T00:00:00Z"}],
 "timeZone")";

/// kSmall with two instruments for one quantity, a line, a balance and a model with its page.
QByteArray knowing()
{
    QByteArray json = kSmall;
    json.replace("\"timeZone\"", kKnowing);
    json.replace("\"name\": {\"en\": \"A\"}", "\"name\": {\"en\": \"A\"}, \"apart\": true, \"lines\": [{\"id\": \"l\", \"name\": {\"en\": \"L\"}}]");
    json.replace("\"area\": \"a\"", "\"area\": \"a\", \"line\": \"l\", \"model\": \"models/m.gmodel\"");
    json.replace("\"tags\": [", R"("tags": [{"id": "t2", "number": "T-2", "name": {"en": "T"}, "unit": "1", "range": [0, 10],
        "sameAs": {"tag": "t", "within": 0.25}, "bindings": [{"json": {"topic": "y"}}]},)");
    return json;
}

void TestPlantJson::knowledge()
{
    const Result<Plant> plant = parsePlant(view(knowing()));
    QVERIFY(plant);
    QVERIFY(checkPlant(view(knowing())).empty());
    QVERIFY(plant->areas[0].apart);
    QCOMPARE(plant->areas[0].lines[0].id, std::string("l"));
    QCOMPARE(plant->assets[0].lineId, std::string("l"));
    QCOMPARE(plant->tags[0].sameAs, plant->findTag("t"));
    QCOMPARE(plant->tags[0].agreesWithin, 0.25);
    const Balance& b = plant->balances.at(0);
    QCOMPARE(b.terms.at(1).tag, plant->findTag("t2"));
    QCOMPARE(b.terms.at(1).factor, -2.5);
    QCOMPARE(b.constant, 0.5);
    QCOMPARE(b.tolerance, 1.5);
    const ModelPage* page = plant->modelPage("models/m.gmodel");
    QVERIFY(page && !plant->modelPage("models/other.gmodel"));
    QCOMPARE(page->envelope.at(0).tag, plant->findTag("t2"));
    QCOMPARE(page->envelope.at(0).range.high, 2.0);
    QCOMPARE(page->owner, std::string("Engineer"));
    QCOMPARE(page->reviewBy, *parseIso8601("2027-01-01T00:00:00Z"));
}

void TestPlantJson::brokenKnowledge_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replace");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("path");
    using enum ErrorCode;
    const auto row = [](const char* name, const char* find, const char* replace, ErrorCode code, const char* path) {
        QTest::newRow(name) << QByteArray(find) << QByteArray(replace) << code << QByteArray(path);
    };
    row("line of no area", "\"line\": \"l\"", "\"line\": \"x\"", PlantUnknownReference, "/assets/0/line");
    row("twin of nothing", "{\"tag\": \"t\", \"within\"", "{\"tag\": \"x\", \"within\"", PlantUnknownReference, "/tags/0/sameAs/tag");
    row("agrees within nothing", "\"within\": 0.25", "\"within\": 0", JsonSchema, "/tags/0/sameAs/within");
    row("unknown term", "{\"tag\": \"t2\", \"factor\"", "{\"tag\": \"x\", \"factor\"", PlantUnknownReference, "/balances/0/terms/1/tag");
    row("one term", ", {\"tag\": \"t2\", \"factor\": -2.5}", "", JsonSchema, "/balances/0/terms");
    row("no tolerance", "\"tolerance\": 1.5", "\"tolerance\": -1", JsonSchema, "/balances/0/tolerance");
    row("page of no model", "\"file\": \"models/m.gmodel\"", "\"file\": \"models/n.gmodel\"", PlantInconsistent, "/models/0/file");
    row("envelope upside down", "[1, 2]", "[2, 1]", PlantInconsistent, "/models/0/envelope/0/range");
    row("envelope of no tag", "{\"tag\": \"t2\", \"range\"", "{\"tag\": \"x\", \"range\"", PlantUnknownReference, "/models/0/envelope/0/tag");
    row("no review", "2027-01-01T00:00:00Z", "in two years time", PlantInconsistent, "/models/0/reviewBy");
    row("no owner", "\"owner\": \"Engineer\", ", "", JsonSchema, "/models/0/owner");
}

void TestPlantJson::brokenKnowledge()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replace);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, path);
    QByteArray json = knowing();
    QCOMPARE(json.count(find), qsizetype(1));
    json.replace(find, replace);
    const std::vector<Error> errors = checkPlant(view(json));
    QVERIFY(!errors.empty());
    QCOMPARE(QByteArray::fromStdString(errors[0].place.jsonPath), path);
    QCOMPARE(errors[0].code, code);
    QVERIFY(!parsePlant(view(json)));
}

void TestPlantJson::lineOfAnotherArea()
{
    QByteArray json = knowing();
    json.replace("\"areas\": [", "\"areas\": [{\"id\": \"z\", \"name\": {\"en\": \"Z\"}}, ");
    json.replace("\"area\": \"a\"", "\"area\": \"z\"");
    const std::vector<Error> errors = checkPlant(view(json));
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(errors[0].place.jsonPath, std::string("/assets/0/line"));
}

/// A plant runs without a safety page, so that older recordings open; a check names what is missing.
void TestPlantJson::modelWithoutPage()
{
    QByteArray json = kSmall;
    json.replace("\"area\": \"a\"", "\"area\": \"a\", \"model\": \"models/m.gmodel\"");
    QVERIFY(parsePlant(view(json)));
    const std::vector<Error> errors = checkPlant(view(json));
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(errors[0].place.jsonPath, std::string("/assets/0/model"));
}

void TestPlantJson::broken_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replace");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const char* find, const char* replace, ErrorCode code,
                        const char* path, const char* words) {
        QTest::newRow(name) << QByteArray(find) << QByteArray(replace) << code << QByteArray(path)
                            << QByteArray(words);
    };
    using enum ErrorCode;
    row("newer format", "\"format\": 1", "\"format\": 2", JsonSchema, "/format", "1, the version");
    row("no time zone", "\"timeZone\": \"UTC\",", "", JsonSchema, "/timeZone", "IANA");
    row("misspelt key", "\"areas\"", "\"areaz\": 1, \"areas\"", JsonSchema, "/areaz",
        "no property of this name");
    row("number as text", "[0, 10]", "[\"0\", 10]", JsonSchema, "/tags/0/range/0", "a number");
    row("one end only", "[0, 10]", "[0]", JsonSchema, "/tags/0/range", "two numbers");
    row("range upside down", "[0, 10]", "[10, 0]", PlantInconsistent, "/tags/0/range", "lower");
    row("no range", "\"range\": [0, 10],", "", PlantInconsistent, "/tags/0/range", "range");
    row("no unit", "\"unit\": \"1\",", "", JsonSchema, "/tags/0/unit", "UCUM");
    row("text without English", "\"site\": {\"en\"", "\"site\": {\"de\"", JsonSchema, "/site/en",
        "");
    row("text in no language", "{\"en\": \"A\"}", "{\"en\": \"A\", \"english\": \"A\"}", JsonSchema,
        "/areas/0/name/english", "no property");
    row("empty text", "{\"en\": \"A\"}", "{\"en\": \"\"}", JsonSchema, "/areas/0/name/en",
        "a text of 1 to 300");
    row("id with a space", "\"id\": \"a\"", "\"id\": \"a b\"", JsonSchema, "/areas/0/id", "an id");
    row("unknown area", "\"area\": \"a\"", "\"area\": \"b\"", PlantUnknownReference,
        "/assets/0/area", "area");
    row("unknown class", "\"class\": \"c\"", "\"class\": \"d\"", PlantUnknownReference,
        "/assets/0/class", "class");
    row("unknown asset", "\"unit\": \"1\"", "\"asset\": \"x\", \"unit\": \"1\"",
        PlantUnknownReference, "/tags/0/asset", "asset");
    row("unknown tag in a rule", "\"class\": \"c\"",
        "\"class\": \"c\", \"states\": [{\"state\": \"running\"},"
        "{\"state\": \"stopped\", \"tag\": \"nope\", \"is\": \"less\", \"value\": 1}]",
        PlantUnknownReference, "/assets/0/states/1/tag", "tag");
    row("rule without a value", "\"class\": \"c\"",
        "\"class\": \"c\", \"states\": [{\"state\": \"running\", \"tag\": \"t\", \"is\": "
        "\"less\"}]",
        JsonSchema, "/assets/0/states/0/value", "");
    row("unknown state", "\"class\": \"c\"",
        "\"class\": \"c\", \"states\": [{\"state\": \"idle\"}]", JsonSchema,
        "/assets/0/states/0/state", "running, standby");
    row("area twice", "\"areas\": [", "\"areas\": [{\"id\": \"a\", \"name\": {\"en\": \"B\"}},",
        PlantDuplicate, "/areas/1/id", "area");
    row("key twice", "\"id\": \"p\"", "\"id\": \"p\", \"id\": \"q\"", PlantDuplicate, "", "key");
    row("binding twice", "{\"json\": {\"topic\": \"x\"}}",
        "{\"json\": {\"topic\": \"x\"}}, {\"json\": {\"topic\": \"x\"}}", PlantDuplicate,
        "/tags/0/bindings/1", "binding");
    row("two kinds in one binding", "{\"json\": {\"topic\": \"x\"}}",
        "{\"json\": {\"topic\": \"x\"}, \"sparkplug\": {\"group\": \"g\", \"node\": \"n\","
        " \"metric\": \"m\"}}",
        JsonSchema, "/tags/0/bindings/0", "either");
    row("wildcard topic", "\"topic\": \"x\"", "\"topic\": \"x/#\"", JsonSchema,
        "/tags/0/bindings/0/json/topic", "MQTT topic");
    row("pointer without slash", "\"topic\": \"x\"", "\"topic\": \"x\", \"value\": \"v\"",
        JsonSchema, "/tags/0/bindings/0/json/value", "JSON pointer");
    row("trip inside alert", "\"range\": [0, 10]",
        "\"limits\": {\"owner\": \"o\", \"high\": {\"alert\": 8, \"trip\": 7}}, \"range\": [0, 10]",
        PlantInconsistent, "/tags/0/limits/high/trip", "outwards");
    row("low trip above low alert", "\"range\": [0, 10]",
        "\"limits\": {\"owner\": \"o\", \"low\": {\"alert\": 2, \"trip\": 3}}, \"range\": [0, 10]",
        PlantInconsistent, "/tags/0/limits/low/trip", "outwards");
    row("limit outside the range", "\"range\": [0, 10]",
        "\"limits\": {\"owner\": \"o\", \"high\": {\"alert\": 11}}, \"range\": [0, 10]",
        PlantInconsistent, "/tags/0/limits/high/alert", "inside");
    row("low above high", "\"range\": [0, 10]",
        "\"limits\": {\"owner\": \"o\", \"low\": {\"normal\": 6}, \"high\": {\"normal\": 5}},"
        " \"range\": [0, 10]",
        PlantInconsistent, "/tags/0/limits", "low");
    row("limits without owner", "\"range\": [0, 10]",
        "\"limits\": {\"high\": {\"alert\": 8}, \"low\": {\"alert\": 1}}, \"range\": [0, 10]",
        JsonSchema, "/tags/0/limits/owner", "who answers");
    row("cost without basis", "\"class\": \"c\"", "\"class\": \"c\", \"costPerHour\": 5",
        JsonSchema, "/assets/0/costBasis", "");
    row("cost without currency", "\"class\": \"c\"",
        "\"class\": \"c\", \"costPerHour\": 5, \"costBasis\": {\"en\": \"guess\"}",
        PlantInconsistent, "/currency", "currency");
    row("period in words", "\"unit\": \"1\"", "\"period\": \"soon\", \"unit\": \"1\"", JsonSchema,
        "/tags/0/period", "length of time");
    row("period of years", "\"unit\": \"1\"", "\"period\": \"99999h\", \"unit\": \"1\"",
        PlantInconsistent, "/tags/0/period", "366 days");
    row("output of no tag", "\"timeZone\"",
        R"("output": {"tag": "no", "plan": 1, "basis": {"en": "b"}}, "timeZone")",
        PlantUnknownReference, "/output/tag", "tag");
    row("plan without a basis", "\"timeZone\"",
        R"("output": {"tag": "t", "plan": 1}, "timeZone")", JsonSchema, "/output/basis", "");
    row("setpoint of no tag", "\"unit\": \"1\"", "\"unit\": \"1\", \"setpoint\": \"no\"",
        PlantUnknownReference, "/tags/0/setpoint", "tag");
    row("outage without a zone", "\"timeZone\"",
        R"("outages": [{"from": "2026-11-28T06:00:00", "to": "2026-11-28T09:00:00Z"}], "timeZone")",
        PlantInconsistent, "/outages/0/from", "ISO 8601");
    row("outage that ends before it begins", "\"timeZone\"",
        R"("outages": [{"from": "2026-11-28T06:00:00Z", "to": "2026-11-28T06:00:00Z"}], "timeZone")",
        PlantInconsistent, "/outages/0/to", "after");
    row("file outside the folder", "\"class\": \"c\"",
        "\"class\": \"c\", \"model\": \"../../etc/passwd\"", JsonSchema, "/assets/0/model",
        "relative");
    row("absolute file", "\"class\": \"c\"", "\"class\": \"c\", \"model\": \"/etc/passwd\"",
        JsonSchema, "/assets/0/model", "relative");
    row("decimals in halves", "\"unit\": \"1\"", "\"decimals\": 1.5, \"unit\": \"1\"", JsonSchema,
        "/tags/0/decimals", "whole number");
}

void TestPlantJson::broken()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replace);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, words);
    QCOMPARE(kSmall.count(find), qsizetype(1));
    QByteArray plant = kSmall;
    plant.replace(find, replace);
    const std::vector<Error> errors = checkPlant(view(plant));
    QVERIFY(!errors.empty());
    QCOMPARE(QByteArray::fromStdString(errors[0].place.jsonPath), path);
    QCOMPARE(errors[0].code, code);
    QVERIFY2(std::get<std::string>(errors[0].args[0]).find(words.constData()) != std::string::npos,
             std::get<std::string>(errors[0].args[0]).c_str());
    QCOMPARE(errors.size(), std::size_t(1)); // one mistake, one message
    const Result<Plant> r = parsePlant(view(plant));
    QVERIFY(!r.ok());
    QCOMPARE(r.error(), errors[0]);
}

void TestPlantJson::collectsSeveral()
{
    QByteArray plant = kSmall;
    plant.replace("\"area\": \"a\"", "\"area\": \"b\"");
    plant.replace("\"class\": \"c\"", "\"class\": \"d\"");
    plant.replace("[0, 10]", "[10, 0]");
    QCOMPARE(checkPlant(view(plant)).size(), std::size_t(3));
}

void TestPlantJson::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::JsonSyntax;
    QTest::newRow("not JSON") << QByteArray("<plant/>") << ErrorCode::JsonSyntax;
    QTest::newRow("cut off") << kSmall.left(kSmall.size() / 2) << ErrorCode::JsonSyntax;
    QTest::newRow("zero bytes") << QByteArray(100, '\0') << ErrorCode::JsonSyntax;
    QTest::newRow("not UTF-8") << QByteArray("{\"id\": \"\xff\xfe\"}") << ErrorCode::JsonSyntax;
    QTest::newRow("a list") << QByteArray("[]") << ErrorCode::JsonSchema;
    QTest::newRow("null") << QByteArray("null") << ErrorCode::JsonSchema;
    QTest::newRow("deep") << QByteArray(200'000, '[') + QByteArray(200'000, ']')
                          << ErrorCode::JsonSchema;
    QTest::newRow("long text") << "{\"timeZone\": \"" + QByteArray(1'000'000, 'a') + "\"}"
                               << ErrorCode::JsonSchema;
    QTest::newRow("long key") << "{\"" + QByteArray(1'000'000, 'a') + "\": 1}"
                              << ErrorCode::JsonSchema;
    QTest::newRow("number beyond double")
        << QByteArray("{\"format\": 1e999}") << ErrorCode::JsonSyntax;
    QTest::newRow("too large") << QByteArray(qsizetype(kMaxPlantBytes) + 1, ' ')
                               << ErrorCode::FileTooLarge;
}

void TestPlantJson::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const Result<Plant> r = parsePlant(view(bytes));
    QVERIFY(!r.ok());
    QCOMPARE(r.error().code, code);
    QVERIFY(checkPlant(view(bytes)).size() <= 100);
}

void TestPlantJson::randomDamageNeverCrashes()
{
    const QByteArray whole = demoPlant();
    std::mt19937 random(7); // NOLINT: the same damage every time
    for (int round = 0; round < 40; ++round) {
        QByteArray damaged = whole;
        for (int i = 0; i < 3; ++i)
            damaged[qsizetype(random() % std::uint32_t(damaged.size()))] = char(random() & 0xff);
        QVERIFY(checkPlant(view(damaged)).size() <= 100);
    }
}

QTEST_GUILESS_MAIN(TestPlantJson)
#include "tst_plant_json.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <charconv>
#include <random>

#include "twin/acquisition/json_telemetry.h"

using namespace gemba::twin;

namespace {

QString str(std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); }

QString number(double v)
{
    char text[32];
    return QString::fromLatin1(text, std::to_chars(text, text + sizeof text, v).ptr - text);
}

/// Writes down what is told, a line each: "0 = 21.5 @1000 good", "lost 2", "rejected /v".
class Log : public TelemetryOutput
{
public:
    void onSample(TagId tag, TimeNs source, Quality quality, bool, const Value& value) override
    {
        QString line = QStringLiteral("%1 = ").arg(index(tag));
        switch (kindOf(value)) {
        case ValueKind::Null: line += QStringLiteral("null"); break;
        case ValueKind::Double: line += u'd' + number(std::get<double>(value)); break;
        case ValueKind::Int64: line += QStringLiteral("i%1").arg(std::get<std::int64_t>(value)); break;
        case ValueKind::Bool: line += std::get<bool>(value) ? QStringLiteral("true") : QStringLiteral("false"); break;
        case ValueKind::String: line += u'"' + str(std::get<std::string>(value)) + u'"'; break;
        case ValueKind::Waveform: 
            line += QStringLiteral("wave %1:").arg(std::get<Waveform>(value).rateHz);
            for (const float v : std::get<Waveform>(value).values)
                line += QStringLiteral(" %1").arg(static_cast<double>(v));
            break;
        }
        if (source != kNoTime)
            line += QStringLiteral(" @%1").arg(source / kMillisecond);
        if (quality != Quality::Good)
            line += quality == Quality::Bad ? QStringLiteral(" bad") : QStringLiteral(" uncertain");
        lines << line;
    }
    void onSequence(TagId tag, const SequenceStep& step) override
    {
        lost += step.lost;
        if (step.recovered)
            --lost;
        lines << QStringLiteral("sequence %1").arg(index(tag)) + (step.lost ? QStringLiteral(" lost %1").arg(step.lost) : QString())
                     + (step.duplicate ? QStringLiteral(" duplicate") : QString());
    }
    void onRejected(const Error& error) override
    {
        errors.push_back(error);
        lines << QStringLiteral("rejected ") + str(error.place.jsonPath);
    }
    QStringList lines;
    std::vector<Error> errors;
    std::uint64_t lost = 0;
};

Plant plant()
{
    Plant p;
    const auto tag = [&p](TagRole role, std::vector<Binding> bindings) {
        Tag& t = p.tags.emplace_back();
        t.role = role;
        t.bindings = std::move(bindings);
    };
    using J = JsonBinding;
    tag(TagRole::Measurement, {J{"bare", "", "", ""}});                          // 0
    tag(TagRole::State, {J{"state", "", "", ""}});                               // 1
    tag(TagRole::Measurement, {J{"obj", "/value", "/time", "/seq"}});            // 2
    tag(TagRole::Event, {J{"obj", "/text", "/time", "/seq"}});                   // 3
    tag(TagRole::Measurement, {J{"deep", "/a/1/b~1c/d~0e", "", ""}});            // 4
    tag(TagRole::Measurement, {SparkplugBinding{"G", "E", "", "m"}, J{"second", "", "", ""}}); // 5
    tag(TagRole::Waveform, {J{"wave", "/w", "/time", ""}});                      // 6
    return p;
}

QStringList read(const char* topic, const QByteArray& payload, bool retained = false)
{
    JsonTelemetry json(plant());
    Log log;
    const PacketView packet{topic, {payload.constData(), std::size_t(payload.size())}, 0, retained, false};
    return json.onMessage(packet, log) ? log.lines : QStringList{QStringLiteral("unknown")};
}

} // namespace

class TestJsonTelemetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const char* topic, const QByteArray& payload, const char* told) {
            QTest::newRow(name) << QString::fromLatin1(topic) << payload << QString::fromUtf8(told);
        };
        row("number", "bare", "21.5", "0 = d21.5");
        row("integer", "bare", "21", "0 = i21");
        row("negative zero", "bare", "-0.0", "0 = d-0");
        row("exponent", "bare", "1.5e-3", "0 = d0.0015");
        row("17 digits", "bare", "0.10000000000000001", "0 = d0.1");
        row("int64 min", "bare", "-9223372036854775808", "0 = i-9223372036854775808");
        row("above int64", "bare", "9223372036854775808", "0 = d9223372036854775808");
        row("spaces", "bare", " \t21.5\n", "0 = d21.5");
        row("bool", "bare", "true", "0 = true");
        row("null", "bare", "null", "0 = null");
        row("number as text", "bare", "\"21.5\"", "0 = d21.5");
        row("text for a number", "bare", "\"warm\"", "0 = null bad;rejected ");
        row("NaN as text", "bare", "\"NaN\"", "0 = null bad;rejected ");
        row("decimal comma as text", "bare", "\"21,5\"", "0 = null bad;rejected ");
        row("NaN", "bare", "NaN", "0 = null bad;rejected ");
        row("minus infinity", "bare", "-Infinity", "0 = null bad;rejected ");
        row("too large for a double", "bare", "1e400", "rejected ");
        row("object for a number", "bare", "{}", "0 = null bad;rejected ");
        row("array for a number", "bare", "[1]", "0 = null bad;rejected ");
        row("empty", "bare", "", "rejected ");
        row("only spaces", "bare", "  ", "rejected ");
        row("two numbers", "bare", "1 2", "rejected ");
        row("decimal comma", "bare", "21,5", "rejected ");
        row("byte order mark", "bare", "\xEF\xBB\xBF" "1", "0 = i1");
        row("a NUL behind", "bare", QByteArray("1\0", 2), "rejected ");
        row("invalid UTF-8", "bare", "\"\xff\"", "rejected ");
        row("waveform", "wave", "{\"w\": {\"rate\": 12800, \"values\": [1, -2.5, 1e-3]}}", "6 = wave 12800: 1 -2.5 0.001");
        row("waveform without a rate", "wave", "{\"w\": [1, 2], \"time\": 1000}", "6 = wave 0: 1 2 @1000");
        row("empty waveform", "wave", "{\"w\": []}", "6 = wave 0:");
        row("number for a waveform", "wave", "{\"w\": 3}", "6 = null bad;rejected /w");
        row("text in a waveform", "wave", "{\"w\": [1, \"2\"]}", "6 = null bad;rejected /w");
        row("null in a waveform", "wave", "{\"w\": [1, null]}", "6 = null bad;rejected /w");
        row("list in a waveform", "wave", "{\"w\": [[1]]}", "6 = null bad;rejected /w");
        row("too large for a waveform", "wave", "{\"w\": [1, 1e39]}", "6 = null bad;rejected /w");
        row("waveform without values", "wave", "{\"w\": {\"rate\": 5}}", "6 = null bad;rejected /w");
        row("waveform with no rate at all", "wave", "{\"w\": {\"rate\": 0, \"values\": [1]}}", "6 = null bad;rejected /w");
        row("waveform with a text for a rate", "wave", "{\"w\": {\"rate\": \"5\", \"values\": [1]}}", "6 = null bad;rejected /w");
        row("text", "state", "\"running\"", "1 = \"running\"");
        row("number in a text tag", "state", "3", "1 = i3");
        row("umlauts", "state", "\"l\\u00e4uft \\ud83d\\ude00\"", "1 = \"läuft 😀\"");
        row("other binding", "second", "5", "5 = i5");
        row("unknown topic", "bare/x", "5", "unknown");
        row("object", "obj", R"({"value": 1.5, "text": "x", "time": 1700000000000, "seq": 4})",
            "2 = d1.5 @1700000000000;3 = \"x\" @1700000000000;sequence 2");
        row("part of an object", "obj", R"({"text": "x"})", "3 = \"x\"");
        row("ISO time", "obj", R"({"value": 1, "time": "2023-11-14T22:13:20.25Z"})", "2 = i1 @1700000000250");
        row("fraction of ms", "obj", R"({"value": 1, "time": 1500.5})", "2 = i1 @1500");
        row("time that is none", "obj", R"({"value": 1, "time": "noon"})", "2 = i1 uncertain");
        row("time out of range", "obj", R"({"value": 1, "time": 1e300})", "2 = i1 uncertain");
        row("null time", "obj", R"({"value": 1, "time": null})", "2 = i1 uncertain");
        row("counter as text", "obj", R"({"value": 1, "seq": "18446744073709551615"})", "2 = i1;sequence 2");
        row("negative counter", "obj", R"({"value": 1, "seq": -1})", "2 = i1;rejected /seq");
        row("nothing of it there", "obj", R"({"other": 1})", "rejected /value");
        row("bare number where an object is", "obj", "5", "rejected /value");
        row("null value", "obj", R"({"value": null})", "2 = null");
        row("NaN in an object", "obj", R"({"value": NaN})", "rejected ");
        row("cut off", "obj", R"({"value": 1)", "rejected ");
        row("escaped pointer", "deep", R"({"a": [0, {"b/c": {"d~e": 7}}]})", "4 = i7");
        row("pointer past the end", "deep", R"({"a": [0]})", "rejected /a/1/b~1c/d~0e");
    }
    void values()
    {
        QFETCH(QString, topic);
        QFETCH(QByteArray, payload);
        QTEST(read(qPrintable(topic), payload).join(u';'), "told");
    }

    void retainedValuesAreOfUnknownAge()
    {
        QCOMPARE(read("bare", "5", true), QStringList{QStringLiteral("0 = i5 uncertain")});
        QCOMPARE(read("obj", R"({"value": 1, "time": 1000})", true), QStringList{QStringLiteral("2 = i1 @1000")});
    }

    void errorsNameTheirPlace()
    {
        JsonTelemetry json(plant());
        Log log;
        json.onMessage({"obj", R"({"value": "x"})"}, log);
        json.onMessage({"obj", "{"}, log);
        json.onMessage({"obj", std::string(11 << 20, ' ')}, log);
        QCOMPARE(log.errors.size(), 3U);
        QCOMPARE(log.errors[0].code, ErrorCode::JsonSchema);
        QCOMPARE(log.errors[0].place.topic, std::string("obj"));
        QCOMPARE(log.errors[0].place.jsonPath, std::string("/value"));
        QCOMPARE(log.errors[1].code, ErrorCode::JsonSyntax);
        QCOMPARE(log.errors[2].code, ErrorCode::PayloadTooLarge);
        QCOMPARE(std::get<std::int64_t>(log.errors[2].args[0]), 11 << 20);
    }

    void depthIsLimited()
    {
        JsonTelemetry json(plant());
        const auto nested = [&json](std::size_t depth, std::size_t padding) {
            Log log;
            const std::string text = std::string(depth, '[') + std::string(padding, ' ') + std::string(depth, ']');
            json.onMessage({"state", text}, log);
            return log.errors.empty() ? ErrorCode{} : log.errors[0].code;
        };
        QCOMPARE(nested(63, 0), ErrorCode::JsonSchema); // read, but an array is no value
        QCOMPARE(nested(66, 0), ErrorCode::JsonSyntax);
        QCOMPARE(nested(66, 500'000), ErrorCode::JsonSyntax); // also once the buffers have grown
        QCOMPARE(nested(400'000, 0), ErrorCode::JsonSyntax);
    }

    void countersAreExactAndSurviveAKeyframe()
    {
        JsonTelemetry json(plant());
        Log log;
        const auto send = [&log](JsonTelemetry& to, std::uint64_t seq) {
            to.onMessage({"obj", "{\"value\": 1, \"seq\": " + std::to_string(seq) + "}"}, log);
        };
        constexpr std::uint64_t kStart = (1ULL << 62) + 1; // beyond what a double counts
        send(json, kStart);
        send(json, kStart + 3);
        send(json, kStart + 1);
        QCOMPARE(log.lost, 1U);
        Bytes saved;
        ByteWriter w(saved);
        json.save(w);
        JsonTelemetry other(plant());
        ByteReader r(saved);
        QVERIFY(other.load(r));
        send(other, kStart + 2);
        send(other, kStart + 4);
        QCOMPARE(log.lost, 0U);
        ByteReader cut(std::string_view(saved).substr(0, saved.size() - 1));
        QVERIFY(!other.load(cut));
    }

    void hostileBytes()
    {
        JsonTelemetry json(plant());
        std::mt19937 random(3);
        const std::vector<std::string> seeds{R"({"value": 1.5, "text": "x", "time": 1700000000000, "seq": 4})",
                                             R"({"a": [0, {"b/c": {"d~e": 7}}]})", "21.5", "\"running\""};
        const char* topics[] = {"bare", "state", "obj", "deep"};
        Log log;
        for (int i = 0; i < 50'000; ++i) {
            std::string bytes = seeds[random() % seeds.size()];
            for (auto n = random() % 4; n > 0; --n)
                bytes[random() % bytes.size()] = char(random());
            if (random() % 4 == 0)
                bytes.resize(random() % bytes.size());
            json.onMessage({topics[random() % 4], bytes}, log);
        }
        QVERIFY(log.errors.size() > 1000);
    }
};

QTEST_APPLESS_MAIN(TestJsonTelemetry)
#include "test_json_telemetry.moc"

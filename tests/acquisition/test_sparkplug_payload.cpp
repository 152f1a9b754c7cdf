// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QtTest>

#include <charconv>
#include <map>
#include <random>

#include <zlib.h>

#include "tests/acquisition/textpb.h"
#include "twin/acquisition/sparkplug_payload.h"

using namespace gemba::twin;
using gemba::test::TextField;

namespace {

Bytes readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().toStdString();
}

QString vectorPath(const QString& name)
{
    return QStringLiteral(GEMBA_SOURCE_DIR "/tests/acquisition/vectors/") + name;
}

TimeNs milliseconds(const std::string& text)
{
    return text.empty() ? kNoTime : std::stoll(text) * kMillisecond;
}

double numberIn(const std::string& text)
{
    double v = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), v);
    return v;
}

/// What the whole-number fields of the vectors mean; told here once more, by hand.
Value meaningOfInteger(const std::string& name, const std::string& sent)
{
    static const std::map<std::string, std::int64_t> kKnown{
        {"i8", -128}, {"i16", -32768}, {"i32", INT32_MIN}, {"i64", INT64_MIN},
        {"u8", 255}, {"u16", 65535}, {"u32", 4294967295}, {"dt", 1700000000000}};
    if (name == "u64")
        return 18446744073709551615.0;
    const auto known = kKnown.find(name);
    return known == kKnown.end() ? std::stoll(sent) : known->second;
}

Value meaningOf(const TextField& metric)
{
    for (const TextField& f : metric.fields) {
        if (f.name == "int_value" || f.name == "long_value")
            return meaningOfInteger(metric.text("name"), f.scalar);
        if (f.name == "float_value" || f.name == "double_value")
            return numberIn(f.scalar);
        if (f.name == "boolean_value")
            return f.scalar == "true";
        if (f.name == "string_value" || f.name == "bytes_value")
            return f.scalar;
    }
    return {};
}

void compareMetric(const SparkplugMetric& metric, const TextField& expected)
{
    QCOMPARE(metric.name, expected.text("name"));
    QCOMPARE(metric.alias.has_value(), expected.find("alias") != nullptr);
    if (metric.alias)
        QCOMPARE(std::to_string(*metric.alias), expected.text("alias"));
    QCOMPARE(metric.timestamp, milliseconds(expected.text("timestamp")));
    const std::string type = expected.text("datatype");
    QCOMPARE(std::to_string(int(metric.type)), type.empty() ? "0" : type);
    QCOMPARE(metric.historical, expected.text("is_historical") == "true");
    QCOMPARE(metric.transient, expected.text("is_transient") == "true");
    QCOMPARE(metric.null, expected.text("is_null") == "true");
    QCOMPARE(metric.mismatch, false);
    QCOMPARE(metric.opaque, expected.find("dataset_value") || expected.find("template_value"));
    QVERIFY2(metric.value == meaningOf(expected), metric.name.c_str());
    const TextField* properties = expected.find("properties");
    QCOMPARE(metric.properties.size(), properties ? properties->all("keys").size() : 0U);
    for (std::size_t i = 0; i < metric.properties.size(); ++i) {
        QCOMPARE(metric.properties[i].key, properties->all("keys")[i]->scalar);
        QVERIFY(metric.properties[i].value == meaningOf(*properties->all("values")[i]));
    }
}

SparkplugMetric metricOf(SparkplugForm form, Value value)
{
    SparkplugMetric m;
    m.form = form;
    m.value = std::move(value);
    return m;
}

Bytes fromHex(const char* hex) { return QByteArray::fromHex(hex).toStdString(); }

Bytes deflated(const Bytes& in, int windowBits)
{
    z_stream z{};
    deflateInit2(&z, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    Bytes out(in.size() + 1024, '\0');
    Bytes copy = in;
    z.next_in = reinterpret_cast<Bytef*>(copy.data());
    z.avail_in = uInt(copy.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = uInt(out.size());
    deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    return out;
}

Bytes compressedPayload(const Bytes& body)
{
    SparkplugPayload outer;
    outer.uuid = "SPBV1.0_COMPRESSED";
    outer.body = body;
    return *encodeSparkplug(outer);
}

/// A field with a length, as protobuf writes it.
Bytes lengthField(int field, const Bytes& content)
{
    Bytes out;
    ByteWriter w(out);
    w.varint(std::uint64_t(field) << 3 | 2);
    w.bytes(content);
    return out;
}

} // namespace

class TestSparkplugPayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(vectorPath({})).entryList({QStringLiteral("*.bin")});
        QCOMPARE(files.size(), 26);
        for (const QString& f : files)
            QTest::newRow(qPrintable(f)) << f.chopped(4);
    }
    void vectors()
    {
        QFETCH(QString, name);
        const Bytes bytes = readFile(vectorPath(name + QStringLiteral(".bin")));
        const auto payload = decodeSparkplug(bytes);
        if (!QFile::exists(vectorPath(name + QStringLiteral(".textpb")))) {
            QVERIFY(!payload);
            QCOMPARE(payload.error().code, ErrorCode::PayloadMalformed);
            return;
        }
        QVERIFY(payload);
        const auto expected =
            gemba::test::parseTextpb(readFile(vectorPath(name + QStringLiteral(".textpb"))));
        QVERIFY(expected);
        QCOMPARE(payload->timestamp, milliseconds(expected->text("timestamp")));
        QCOMPARE(payload->seq.has_value(), expected->find("seq") != nullptr);
        if (payload->seq)
            QCOMPARE(std::to_string(*payload->seq), expected->text("seq"));
        const auto metrics = expected->all("metrics");
        QCOMPARE(payload->metrics.size(), metrics.size());
        for (std::size_t i = 0; i < metrics.size(); ++i) {
            compareMetric(payload->metrics[i], *metrics[i]);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// A minimal rebirth command is 42 bytes, those of the published vector.
    void rebirthCommandIsTheVector()
    {
        SparkplugPayload p;
        p.timestamp = 1'700'000'000'000 * kMillisecond;
        SparkplugMetric& m = p.metrics.emplace_back();
        m.name = "Node Control/Rebirth";
        m.timestamp = p.timestamp;
        m.type = SparkplugType::Boolean;
        m.value = true;
        QCOMPARE(*encodeSparkplug(p), readFile(vectorPath(QStringLiteral("ncmd-rebirth.bin"))));
    }

    void types_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("form");
        QTest::addColumn<qlonglong>("sent");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<qlonglong>("meant");
        using T = SparkplugType;
        using F = SparkplugForm;
        const auto row = [](const char* name, T t, F f, qlonglong sent, bool fits, qlonglong meant) {
            QTest::newRow(name) << int(t) << int(f) << sent << fits << meant;
        };
        row("Int8 cut", T::Int8, F::Int, 0x80, true, -128);
        row("Int8 extended", T::Int8, F::Int, 0xFFFFFF80, true, -128);
        row("Int8 -1 cut", T::Int8, F::Int, 0xFF, true, -1);
        row("Int8 127", T::Int8, F::Int, 127, true, 127);
        row("Int8 too large", T::Int8, F::Int, 300, false, 0);
        row("Int8 too low", T::Int8, F::Int, 0xFFFFFF00, false, 0);
        row("Int8 long -5", T::Int8, F::Long, -5, true, -5);
        row("Int16 cut", T::Int16, F::Int, 0x8000, true, -32768);
        row("Int16 extended", T::Int16, F::Int, 0xFFFF8000, true, -32768);
        row("Int16 too large", T::Int16, F::Int, 0x10000, false, 0);
        row("Int32", T::Int32, F::Int, 0xFFFFFFFE, true, -2);
        row("Int32 long", T::Int32, F::Long, -2, true, -2);
        row("Int32 long, 32 bits", T::Int32, F::Long, 0xFFFFFFFE, true, -2);
        row("Int32 long too large", T::Int32, F::Long, 1LL << 40, false, 0);
        row("Int64", T::Int64, F::Long, -2, true, -2);
        row("Int64 as int", T::Int64, F::Int, 7, true, 7);
        row("UInt8", T::UInt8, F::Int, 255, true, 255);
        row("UInt8 too large", T::UInt8, F::Int, 256, false, 0);
        row("UInt32 as int", T::UInt32, F::Int, 0xFFFFFFFF, true, 0xFFFFFFFF);
        row("UInt32 as long", T::UInt32, F::Long, 0xFFFFFFFF, true, 0xFFFFFFFF);
        row("UInt32 too large", T::UInt32, F::Long, 1LL << 32, false, 0);
        row("UInt64", T::UInt64, F::Long, 5, true, 5);
        row("DateTime", T::DateTime, F::Long, 1700000000000, true, 1700000000000);
        row("no type", T::Unknown, F::Int, 0xFFFFFFFE, true, 0xFFFFFFFE);
        row("Int32 as float", T::Int32, F::Float, 0, false, 0);
        row("Double as int", T::Double, F::Int, 1, false, 0);
        row("Boolean as int", T::Boolean, F::Int, 1, false, 0);
        row("String as int", T::String, F::Int, 1, false, 0);
        row("array as int", T::FloatArray, F::Int, 1, false, 0);
        row("DataSet as int", T::DataSet, F::Int, 1, false, 0);
        row("PropertySet", T::PropertySet, F::Int, 1, false, 0);
    }
    void types()
    {
        QFETCH(int, type);
        QFETCH(int, form);
        QFETCH(qlonglong, sent);
        QFETCH(bool, fits);
        QFETCH(qlonglong, meant);
        SparkplugMetric m = metricOf(SparkplugForm(form), std::int64_t(sent));
        QCOMPARE(applyType(m, SparkplugType(type)), fits);
        QCOMPARE(m.mismatch, !fits);
        QVERIFY(m.value == (fits ? Value(std::int64_t(meant)) : Value()));
    }

    void arrays_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QList<float>>("values"); // empty: does not fit
        using T = SparkplugType;
        const auto row = [](const char* name, T t, const char* hex, QList<float> values) {
            QTest::newRow(name) << int(t) << QByteArray(hex) << values;
        };
        // Values and bytes of §6.4.16, little-endian where its examples contradict its text.
        row("Int8", T::Int8Array, "E97B", {-23, 123});
        row("Int16", T::Int16Array, "D08A3075", {-30000, 30000});
        row("Int32", T::Int32Array, "FFFFFFFFFAAFCB12", {-1, 315338746.F});
        row("Int64", T::Int64Array, "CE0672AC189CBAC4C4BA9C18AC7206CE",
            {-4270929666821191986.F, -3601064768563266876.F});
        row("UInt8", T::UInt8Array, "17FA", {23, 250});
        row("UInt16", T::UInt16Array, "1E0088CC", {30, 52360});
        row("UInt32", T::UInt32Array, "3400000049FB55C4", {52, 3293969225.F});
        row("UInt64", T::UInt64Array, "3400000000000000D99E02D1B27637E4", {52, 16444743074749521625.F});
        row("Float", T::FloatArray, "A4709D3F98AEB242", {1.23F, 89.341F});
        row("Double", T::DoubleArray, "D7A205685BB528408E171C6F4CF78F40", {12.354213F, 1022.9123213F});
        row("DateTime", T::DateTimeArray, "C7D0907524010000B8BAB89781010000",
            {1256102875335.F, 1656107875000.F});
        row("Boolean", T::BooleanArray, "0C00000034D0", {0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1});
        row("Float, a byte short", T::FloatArray, "A4709D3F98AEB2", {});
        row("Boolean, count too large", T::BooleanArray, "FFFFFFFF34D0", {});
        row("Boolean, no count", T::BooleanArray, "0C0000", {});
    }
    void arrays()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, hex);
        QFETCH(QList<float>, values);
        SparkplugMetric m = metricOf(SparkplugForm::Bytes, fromHex(hex.constData()));
        QCOMPARE(applyType(m, SparkplugType(type)), !values.isEmpty());
        if (!values.isEmpty())
            QCOMPARE(std::get<Waveform>(m.value).values,
                     std::vector<float>(values.begin(), values.end()));
    }

    void stringArrayIsOpaque()
    {
        SparkplugMetric m = metricOf(SparkplugForm::Bytes, fromHex("4142430068656C6C6F00"));
        QVERIFY(applyType(m, SparkplugType::StringArray));
        QVERIFY(m.opaque);
        QCOMPARE(kindOf(m.value), ValueKind::Null);
    }

    void roundTrip()
    {
        SparkplugPayload p;
        p.timestamp = 5 * kSecond;
        p.seq = 255;
        const auto add = [&p](const char* name, SparkplugType t, Value v) -> SparkplugMetric& {
            SparkplugMetric& m = p.metrics.emplace_back();
            m.name = name;
            m.type = t;
            m.value = std::move(v);
            return m;
        };
        using T = SparkplugType;
        add("i8", T::Int8, std::int64_t{-128}).alias = 7;
        add("i64", T::Int64, std::int64_t{INT64_MIN}).timestamp = 3 * kMillisecond;
        add("u32", T::UInt32, std::int64_t{UINT32_MAX}).historical = true;
        add("f", T::Float, 1.5).transient = true;
        add("d", T::Double, 0.1).properties = {{"Quality", T::Int32, std::int64_t{500}}, {"x", T::String, {}}};
        add("b", T::Boolean, true);
        add("s", T::String, std::string("grüße"));
        add("raw", T::Bytes, std::string("\0\xff", 2));
        add("null", T::Double, {}).null = true;
        add("wave", T::FloatArray, Waveform{0.0, {1.F, -2.5F}});
        const auto again = decodeSparkplug(*encodeSparkplug(p));
        QVERIFY(again);
        QCOMPARE(again->timestamp, p.timestamp);
        QCOMPARE(*again->seq, 255U);
        QCOMPARE(again->metrics.size(), p.metrics.size());
        for (std::size_t i = 0; i < p.metrics.size(); ++i) {
            const SparkplugMetric& a = again->metrics[i];
            const SparkplugMetric& b = p.metrics[i];
            QCOMPARE(a.name, b.name);
            QCOMPARE(a.alias, b.alias);
            QCOMPARE(a.timestamp, b.timestamp);
            QCOMPARE(a.type, b.type);
            QCOMPARE(a.historical, b.historical);
            QCOMPARE(a.transient, b.transient);
            QCOMPARE(a.null, b.null);
            QVERIFY2(a.value == b.value, b.name.c_str());
            QVERIFY(a.properties == b.properties);
        }
    }

    void unsendableValueIsRefused_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("number");
        QTest::newRow("Int8 of 128") << int(SparkplugType::Int8) << 128.0;
        QTest::newRow("UInt64 of -1") << int(SparkplugType::UInt64) << -1.0;
        QTest::newRow("Boolean of 1") << int(SparkplugType::Boolean) << 1.0;
        QTest::newRow("String of 1") << int(SparkplugType::String) << 1.0;
        QTest::newRow("DataSet of 1") << int(SparkplugType::DataSet) << 1.0;
    }
    void unsendableValueIsRefused()
    {
        QFETCH(int, type);
        QFETCH(double, number);
        SparkplugPayload p;
        SparkplugMetric& m = p.metrics.emplace_back();
        m.type = SparkplugType(type);
        m.value = static_cast<std::int64_t>(number);
        const auto bytes = encodeSparkplug(p);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::ArgumentInvalid);
    }

    void compressed_data()
    {
        QTest::addColumn<int>("windowBits");
        QTest::newRow("zlib") << 15;
        QTest::newRow("gzip") << 15 + 16;
    }
    void compressed()
    {
        QFETCH(int, windowBits);
        const Bytes inner = readFile(vectorPath(QStringLiteral("types-all.bin")));
        const auto payload = decodeSparkplug(compressedPayload(deflated(inner, windowBits)));
        QVERIFY(payload);
        QCOMPARE(payload->metrics.size(), 16U);
        QCOMPARE(*payload->seq, 7U);
    }

    void hostileCompression()
    {
        const Bytes good = deflated(readFile(vectorPath(QStringLiteral("types-all.bin"))), 15);
        QVERIFY(!decodeSparkplug(compressedPayload("")));
        QVERIFY(!decodeSparkplug(compressedPayload("no zlib stream")));
        QVERIFY(!decodeSparkplug(compressedPayload(good.substr(0, good.size() / 2))));
        const auto bomb = decodeSparkplug(compressedPayload(deflated(Bytes(64 << 20, '\0'), 15)));
        QVERIFY(!bomb);
        QCOMPARE(bomb.error().code, ErrorCode::PayloadTooLarge);
        QVERIFY(!decodeSparkplug(compressedPayload(deflated(compressedPayload(good), 15))));
    }

    void limits()
    {
        const SparkplugLimits limits;
        const auto large = decodeSparkplug(lengthField(5, Bytes(limits.bytes, 'x')));
        QVERIFY(!large);
        QCOMPARE(large.error().code, ErrorCode::PayloadTooLarge);

        Bytes crowd; // two bytes each on the wire, hundreds in memory
        for (std::size_t i = 0; i <= limits.metrics; ++i)
            crowd += lengthField(2, {});
        QVERIFY(!decodeSparkplug(crowd));
        QVERIFY(decodeSparkplug(crowd.substr(2)));

        Bytes rows;
        for (std::size_t i = 0; i <= limits.parts; ++i)
            rows += lengthField(4, {});
        QVERIFY(!decodeSparkplug(lengthField(2, lengthField(17, rows))));

        Bytes deep = lengthField(2, {}); // a template in a metric in a template ...
        for (int i = 0; i < 10'000; ++i)
            deep = lengthField(2, lengthField(18, deep));
        QVERIFY(!decodeSparkplug(deep));
    }

    void hugeTimesAreAbsent()
    {
        Bytes bytes;
        ByteWriter w(bytes);
        w.varint(1 << 3);
        w.varint(UINT64_MAX);
        const auto payload = decodeSparkplug(bytes);
        QVERIFY(payload);
        QCOMPARE(payload->timestamp, kNoTime);
    }

    /// What was in the objects before must not show through.
    void decoderForgetsTheLastMessage()
    {
        SparkplugDecoder decoder;
        SparkplugPayload used;
        for (const char* name : {"types-all.bin", "properties-quality.bin", "null-metric.bin", "ddeath.bin"}) {
            const Bytes bytes = readFile(vectorPath(QString::fromLatin1(name)));
            QVERIFY(decoder.decode(bytes, used));
            const auto fresh = decodeSparkplug(bytes);
            QVERIFY(fresh);
            QCOMPARE(used.seq, fresh->seq);
            QCOMPARE(used.metrics.size(), fresh->metrics.size());
            for (std::size_t i = 0; i < used.metrics.size(); ++i) {
                QCOMPARE(used.metrics[i].name, fresh->metrics[i].name);
                QCOMPARE(used.metrics[i].null, fresh->metrics[i].null);
                QVERIFY(used.metrics[i].value == fresh->metrics[i].value);
                QVERIFY(used.metrics[i].properties == fresh->metrics[i].properties);
            }
        }
    }

    /// Vectors with random bytes changed, cut and joined: an answer each time, never a crash.
    void hostileBytes()
    {
        std::mt19937 random(20261124);
        std::vector<Bytes> seeds;
        for (const QString& f : QDir(vectorPath({})).entryList({QStringLiteral("*.bin")}))
            seeds.push_back(readFile(vectorPath(f)));
        SparkplugDecoder decoder;
        SparkplugPayload payload;
        int accepted = 0;
        for (int i = 0; i < 60'000; ++i) {
            Bytes bytes = seeds[random() % seeds.size()];
            for (auto n = random() % 6; n > 0 && !bytes.empty(); --n)
                bytes[random() % bytes.size()] = char(random());
            if (random() % 4 == 0)
                bytes.resize(random() % (bytes.size() + 1));
            if (random() % 4 == 0)
                bytes += seeds[random() % seeds.size()];
            if (decoder.decode(bytes, payload))
                ++accepted;
        }
        QVERIFY(accepted > 5'000 && accepted < 55'000);
    }
};

QTEST_APPLESS_MAIN(TestSparkplugPayload)
#include "test_sparkplug_payload.moc"

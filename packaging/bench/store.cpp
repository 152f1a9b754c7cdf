// SPDX-License-Identifier: GPL-3.0-or-later
// What keeping samples costs, in time and bytes, beside one row a sample: three columns, a prepared
// insert, 10,000 rows a transaction, WAL and NORMAL. Both write the same trace: 2,000 series, one
// value a second, two sines and noise of two decimals.
#include <chrono>
#include <filesystem>
#include <thread>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <sqlite3.h>

#include "packaging/bench/made_up_plant.h"
#include "packaging/bench/report.h"
#include "packaging/bench/table_sizes.h"
#include "twin/store/session_reader.h"
#include "twin/store/session_writer.h"
#include "twin/wording/error_text.h"

using namespace gemba;

namespace {

constexpr std::uint32_t kSeries = 2'000;
constexpr twin::TimeNs kStart = 1'790'000'000 * twin::kSecond;
constexpr std::size_t kRowsInBatch = 10'000;
constexpr std::uint64_t kRowsWithPackets = 600;
constexpr std::size_t kMostQueued = std::size_t{32} << 20;

struct Trace {
    std::uint64_t rows = 0;
    std::vector<double> values; ///< row after row
    [[nodiscard]] std::uint64_t samples() const { return rows * kSeries; }
    static twin::TimeNs arrival(std::uint64_t row, std::uint32_t series)
    {
        return kStart + static_cast<twin::TimeNs>(row) * twin::kSecond + series * (twin::kSecond / kSeries);
    }
    static twin::TimeNs source(std::uint64_t row) { return kStart + static_cast<twin::TimeNs>(row) * twin::kSecond; }
};

Trace makeTrace(std::uint64_t rows)
{
    Trace t{rows, {}};
    t.values.reserve(t.samples());
    for (std::uint64_t row = 0; row < rows; ++row) {
        for (std::uint32_t s = 0; s < kSeries; ++s)
            t.values.push_back(bench::valueOf(s, row));
    }
    return t;
}

[[noreturn]] void die(const QString& why)
{
    bench::say(why);
    std::exit(1);
}

void check(int code, sqlite3* db)
{
    if (code != SQLITE_OK && code != SQLITE_DONE)
        die(QString::fromUtf8(sqlite3_errmsg(db)));
}

template <class T>
T valueOrDie(twin::Result<T> r)
{
    if (!r)
        die(twin::errorText(r.error()));
    return std::move(*r);
}

/// Seconds that the rows took, closing included.
double writeRows(const Trace& trace, const std::string& path)
{
    std::filesystem::remove(path);
    const double begun = bench::wallSeconds();
    sqlite3* db = nullptr;
    check(sqlite3_open(path.c_str(), &db), db);
    const auto execute = [&](const char* sql) { check(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), db); };
    execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "CREATE TABLE sample(series INTEGER, at INTEGER, value REAL)");
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(db, "INSERT INTO sample VALUES(?,?,?)", -1, &insert, nullptr), db);
    std::uint64_t n = 0;
    for (std::uint64_t row = 0; row < trace.rows; ++row) {
        for (std::uint32_t s = 0; s < kSeries; ++s, ++n) {
            if (n % kRowsInBatch == 0)
                execute(n == 0 ? "BEGIN" : "COMMIT; BEGIN");
            sqlite3_bind_int64(insert, 1, s);
            sqlite3_bind_int64(insert, 2, Trace::source(row));
            sqlite3_bind_double(insert, 3, trace.values[n]);
            check(sqlite3_step(insert), db);
            sqlite3_reset(insert);
        }
    }
    execute("COMMIT");
    sqlite3_finalize(insert);
    check(sqlite3_close(db), db);
    return bench::wallSeconds() - begun;
}

/// The packets that brought the samples, one each.
class PacketMaker
{
public:
    PacketMaker()
    {
        for (std::uint32_t s = 0; s < kSeries; ++s) {
            m_topics.push_back(bench::topicOf(s));
            m_texts.push_back(bench::Message(s).text());
        }
    }
    const twin::Bytes& make(std::uint32_t series, std::uint64_t row, double value, const std::string& time)
    {
        bench::Message::setRow(m_texts[series].data(), row, value, time);
        m_bytes.clear();
        twin::encode(twin::PacketView{m_topics[series], m_texts[series], 0, false, false}, m_bytes);
        m_payload += m_topics[series].size() + m_texts[series].size();
        return m_bytes;
    }
    [[nodiscard]] std::uint64_t bytes() const { return m_payload; } ///< topics and payloads so far

private:
    std::vector<std::string> m_topics, m_texts;
    twin::Bytes m_bytes;
    std::uint64_t m_payload = 0;
};

/// The writer takes what it is given and drops what does not fit; here it is given no more than that.
void waitForRoom(const twin::SessionWriter& writer)
{
    while (writer.status().queuedBytes > kMostQueued)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// Seconds that the session took, closing included. packets: what brought the samples goes along.
double writeSession(const Trace& trace, const std::string& path, PacketMaker* packets)
{
    const std::string plant = R"({"id":"bench"})"; // nobody asks here what it describes
    const twin::PlantPackage package{{{"plant", "plant.json", twin::sha256Hex(plant), plant}}};
    const double begun = bench::wallSeconds();
    auto writer = valueOrDie(twin::SessionWriter::create(path, package, {"bench", "Benchmark", "", "", kStart}));
    std::uint64_t seq = 0;
    twin::IntervalEnd end;
    for (std::uint64_t row = 0; row < trace.rows; ++row) {
        if (row % 10 == 0) { // as the pipeline cuts
            if (row > 0)
                writer->endInterval(end);
            end = {row / 10, {}, 0, seq, 0};
            writer->beginInterval({row / 10, seq + 1, Trace::arrival(row, 0), {}, {}, {}});
        }
        const std::string time = twin::toIso8601(Trace::source(row));
        for (std::uint32_t s = 0; s < kSeries; ++s) {
            const double value = trace.values[row * kSeries + s];
            const twin::TimeNs arrival = Trace::arrival(row, s);
            if (packets || s + 1 == kSeries) { // without packets one record a row, the last thing to arrive
                const twin::Bytes none;
                writer->append({++seq, arrival, packets ? twin::RecordKind::Packet : twin::RecordKind::Tick, {},
                                packets ? packets->make(s, row, value, time) : none});
                end.lastSeq = seq;
                end.lastArrival = arrival;
                ++end.records;
            }
            writer->appendSample({twin::TagId{s}, arrival, Trace::source(row), twin::Quality::Good, false, value});
        }
        waitForRoom(*writer);
    }
    writer->endInterval(end);
    if (const auto closed = writer->close(std::nullopt); !closed)
        die(twin::errorText(closed.error()));
    return bench::wallSeconds() - begun;
}

/// Every sample must be there, and the same when read.
void verify(const Trace& trace, const std::string& path)
{
    auto reader = valueOrDie(twin::SessionReader::open(path, twin::SessionReader::OpenMode::Foreign));
    if (reader->info().samples != trace.samples() || !reader->info().complete)
        die(QStringLiteral("void: %1 of %2 samples in the session").arg(reader->info().samples).arg(trace.samples()));
    const twin::TimeNs end = Trace::arrival(trace.rows, 0);
    for (const std::uint32_t s : {0U, 77U, kSeries - 1}) {
        const auto series = valueOrDie(reader->trend(twin::TagId{s}, kStart, end, 4096, end));
        std::uint64_t count = 0;
        double high = 0.0, exact = 0.0;
        for (const twin::TrendBucket& b : series.buckets) {
            count += b.count;
            high = std::max(high, b.maximum);
        }
        for (std::uint64_t row = 0; row < trace.rows; ++row)
            exact = std::max(exact, trace.values[row * kSeries + s]);
        if (count != trace.rows || high != exact)
            die(QStringLiteral("void: series %1 reads back differently: %2 of %3 samples, highest %4 not %5")
                    .arg(s).arg(count).arg(trace.rows).arg(high).arg(exact));
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("For files."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("pairs"), QStringLiteral("Pairs after one warm-up."), QStringLiteral("N"), QStringLiteral("5")},
                  {QStringLiteral("rows"), QStringLiteral("Values of each series."), QStringLiteral("N"), QStringLiteral("3600")}});
    p.addHelpOption();
    p.process(app);
    const std::string folder = p.value(QStringLiteral("folder")).toStdString();
    const std::string rowsFile = folder + "/rows.db", session = folder + "/store.gmb", full = folder + "/full.gmb";
    const Trace trace = makeTrace(p.value(QStringLiteral("rows")).toULongLong());
    const auto samples = static_cast<double>(trace.samples());

    std::vector<double> rows, ours, rowsCpu, oursCpu;
    const int pairs = p.value(QStringLiteral("pairs")).toInt();
    for (int pair = 0; pair <= pairs; ++pair) {
        const double begun = bench::cpuSeconds();
        const double a = samples / writeRows(trace, rowsFile);
        const double half = bench::cpuSeconds();
        const double b = samples / writeSession(trace, session, nullptr);
        const double aCpu = (half - begun) * 1e9 / samples, bCpu = (bench::cpuSeconds() - half) * 1e9 / samples;
        bench::say(QStringLiteral("store %1/%2: rows %3 samples/s (%4 ns CPU each), session %5 (%6 ns)")
                       .arg(pair).arg(pairs).arg(a, 0, 'f', 0).arg(aCpu, 0, 'f', 0).arg(b, 0, 'f', 0)
                       .arg(bCpu, 0, 'f', 0));
        if (pair == 0)
            continue;
        rows.push_back(a);
        ours.push_back(b);
        rowsCpu.push_back(aCpu);
        oursCpu.push_back(bCpu);
    }
    verify(trace, session);
    const auto cache = bench::tableSizes(session).cache();

    // The log needs the packets that the samples came in; a part of the trace is enough for its size.
    Trace part = makeTrace(std::min<std::uint64_t>(trace.rows, kRowsWithPackets));
    PacketMaker packets;
    const double withPackets = static_cast<double>(part.samples()) / writeSession(part, full, &packets);
    verify(part, full);
    const auto sizes = bench::tableSizes(full);
    const auto rowBytes = static_cast<double>(std::filesystem::file_size(rowsFile));
    const auto share = [](double v) { return bench::Spread{v, v, v}; };
    using Kind = bench::Goal::Kind;
    bench::Report report;
    report.add({QStringLiteral("store.speed"), QStringLiteral("samples/s, session : row a sample"),
                bench::ratiosOf(ours, rows), Kind::AtLeast, 5.0});
    report.add({QStringLiteral("store.bytes"), QStringLiteral("bytes, chunks and roll-ups : row a sample"),
                share(static_cast<double>(cache) / rowBytes), Kind::AtMost, 0.10});
    report.add({QStringLiteral("store.log"), QStringLiteral("bytes, log : packets"),
                share(static_cast<double>(sizes.of("log")) / static_cast<double>(packets.bytes())), Kind::AtMost, 0.35});
    report.note(QStringLiteral("samples"), samples);
    report.note(QStringLiteral("rows_per_second"), bench::toJson(bench::spreadOf(rows)));
    report.note(QStringLiteral("session_samples_per_second"), bench::toJson(bench::spreadOf(ours)));
    report.note(QStringLiteral("row_cpu_ns"), bench::toJson(bench::spreadOf(rowsCpu)));
    report.note(QStringLiteral("session_cpu_ns"), bench::toJson(bench::spreadOf(oursCpu)));
    report.note(QStringLiteral("session_with_packets_per_second"), withPackets);
    report.note(QStringLiteral("row_table_bytes"), rowBytes);
    report.note(QStringLiteral("packet_bytes"), static_cast<qint64>(packets.bytes()));
    report.note(QStringLiteral("session_file_bytes"), static_cast<qint64>(std::filesystem::file_size(full)));
    report.note(QStringLiteral("session_table_bytes"), sizes.json());
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A replay agrees with its record, and with nothing else: whatever is changed in the file behind
// intact checksums, the first interval that differs is named.
#include <algorithm>
#include <functional>

#include <QTemporaryDir>
#include <QTest>

#include "plant_log.h"
#include "replayed.h"
#include "twin/runtime/live_runtime.h"
#include "twin/runtime/output_ledger.h"
#include "twin/wording/error_text.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

constexpr std::uint64_t kChanged = 2; ///< changes are made from this interval on

enum class What { Nothing, SampleBit, ActTime, ActText, LinkTime, SequenceNumber };

bool isPacketOf(const Record& record, std::string_view device)
{
    const auto packet = record.kind == RecordKind::Packet ? decodePacket(record.bytes)
                                                          : Result<PacketView>(Error{});
    return packet && packet->topic.ends_with(device);
}

bool fits(What what, const Record& r)
{
    switch (what) {
    case What::Nothing: return false;
    case What::SampleBit: return isPacketOf(r, "/reactor");
    case What::SequenceNumber: return isPacketOf(r, "/condenser");
    case What::ActTime:
    case What::ActText: return r.kind == RecordKind::Act;
    case What::LinkTime: return r.kind == RecordKind::LinkDown;
    }
    return false;
}

void flip(Bytes& bytes, std::size_t at) { bytes[at] = static_cast<char>(bytes[at] ^ 1); }

void forge(What what, Record& r, Bytes& bytes)
{
    switch (what) {
    case What::Nothing: return;
    case What::SampleBit: return flip(bytes, bytes.rfind('\x69') + 1); // the lowest bit of a double
    case What::SequenceNumber: return flip(bytes, bytes.size() - 1); // Sparkplug's seq: its last field
    case What::ActText: return flip(bytes, bytes.size() - 1);
    case What::ActTime:
    case What::LinkTime: r.arrival += 1;
    }
}

} // namespace

Q_DECLARE_METATYPE(What)

class TestReplayDiffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = file("recorded");
        LiveRuntime::Options options;
        auto runtime = LiveRuntime::create(eastman(), options);
        QVERIFY(runtime.ok());
        LiveRuntime& live = **runtime;
        live.start();
        live.startRecording(m_path);
        QTRY_VERIFY(live.status().recording.on);
        // A minute of the plant, laid into the future so that its times stand as they are.
        const auto log = makeLog({gemba::plant::Format::Sparkplug, "6", 150, 60, false, 1});
        const TimeNs shift = live.clock().now() + 10 * kSecond - log.front().arrival;
        std::uint64_t sent = 0;
        for (const OwnedRecord& r : log) {
            if (r.kind == RecordKind::LinkUp)
                live.onLink(r.source, true, *decodeLink(r.bytes), r.arrival + shift);
            if (r.kind == RecordKind::Packet) {
                live.onPacket(r.source, *decodePacket(r.bytes), r.arrival + shift);
                // Acts stand at the time of what was handed over before them.
                if (++sent % 25 == 0) {
                    QTRY_COMPARE(live.status().logged, sent);
                    live.act({"tester", "note", "reactor", "seen"});
                    live.onLink(SourceId{1}, sent % 50 == 0, {"mqtt://127.0.0.1:1", "", false, false},
                                r.arrival + shift + 1);
                }
            }
        }
        QTRY_COMPARE(live.status().logged, sent);
        live.stop();
        const Replayed r = replay(m_path, false);
        QVERIFY(!r.error && !r.firstDifferent);
        QVERIFY(r.intervals > kChanged + 1);
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        m_from = reader.value()->intervals().value().at(kChanged).firstSeq;
    }

    void everyChangeShows_data()
    {
        QTest::addColumn<What>("what");
        QTest::addColumn<bool>("keyframes");
        for (const auto& [name, what] :
             {std::pair{"nothing", What::Nothing}, {"one bit of a sample", What::SampleBit},
              {"time of an act", What::ActTime}, {"text of an act", What::ActText},
              {"time of a link", What::LinkTime}, {"number of a message", What::SequenceNumber}}) {
            QTest::addRow("%s, carrying state", name) << what << false;
            QTest::addRow("%s, taking keyframes", name) << what << true;
        }
    }
    void everyChangeShows()
    {
        QFETCH(What, what);
        QFETCH(bool, keyframes);
        const std::string forged = file("forged");
        const std::uint64_t seq = target(what);
        QCOMPARE(seq == 0, what == What::Nothing);
        QVERIFY(rewriteSession(m_path, forged, [&](Record& record, Bytes& bytes) {
                    if (record.seq == seq)
                        forge(what, record, bytes);
                }).ok());
        const Replayed r = replay(forged, keyframes);
        QVERIFY2(!r.error, r.error ? qPrintable(errorText(*r.error)) : "");
        QCOMPARE(r.problems, 0U);
        QCOMPARE(r.compared, r.intervals);
        if (what == What::Nothing) {
            QVERIFY(!r.firstDifferent);
            QCOMPARE(r.digest, replay(m_path, false).digest);
            return;
        }
        QVERIFY(r.firstDifferent.has_value());
        QCOMPARE(*r.firstDifferent, intervalOf(seq));
    }

    void anotherModelShows() // other deductions from the same log
    {
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        const auto package = (*reader)->package();
        QVERIFY(package.ok());
        Blob model = *package->find("model", "models/reactor.gmodel");
        const std::size_t limit = model.bytes.find("\"spe\":") + 6;
        QVERIFY(limit > 6);
        model.bytes[limit] = model.bytes[limit] == '2' ? '3' : '2';
        auto player = SessionPlayer::open(m_path, SessionReader::OpenMode::Foreign, {false, {model}});
        QVERIFY(player.ok());
        QVERIFY(playOn(**player).firstDifferent.has_value());
    }

    void everyPartOfAnAssessmentShows_data()
    {
        using Change = std::function<void(Assessment&)>;
        QTest::addColumn<Change>("change");
        QTest::newRow("points of a deduction") << Change([](Assessment& a) { a.deductions[0].points += 1; });
        QTest::newRow("tag of a deduction") << Change([](Assessment& a) { a.deductions[0].tag = TagId{2}; });
        QTest::newRow("side of a deduction") << Change([](Assessment& a) { a.deductions[0].side = Side::Low; });
        QTest::newRow("value of a deduction") << Change([](Assessment& a) { a.deductions[0].value += 1e-15; });
        QTest::newRow("score") << Change([](Assessment& a) { a.score += 1; });
        QTest::newRow("band") << Change([](Assessment& a) { a.high += 1; });
        QTest::newRow("word") << Change([](Assessment& a) { a.word = ConditionWord::Act; });
        QTest::newRow("withheld") << Change([](Assessment& a) { a.withheld = Withheld::InputsStale; });
        QTest::newRow("act before") << Change([](Assessment& a) { a.actBefore = ActBefore{1, TagId{1}, 2.0}; });
        QTest::newRow("rule of act before") << Change([](Assessment& a) { a.actBefore = ActBefore{1, TagId{1}, 2.0, ActBefore::Rule::Life}; });
        QTest::newRow("life") << Change([](Assessment& a) { a.life = Life{}; });
        QTest::newRow("median of life") << Change([](Assessment& a) { a.life = Life{.withheld = LifeWithheld::No, .median = 1e-15}; });
        QTest::newRow("time") << Change([](Assessment& a) { a.at += 1; });
    }
    void everyPartOfAnAssessmentShows()
    {
        QFETCH(std::function<void(Assessment&)>, change);
        Assessment a;
        a.deductions.push_back({DeductionKind::Indicator, TagId{1}, Side::High, 5'000, 0.5, 0.25});
        OutputLedger before, after;
        before.assessment(1, AssetId{0}, a);
        change(a);
        after.assessment(1, AssetId{0}, a);
        QVERIFY(before.finish() != after.finish());
    }

private:
    /// A record to change, well inside the log, with room behind it to be moved a little.
    std::uint64_t target(What what)
    {
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        LogCursor cursor = (*reader)->cursor(m_from);
        std::uint64_t found = 0;
        TimeNs at = 0;
        for (Record r; cursor.next(r).value();) {
            if (found != 0 && r.arrival > at)
                return found;
            found = fits(what, r) ? r.seq : 0;
            at = r.arrival;
        }
        return 0;
    }
    std::uint64_t intervalOf(std::uint64_t seq)
    {
        auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        const auto intervals = (*reader)->intervals().value();
        const auto found = std::find_if(intervals.begin(), intervals.end(),
                                        [&](const IntervalInfo& i) { return seq <= i.lastSeq; });
        return found == intervals.end() ? UINT64_MAX : found->index;
    }
    std::string file(const char* name)
    {
        return m_dir.filePath(QString::fromLatin1(name) + QStringLiteral(".gmb")).toStdString();
    }
    QTemporaryDir m_dir;
    std::string m_path;
    std::uint64_t m_from = 0; ///< sequence number
};

QTEST_GUILESS_MAIN(TestReplayDiffers)
#include "tst_replay_differs.moc"

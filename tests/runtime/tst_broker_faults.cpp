// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong between plant and console, with a real broker: each fault is said in words, counted,
// and over when its cause is; and the file of it all replays to the bit.
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "live_plant.h"
#include "replayed.h"
#include "ui/models/phrases.h"
#include "voice.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

bool allOnline(const Snapshot& s)
{
    return s.nodes.size() == 6
           && std::all_of(s.nodes.begin(), s.nodes.end(), [](const NodeState& n) { return n.online; });
}

} // namespace

class TestBrokerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir.emplace();
        m_broker.emplace();
        m_path = m_dir->filePath(QStringLiteral("ring.gmb")).toStdString();
        LiveRuntime::Options options;
        options.ringPath = m_path;
        m_live.emplace(*m_broker, std::move(options));
        m_voice.emplace(*m_broker);
    }

    void cleanup() // whatever it was: nothing uncounted, and the record is exact
    {
        if (QTest::currentTestFailed())
            return;
        m_live->stop();
        QVERIFY(m_live->settled());
        m_live.reset();
        const Replayed r = replay(m_path, false);
        QVERIFY(!r.error && !r.firstDifferent);
        QVERIFY(r.compared > 0);
        const auto reader = SessionReader::open(m_path, SessionReader::OpenMode::Foreign);
        QVERIFY(reader.ok());
        QVERIFY((*reader)->info().complete);
        QCOMPARE(r.digest, (*reader)->info().digest);
    }

    void downAtStart()
    {
        m_live->start();
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::LinkDown), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(now()->assets.front().assessment.withheld == Withheld::SourceDown, kPatience);
        QVERIFY(!now()->sources.at(0).up);
        QCOMPARE(now()->sources.at(0).reason, std::string("Connection refused"));
        QVERIFY2(trouble().contains(u"Connection refused"), qPrintable(trouble()));
        QVERIFY(m_broker->start());
        QTRY_VERIFY_WITH_TIMEOUT(now()->sources.at(0).up, kPatience);
        QVERIFY2(trouble().contains(u"nothing arrived yet"), qPrintable(trouble()));
        speaksNormally();
    }

    void diesAndComesBack_data()
    {
        QTest::addColumn<bool>("crash");
        QTest::newRow("stopped") << false;
        QTest::newRow("killed, its store lost") << true;
    }
    void diesAndComesBack()
    {
        QFETCH(bool, crash);
        connectTo();
        PlantProcess plant(*m_broker, "--run normal --speed 20 --loop");
        QTRY_VERIFY_WITH_TIMEOUT(withheld() == Withheld::No, kPatience);
        crash ? m_broker->kill() : m_broker->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!now()->sources.at(0).up, kPatience);
        QVERIFY(!now()->sources.at(0).reason.empty());
        QVERIFY(trouble().contains(QString::fromStdString(now()->sources.at(0).reason)));
        QVERIFY(heard(EventKind::LinkDown));
        QTRY_COMPARE_WITH_TIMEOUT(withheld(), Withheld::SourceDown, kPatience);
        QVERIFY(std::all_of(now()->tags.begin(), now()->tags.end(), [](const TagState& t) { return t.stale; }));
        QVERIFY(std::none_of(now()->nodes.begin(), now()->nodes.end(), [](const NodeState& n) { return n.online; }));
        QVERIFY(m_broker->start());
        QTRY_VERIFY_WITH_TIMEOUT(withheld() == Withheld::No, kPatience); // nobody had to do anything
        QCOMPARE(trouble(), QString());
        plant.stop();
    }

    void nodeDies() // without a word: the broker has its will
    {
        connectTo();
        PlantProcess plant(*m_broker, "--run normal --speed 20 --loop");
        QTRY_VERIFY_WITH_TIMEOUT(now() && allOnline(*now()), kPatience);
        plant.kill();
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::NodeDeath), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(withheld(), Withheld::InputsStale, kPatience);
        QVERIFY2(trouble().contains(u"Eastman/works has been offline"), qPrintable(trouble()));
        PlantProcess again(*m_broker, "--run normal --speed 20 --loop");
        QTRY_VERIFY_WITH_TIMEOUT(now() && allOnline(*now()) && trouble().isEmpty(), kPatience);
        again.stop();
    }

    void wrongTopic()
    {
        connectTo();
        QVERIFY(m_voice->say("eastman/reactr", R"({"v":1})"));
        QTRY_COMPARE_WITH_TIMEOUT(rejected(), 1U, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::Rejected), kPatience);
        QVERIFY2(told(EventKind::Rejected).contains(u"eastman/reactr"), qPrintable(told(EventKind::Rejected)));
        speaksNormally();
        QCOMPARE(rejected(), 1U);
    }

    void dataBeforeBirth()
    {
        connectTo();
        QVERIFY(m_voice->say(m_voice->row()));
        QTRY_COMPARE_WITH_TIMEOUT(rejected(), 6U, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::RebirthAsked), kPatience);
        QCOMPARE(count(EventKind::RebirthAsked), 1); // not once a message
        QVERIFY2(trouble().contains(u"has not announced itself"), qPrintable(trouble()));
        QVERIFY(std::all_of(now()->tags.begin(), now()->tags.end(),
                            [](const TagState& t) { return t.arrival == kNoTime; }));
        speaksNormally();
    }

    void halfABirth()
    {
        connectTo();
        auto births = m_voice->births();
        births.front().payload.resize(births.front().payload.size() / 2);
        QVERIFY(m_voice->say(births));
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::RebirthAsked), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(rejected() >= 1, kPatience);
        QVERIFY(!allOnline(*now()));
        speaksNormally();
    }

    void unknownAlias()
    {
        connectTo();
        speaksNormally();
        auto row = m_voice->row();
        alter(endingIn(row, "/reactor"), [](SparkplugPayload& p) { p.metrics.front().alias = 424'242; });
        QVERIFY(m_voice->say(row));
        QTRY_COMPARE_WITH_TIMEOUT(rejected(), 1U, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::RebirthAsked), kPatience);
        QVERIFY(told(EventKind::Rejected).contains(u"reactor"));
        speaksNormally();
        QCOMPARE(rejected(), 1U);
    }

    void typeChange()
    {
        connectTo();
        speaksNormally();
        const TagId tag = pressure();
        auto row = m_voice->row();
        spoilPressure(row, [](SparkplugMetric& m) {
            m.type = SparkplugType::String;
            m.value = std::string("high");
        });
        QVERIFY(m_voice->say(row));
        QTRY_COMPARE_WITH_TIMEOUT(rejected(), 1U, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(state(tag).quality, Quality::Bad, kPatience);
        QVERIFY(std::holds_alternative<std::monostate>(state(tag).value)); // not the text, nor the last number
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::RebirthAsked), kPatience);
        speaksNormally();
        QCOMPARE(state(tag).quality, Quality::Good);
    }

    void notANumber_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity();
    }
    void notANumber()
    {
        QFETCH(double, value);
        connectTo();
        speaksNormally();
        const TagId tag = pressure();
        auto row = m_voice->row();
        spoilPressure(row, [value](SparkplugMetric& m) { m.value = value; });
        QVERIFY(m_voice->say(row));
        QTRY_COMPARE_WITH_TIMEOUT(state(tag).quality, Quality::Bad, kPatience);
        QVERIFY(std::holds_alternative<std::monostate>(state(tag).value));
        QTRY_VERIFY_WITH_TIMEOUT(now()->assets[reactor()].assessment.staleInputs > 0, kPatience);
        QVERIFY(m_voice->say(m_voice->row()));
        QTRY_COMPARE_WITH_TIMEOUT(state(tag).quality, Quality::Good, kPatience);
    }

    void tenMegabytes_data()
    {
        QTest::addColumn<std::string>("topic");
        QTest::newRow("sparkplug data") << std::string("spBv1.0/Eastman/DDATA/works/reactor");
        QTest::newRow("sparkplug birth") << std::string("spBv1.0/Eastman/NBIRTH/other");
        QTest::newRow("json") << std::string("eastman/reactor");
    }
    void tenMegabytes()
    {
        QFETCH(std::string, topic);
        connectTo();
        speaksNormally();
        QVERIFY(m_voice->say(topic, std::string(10U << 20, '[')));
        QTRY_COMPARE_WITH_TIMEOUT(rejected(), 1U, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(heard(EventKind::Rejected), kPatience);
        QVERIFY(now()->sources.at(0).up);
        QCOMPARE(now()->sources.at(0).counters.dropped, 0U);
        speaksNormally();
        QCOMPARE(rejected(), 1U);
    }

    void silence()
    {
        connectTo();
        speaksNormally();
        QTRY_COMPARE_WITH_TIMEOUT(withheld(), Withheld::InputsStale, kPatience);
        QVERIFY(state(pressure()).stale);
        QVERIFY(now()->sources.at(0).up);
        QVERIFY2(trouble().contains(u"the plant is silent"), qPrintable(trouble()));
        QVERIFY(heard(EventKind::Withheld));
        speaksNormally();
        QTRY_VERIFY_WITH_TIMEOUT(withheld() != Withheld::InputsStale, kPatience);
        QCOMPARE(trouble(), QString());
    }

private:
    void connectTo()
    {
        QVERIFY(m_broker->start());
        m_live->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_live->connected(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(now() && !now()->sources.empty() && now()->sources[0].up, kPatience);
    }
    /// Births and a row; the console has it all, and says so.
    void speaksNormally()
    {
        QVERIFY(m_voice->say(m_voice->births()));
        const auto row = m_voice->row();
        QVERIFY(m_voice->say(row));
        QTRY_VERIFY_WITH_TIMEOUT(allOnline(*now()), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(state(pressure()).quality, Quality::Good, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_live->settled(), kPatience);
    }
    template <class Change>
    static void spoilPressure(std::vector<gemba::plant::Message>& row, Change change)
    {
        alter(endingIn(row, "/reactor"), [&](SparkplugPayload& p) {
            for (SparkplugMetric& m : p.metrics) {
                if (m.form == SparkplugForm::Double) {
                    change(m);
                    return;
                }
            }
            qFatal("no number in the message");
        });
    }

    SnapshotPtr now() const { return m_live->runtime().snapshot(); }
    std::uint64_t rejected() const { return now()->sources.at(0).counters.rejected; }
    TagState state(TagId tag) const { return now()->tags[index(tag)]; }
    /// The tag of the first number in the reactor's message.
    TagId pressure()
    {
        if (m_first == kNoTag) {
            const auto& plant = m_live->runtime().plant();
            for (std::uint32_t i = 0; i < plant.tags.size() && m_first == kNoTag; ++i) {
                const Tag& tag = plant.tags[i];
                if (tag.asset == plant.findAsset("reactor") && tag.role == TagRole::Measurement)
                    m_first = TagId{i};
            }
        }
        return m_first;
    }
    std::size_t reactor() const { return index(m_live->runtime().plant().findAsset("reactor")); }
    Withheld withheld() const { return now() ? now()->assets[reactor()].assessment.withheld : Withheld::NoData; }
    int count(EventKind kind) const
    {
        const auto events = m_live->runtime().eventsFrom(0).events;
        return static_cast<int>(std::count_if(events.begin(), events.end(),
                                              [kind](const Event& e) { return e.kind == kind; }));
    }
    bool heard(EventKind kind) const { return count(kind) > 0; }

    /// As the console says it.
    gemba::ui::Phrases phrases() const
    {
        gemba::ui::Phrases p;
        p.setPlant(now()->plant);
        return p;
    }
    QString trouble() const { return phrases().dataTrouble(*now()); }
    QString told(EventKind kind) const
    {
        for (const Event& e : m_live->runtime().eventsFrom(0).events) {
            if (e.kind == kind)
                return phrases().event(e);
        }
        return {};
    }

    std::optional<QTemporaryDir> m_dir;
    std::optional<Mosquitto> m_broker;
    std::optional<LiveSide> m_live;
    std::optional<Voice> m_voice;
    std::string m_path;
    TagId m_first = kNoTag;
};

QTEST_GUILESS_MAIN(TestBrokerFaults)
#include "tst_broker_faults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "tests/acquisition/host_log.h"

using namespace gemba::twin;
using gemba::test::Host;
using gemba::test::M;
using gemba::test::payload;

namespace {

/// One thing that happens to a session.
struct Step {
    TimeNs at = 0;
    int link = -1; ///< 0 down, 1 up; else a message or, with no topic, the passing of time
    std::string topic;
    Bytes bytes;
};

/// Two nodes with devices, whose messages are dropped, doubled, swapped, broken and cut off by
/// deaths, rebirths and lost links.
std::vector<Step> life(unsigned seed)
{
    std::mt19937 random(seed);
    const auto chance = [&random](unsigned oneIn) { return random() % oneIn == 0; };
    std::vector<Step> steps;
    TimeNs now = kSecond;
    int seq[2] = {0, 0};
    for (int i = 0; i < 400; ++i) {
        now += TimeNs(random() % 400) * kMillisecond;
        const unsigned n = random() % 2;
        const std::string node = n == 0 ? "A" : "B";
        const auto message = [&](const char* type, const std::string& rest, Bytes bytes) {
            steps.push_back({now, -1, "spBv1.0/G/" + std::string(type) + "/" + rest, std::move(bytes)});
        };
        const auto next = [&] { return seq[n] = (seq[n] + 1) % 256; };
        const std::int64_t bd = seed % 3;
        const M bdSeq{"bdSeq", bd, {}, SparkplugType::Int64};
        const double v = double(random() % 100);
        switch (random() % 24) {
        case 0:
            seq[n] = 0;
            message("NBIRTH", node, payload(0, {bdSeq, {"m1", v}, {"m2", v, 2}, {"n3", std::int64_t(i), 3, SparkplugType::Int64}}));
            break;
        case 1: message("DBIRTH", node + "/D", payload(next(), {{"m5", v, 5}, {"m6", v}})); break;
        case 2: message("DBIRTH", node + "/C", payload(next(), {{"m7", v, chance(4) ? 5U : 7U}})); break;
        case 3: message("NDEATH", node, payload(-1, {bdSeq})); break;
        case 4: message("DDEATH", node + "/D", payload(next(), {})); break;
        case 5: steps.push_back({now, int(random() % 2), {}, {}}); break;
        case 6: steps.push_back({now, -1, {}, {}}); break;
        case 7: message("NDATA", node, "broken"); break;
        case 8: now += 3 * kSecond; break;
        default: {
            const int s = next();
            if (chance(12))
                break; // lost
            const std::vector<M> named{{"m1", v}, {"n3", std::int64_t(i), {}, SparkplugType::Int64}};
            if (chance(2))
                message("NDATA", node, payload(s, named));
            else
                message("DDATA", node + "/D", payload(s, {{"", v, chance(30) ? 9U : 5U, SparkplugType::Unknown}}));
            if (chance(10))
                steps.push_back(steps.back()); // doubled
            if (chance(8) && steps.size() > 3) {
                std::swap(steps.back().topic, steps[steps.size() - 2].topic);
                std::swap(steps.back().bytes, steps[steps.size() - 2].bytes);
            }
        }
        }
    }
    return steps;
}

void play(Host& host, const Step& step)
{
    host.now = step.at;
    if (step.link >= 0 && step.topic.empty())
        host.session.onLink(step.link == 1, step.at);
    else if (step.topic.empty())
        host.session.onTime(step.at);
    else
        host.send(step.topic.c_str(), step.bytes);
}

} // namespace

class TestSparkplugState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// From any point on, a session loaded there tells exactly what the uninterrupted one tells.
    void loadingAnywhereChangesNothing()
    {
        std::mt19937 random(42);
        QSet<QString> kinds;
        for (unsigned seed = 1; seed <= 40; ++seed) {
            const std::vector<Step> steps = life(seed);
            const std::size_t cut = random() % steps.size();
            Host whole;
            Bytes middle;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                if (i == cut) {
                    middle = whole.state();
                    for (const QString& line : whole.log.take())
                        kinds << line.section(u' ', 0, 0);
                }
                play(whole, steps[i]);
            }
            Host loaded;
            QVERIFY(loaded.load(middle));
            QCOMPARE(loaded.state(), middle);
            for (std::size_t i = cut; i < steps.size(); ++i)
                play(loaded, steps[i]);
            QCOMPARE(loaded.log.take(), whole.log.take());
            QCOMPARE(loaded.state(), whole.state());
        }
        // The lives above were worth the trouble: everything there is to tell was told.
        for (const char* kind : {"birth", "death", "sample", "stale", "gap", "late", "duplicate", "sequence",
                                 "rebirth", "rejected", "note"})
            QVERIFY2(kinds.contains(QString::fromLatin1(kind)), kind);
    }

    void damagedStateIsRefusedWhole()
    {
        Host host;
        for (const Step& s : life(3))
            play(host, s);
        const Bytes state = host.state();
        std::mt19937 random(5);
        int refused = 0;
        for (int i = 0; i < 3000; ++i) {
            Bytes bytes = state;
            if (i % 3 == 0)
                bytes.resize(random() % bytes.size());
            else
                bytes[random() % bytes.size()] = char(random());
            Host other;
            other.nbirth({{"m1", 1.0}});
            const Bytes before = other.state();
            if (!other.load(bytes)) {
                ++refused;
                if (i % 3 == 0)
                    QCOMPARE(other.state(), before);
            }
            for (int seq = 1; seq < 6; ++seq) // whatever was loaded can be worked with
                other.ndata(seq, {{"m1", 1.0}, {"", 1.0, 5, SparkplugType::Unknown}});
            other.at(1e6);
        }
        QVERIFY(refused > 1000);
    }

    void hostileMessages()
    {
        std::mt19937 random(11);
        Host host;
        for (unsigned seed = 1; seed < 60; ++seed) {
            for (Step step : life(seed)) {
                if (!step.bytes.empty() && random() % 3 == 0)
                    step.bytes[random() % step.bytes.size()] = char(random());
                if (!step.topic.empty() && random() % 20 == 0)
                    step.topic[random() % step.topic.size()] = char(random());
                play(host, step);
            }
        }
        QVERIFY(host.log.take().size() > 1000);
    }
};

QTEST_APPLESS_MAIN(TestSparkplugState)
#include "test_sparkplug_state.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>
#include <set>

#include "twin/acquisition/sequence_ledger.h"

using namespace gemba::twin;

class TestSequenceLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<QList<quint64>>("numbers");
        QTest::addColumn<QString>("last"); // what the last number tells
        const auto row = [](const char* name, QList<quint64> n, const char* last) {
            QTest::newRow(name) << n << QString::fromLatin1(last);
        };
        row("first", {17}, "");
        row("next", {17, 18}, "");
        row("two lost", {17, 20}, "lost 2");
        row("duplicate", {17, 18, 18}, "duplicate");
        row("an old duplicate", {17, 18, 19, 20, 18}, "duplicate");
        row("late", {17, 20, 18}, "recovered");
        row("late twice", {17, 20, 18, 18}, "duplicate");
        row("the last hole", {17, 20, 18, 19}, "recovered");
        row("after a filled hole", {17, 20, 18, 19, 21}, "");
        row("restart at 0", {40, 0}, "restarted");
        row("after a restart", {40, 0, 1}, "");
        row("lost after a restart", {40, 0, 2}, "lost 1");
        row("0 again at the start", {0, 1, 0}, "duplicate");
        row("far back", {5000, 3000}, "restarted");
        row("far ahead", {1, 2'000'000'002}, "restarted");
        row("the largest number", {UINT64_MAX - 1, UINT64_MAX}, "");
    }
    void steps()
    {
        QFETCH(QList<quint64>, numbers);
        SequenceLedger ledger;
        SequenceStep step;
        for (const quint64 n : numbers)
            step = ledger.observe(n);
        QStringList said;
        if (step.lost > 0)
            said << QStringLiteral("lost %1").arg(step.lost);
        if (step.recovered)
            said << QStringLiteral("recovered");
        if (step.duplicate)
            said << QStringLiteral("duplicate");
        if (step.restarted)
            said << QStringLiteral("restarted");
        QTEST(said.join(u' '), "last");
    }

    void births()
    {
        SequenceLedger ledger;
        ledger.observe(100);
        QCOMPARE(ledger.observeBirth(100), SequenceStep{}); // the last one once more
        QCOMPARE(ledger.observe(101), SequenceStep{});
        QCOMPARE(ledger.observeBirth(105), SequenceStep{.lost = 3});
        QCOMPARE(ledger.observeBirth(99), SequenceStep{.restarted = true});
        QCOMPARE(ledger.observe(100), SequenceStep{});
    }

    /// Lost minus recovered is what was never delivered, whatever drops, doubles and disorder;
    /// saving and loading anywhere changes nothing.
    void exactUnderFaults()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            std::mt19937 random(seed);
            std::vector<std::uint64_t> sent;
            std::uint64_t dropped = 0;
            std::uint64_t doubled = 0;
            for (std::uint64_t n = 0; n < 5000; ++n) {
                const bool edge = n == 0 || n == 4999; // what is lost beyond the ends is unseen
                if (!edge && random() % 50 == 0) {
                    ++dropped;
                    continue;
                }
                sent.push_back(n);
                if (!edge && random() % 20 == 0) {
                    sent.push_back(n);
                    ++doubled;
                }
            }
            for (std::size_t i = 20; i + 20 < sent.size(); ++i) {
                if (random() % 10 == 0)
                    std::swap(sent[i], sent[i + random() % 4]);
            }
            auto ledger = std::make_unique<SequenceLedger>();
            std::uint64_t lost = 0, recovered = 0, duplicates = 0;
            for (const std::uint64_t n : sent) {
                if (random() % 500 == 0) {
                    Bytes saved, again;
                    ByteWriter w(saved), w2(again);
                    ledger->save(w);
                    ledger = std::make_unique<SequenceLedger>();
                    ByteReader r(saved);
                    ledger->load(r);
                    QVERIFY(!r.failed() && r.atEnd());
                    ledger->save(w2);
                    QCOMPARE(again, saved);
                }
                const SequenceStep step = ledger->observe(n);
                QVERIFY(!step.restarted);
                lost += step.lost;
                recovered += step.recovered ? 1 : 0;
                duplicates += step.duplicate ? 1 : 0;
            }
            QCOMPARE(lost - recovered, dropped);
            QCOMPARE(duplicates, doubled);
        }
    }

    void hostileState()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 20'000; ++i) {
            Bytes bytes(random() % 40, '\0');
            for (char& c : bytes)
                c = char(random() % (i % 2 ? 256 : 4));
            SequenceLedger ledger;
            ByteReader in(bytes);
            ledger.load(in);
            ledger.observe(random());
        }
    }
};

QTEST_APPLESS_MAIN(TestSequenceLedger)
#include "test_sequence_ledger.moc"

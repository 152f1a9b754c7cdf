// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/models/word_match.h"

using gemba::ui::WordMatch;

class TestWordMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* name, const char* query, const char* text, bool found) {
            QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(text) << found;
        };
        row("any order", "pres rea", "Reactor pressure", true);
        row("every word counts", "pressure pump", "Reactor pressure", false);
        row("case", "REACTOR", "reactor", true);
        row("umlaut without", "rucklauf", "Rücklauf", true);
        row("umlaut in the query", "rück", "Rucklauf", true);
        row("sharp s", "grosse", "Größe", true);
        row("number of a tag", "xmeas(7", "Reactor pressure XMEAS(7)", true);
        row("right to left", "ضغط", "ضغط المفاعل", true);
        row("only spaces", "   ", "anything", true);
        row("markup is text", "<b>", "<b>Pump</b>", true);
        row("empty text", "a", "", false);
    }
    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QTEST(WordMatch(query).rank(text).has_value(), "found");
    }

    void beginningsComeFirst()
    {
        const WordMatch match(QStringLiteral("press"));
        const int start = *match.rank(QStringLiteral("Pressure of reactor"));
        const int word = *match.rank(QStringLiteral("Reactor pressure"));
        const int inside = *match.rank(QStringLiteral("Recycle compressor"));
        QVERIFY(start < word);
        QVERIFY(word < inside);
    }
};

QTEST_GUILESS_MAIN(TestWordMatch)
#include "tst_word_match.moc"

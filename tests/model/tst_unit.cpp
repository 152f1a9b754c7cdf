// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/unit.h"

#include <cmath>

#include <QTest>

using namespace gemba::twin;

class TestUnit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Factors as defined: BIPM SI brochure (2019), NIST SP 811 (2008) appendix B.
    void exactFactors_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* from, const char* to, double value, double expected) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2 in %3").arg(value).arg(
                QLatin1String(from), QLatin1String(to))))
                << QString::fromLatin1(from) << QString::fromLatin1(to) << value << expected;
        };
        row("kPa", "bar", 2705.0, 27.05);
        row("bar", "kPa", 1.0, 100.0);
        row("kPa{gauge}", "mbar", 1.0, 10.0);
        row("[psi]", "Pa", 1.0, 4.4482216152605 / (0.0254 * 0.0254));
        row("Cel", "[degF]", 100.0, 212.0);
        row("Cel", "[degF]", -40.0, -40.0);
        row("[degF]", "K", 32.0, 273.15);
        row("K", "Cel", 0.0, -273.15);
        row("m3/h", "L/min", 60.0, 1000.0);
        row("m3/h", "m3/s", 3600.0, 1.0);
        row("[gal_us]/min", "L/min", 1.0, 3.785411784);
        row("kg/h", "t/h", 1500.0, 1.5);
        row("[lb_av]/h", "kg/h", 1.0, 0.45359237);
        row("[in_i]/s", "mm/s", 1.0, 25.4);
        row("mm/s", "m/s", 7.1, 0.0071);
        row("[ft_i]", "m", 1.0, 0.3048);
        row("um", "mm", 25.0, 0.025);
        row("t", "[lb_av]", 0.45359237, 1000.0);
        row("[HP]", "W", 1.0, 745.69987158227022);
        row("kW", "MW", 341.0, 0.341);
    }
    void exactFactors()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(double, value);
        QFETCH(double, expected);
        const auto c = conversion(from.toStdString(), to.toStdString());
        QVERIFY(c);
        QVERIFY2(std::abs(c->apply(value) - expected) <= 1e-12 * std::max(1.0, std::abs(expected)),
                 qPrintable(QString::number(c->apply(value), 'g', 17)));
        // And back to where it came from.
        const auto back = conversion(to.toStdString(), from.toStdString());
        QVERIFY(std::abs(back->apply(c->apply(value)) - value) <=
                1e-11 * std::max(1.0, std::abs(value)));
    }

    void whatCannotBeConverted_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("other dimension") << QStringLiteral("kPa") << QStringLiteral("Cel");
        QTest::newRow("unknown") << QStringLiteral("furlong") << QStringLiteral("m");
        QTest::newRow("standard volume") << QStringLiteral("10*3.m3/h") << QStringLiteral("L/min");
        QTest::newRow("share") << QStringLiteral("%{mole}") << QStringLiteral("m");
        QTest::newRow("empty") << QString() << QStringLiteral("m");
        QTest::newRow("only a note") << QStringLiteral("{gauge}") << QStringLiteral("bar");
        QTest::newRow("half a note") << QStringLiteral("{") << QStringLiteral("bar");
    }
    void whatCannotBeConverted()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QVERIFY(!conversion(from.toStdString(), to.toStdString()));
    }

    void anEqualUnitChangesNoBit()
    {
        const auto c = conversion("Cel", "Cel");
        QCOMPARE(c->apply(0.1), 0.1);
    }

    void printedWithWhatIsMeasured()
    {
        QCOMPARE(printedUnit("bar", "kPa{gauge}"), std::string("bar g"));
        QCOMPARE(printedUnit("bar", "kPa{absolute}"), std::string("bar a"));
        QCOMPARE(printedUnit("[degF]", "Cel"), std::string("°F"));
        QCOMPARE(printedUnit("bar", "kPa{"), std::string("bar")); // no note without its end
    }
};

QTEST_APPLESS_MAIN(TestUnit)
#include "tst_unit.moc"

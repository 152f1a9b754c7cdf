// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/models/chart_window.h"

using namespace gemba;
using namespace gemba::ui;
using twin::kSecond;

class TestChartWindow : public QObject
{
    Q_OBJECT
private:
    static TrendWindow cursorAt(int second) { return {second * kSecond - 100 * kSecond, second * kSecond, false}; }
    static TimeRange at(const ChartWindow& w, int second)
    {
        const TrendWindow shown = w.shown(cursorAt(second));
        return {shown.from / kSecond, shown.to / kSecond};
    }

private Q_SLOTS:
    void followsCentresOrStays()
    {
        ChartWindow w;
        QCOMPARE(at(w, 1000), (TimeRange{900, 1000}));
        w.setFollowing(Following::Centre, cursorAt(1000));
        QCOMPARE(at(w, 1000), (TimeRange{950, 1050}));
        w.setFollowing(Following::Fixed, w.shown(cursorAt(1000)));
        QCOMPARE(at(w, 5000), (TimeRange{950, 1050})); // new data does not move it
        w.toCursor();
        QCOMPARE(at(w, 5000), (TimeRange{4950, 5050})); // as it followed before
    }

    void everyCloserLookCanBeTakenBack()
    {
        ChartWindow w;
        QVERIFY(!w.canGoBack());
        w.zoomTo(910 * kSecond, 920 * kSecond, {{QStringLiteral("kPa"), {10, 20}}});
        QCOMPARE(at(w, 2000), (TimeRange{910, 920}));
        QCOMPARE(w.sight().zoomOf(QStringLiteral("kPa"))->high, 20.0);
        QVERIFY(!w.sight().zoomOf(QStringLiteral("m3")));
        w.zoomTo(912 * kSecond, 914 * kSecond);
        QVERIFY(w.sight().zoomOf(QStringLiteral("kPa"))); // a box over all values keeps what was chosen
        QVERIFY(w.back());
        QCOMPARE(at(w, 2000), (TimeRange{910, 920}));
        QVERIFY(w.back());
        QCOMPARE(at(w, 2000), (TimeRange{1900, 2000}));
        QVERIFY(w.sight().values.empty());
        QVERIFY(!w.back());
    }

    void aTurnOfTheWheelIsOneStepBack()
    {
        ChartWindow w;
        for (int i = 0; i < 10; ++i)
            w.zoomBy(0.8, 950 * kSecond, w.shown(cursorAt(1000)));
        const TimeRange closer = at(w, 1000);
        QVERIFY(closer.to - closer.from < 15 && closer.from <= 950 && closer.to >= 950);
        for (int i = 0; i < 10; ++i)
            w.panBy(kSecond, w.shown(cursorAt(1000)));
        QCOMPARE(at(w, 1000).to, closer.to + 10);
        QVERIFY(w.back());
        QCOMPARE(at(w, 1000), closer);
        QVERIFY(w.back());
        QVERIFY(!w.canGoBack());
    }

    void zoomEndsSomewhere()
    {
        ChartWindow w;
        for (int i = 0; i < 400; ++i)
            w.zoomBy(0.5, 950 * kSecond, w.shown(cursorAt(1000)));
        TrendWindow shown = w.shown(cursorAt(1000));
        QCOMPARE(shown.to - shown.from, ChartWindow::kShortest);
        for (int i = 0; i < 400; ++i)
            w.zoomBy(2, 950 * kSecond, w.shown(cursorAt(1000)));
        shown = w.shown(cursorAt(1000));
        QVERIFY(shown.to - shown.from <= ChartWindow::kLongest && shown.to > shown.from);
        w.zoomTo(5, 5);
        w.zoomTo(9, 5); // nothing to see
        QCOMPARE(w.shown(cursorAt(1000)), shown);
    }

    void stepsAreBounded()
    {
        ChartWindow w;
        for (int i = 1; i < 500; ++i)
            w.zoomTo(i * kSecond, (i + 10) * kSecond);
        int steps = 0;
        while (w.back())
            ++steps;
        QCOMPARE(steps, static_cast<int>(ChartWindow::kMostSteps));
    }

    void resetKeepsTheSpan()
    {
        ChartWindow w;
        w.setSpan(8 * twin::kHour);
        w.setFollowing(Following::Centre, cursorAt(1000));
        w.zoomValues({QStringLiteral("kPa"), {1, 2}});
        w.zoomTo(1, 10 * kSecond);
        w.reset();
        QCOMPARE(w.sight().span, 8 * twin::kHour);
        QVERIFY(w.sight().following == Following::Centre && w.sight().values.empty() && !w.changed());
    }

    void withoutACursorThereIsNothing()
    {
        const ChartWindow w;
        QCOMPARE(w.shown({}), TrendWindow{});
    }
};

namespace gemba::ui {
char* toString(const TimeRange& r)
{
    return QTest::toString(QStringLiteral("%1..%2").arg(r.from).arg(r.to));
}
} // namespace gemba::ui

QTEST_APPLESS_MAIN(TestChartWindow)
#include "tst_chart_window.moc"

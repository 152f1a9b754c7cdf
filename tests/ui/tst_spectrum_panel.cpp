// SPDX-License-Identifier: GPL-3.0-or-later
// Spectra with their fault lines, and the bar of remaining life: what a person reads and presses.
#include <cmath>

#include <QPushButton>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/spectrum_source.h"
#include "ui/operate/spectrum_chart.h"
#include "ui/operate/spectrum_panel.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

constexpr double kRate = 12'800, kSpeed = 24.5;
constexpr std::array<double, 4> kOrders{4.95, 3.05, 4.0, 0.382}; ///< inner, outer, ball, cage

SpectrumFigure simple()
{
    SpectrumFigure f;
    f.kind = SpectrumKind::Vibration;
    f.amplitudes.assign(1'001, 0.1);
    f.amplitudes[50] = 4;
    f.amplitudes[100] = 2;
    f.step = 1;
    f.unit = QStringLiteral("m/s²");
    f.speed = 25;
    f.lines.push_back({SpectrumLine::What::Shaft, 25, 5, std::nullopt, false});
    return f;
}

/// One pump with a waveform, its speed and a bearing; a tank without.
std::shared_ptr<const twin::Plant> pump()
{
    auto plant = std::make_shared<twin::Plant>();
    plant->areas.push_back({"hall", {{{"en", "Hall"}}}});
    for (const char* id : {"pump", "tank"}) {
        twin::Asset a;
        a.id = id;
        a.areaId = "hall";
        a.name = {{{"en", id}}};
        plant->assets.push_back(a);
    }
    for (const char* id : {"acceleration", "speed"}) {
        twin::Tag t;
        t.id = id;
        t.name = {{{"en", id}}};
        t.asset = twin::AssetId{0};
        t.range = {0, 3'000};
        plant->assets[0].tags.push_back(twin::TagId{static_cast<std::uint32_t>(plant->tags.size())});
        plant->tags.push_back(t);
    }
    plant->tags[0].role = twin::TagRole::Waveform;
    plant->tags[0].rateHz = kRate;
    plant->assets[0].vibration = twin::VibrationSetup{"", "", "", twin::TagId{1}, kOrders};
    return plant;
}

} // namespace

class TestSpectrumPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cursorByKeysAndMouse()
    {
        SpectrumChart chart;
        chart.resize(360, 200);
        QCOMPARE(chart.spokenText(), QStringLiteral("No spectrum."));
        QTest::keyClick(&chart, Qt::Key_Right); // nothing to move along
        QVERIFY(!chart.cursor());
        chart.show(simple());
        QVERIFY(chart.spokenText().contains(QStringLiteral("largest at 50 Hz")));
        chart.setCursor(49.6);
        QCOMPARE(*chart.cursor(), 50.0);
        QCOMPARE(chart.readout(), QStringLiteral("50 Hz · order 2.00 · 4\u00A0m/s² · 2 × shaft"));
        QCOMPARE(chart.copyText(), chart.readout());
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(*chart.cursor(), 51.0);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(*chart.cursor(), 100.0); // the next peak
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(*chart.cursor(), 50.0);
        chart.setCursor(std::nullopt);
        QCOMPARE(chart.copyText(), QStringLiteral("shaft 25.0 Hz"));
    }

    void zoomIsHeldWithinTheSpectrum()
    {
        SpectrumChart chart;
        chart.resize(360, 200);
        chart.zoom(10, 20); // nothing there yet
        chart.show(simple());
        QCOMPARE(chart.high(), 1'000.0);
        chart.zoom(100, 200);
        QCOMPARE(chart.low(), 100.0);
        QCOMPARE(chart.high(), 200.0);
        chart.show(simple()); // a new record: the view stays
        QCOMPARE(chart.low(), 100.0);
        chart.zoom(500, 500);
        QCOMPARE(chart.high() - chart.low(), 8.0); // not closer than that
        chart.zoom(-900, 5'000);
        QCOMPARE(chart.low(), 0.0);
        QCOMPARE(chart.high(), 1'000.0);
        chart.setCursor(500);
        QTest::keyClick(&chart, Qt::Key_Plus);
        QCOMPARE(chart.high() - chart.low(), 500.0);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.high(), 1'000.0);
        QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(100, 90));
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(200, 90));
        QVERIFY(chart.low() > 100 && chart.high() < 600);
        chart.setCursor(chart.high());
        QTest::keyClick(&chart, Qt::Key_Right); // over the edge: comes along
        QVERIFY(*chart.cursor() <= chart.high());
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, QPoint(100, 90));
        QCOMPARE(chart.high(), 1'000.0);
        for (const bool logarithmic : {false, true}) {
            chart.setLogarithmic(logarithmic);
            QVERIFY(!chart.grab().isNull());
        }
    }

    void panelFollowsTheRecordAtTheCursor()
    {
        ViewState view;
        Selection selection;
        RisingHistory history;
        NotingTransport transport;
        QUndoStack undo;
        Settings settings;
        const auto plant = pump();
        SnapshotBuilder b(plant);
        b.snapshot.tags[0].value = std::monostate();
        b.snapshot.tags[1].value = kSpeed * 60;
        view.setSnapshot(b.build(), ChangeReason::Load);
        selection.setAsset(twin::AssetId{1});
        const ConsoleContext context{view, transport, history, selection, settings, undo, QLocale::c()};
        QWidget window;
        window.resize(360, 400);
        SpectrumPanel panel(context, &window);
        panel.resize(340, 360);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(panel.isHidden()); // a tank does not vibrate
        selection.setAsset(twin::AssetId{0});
        QVERIFY(!panel.isHidden());
        const auto* text = panel.findChild<TextLabel*>(QStringLiteral("spectrumText"));
        QVERIFY(text->text().contains(QStringLiteral("No vibration record")));
        history.figure = simple();
        history.figure.lines.push_back({SpectrumLine::What::OuterRace, 74.7, 3, 21.0, true});
        b.snapshot.tags[0].value = twin::Waveform{kRate, {1, 2, 3}};
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QTRY_VERIFY(text->text().contains(QStringLiteral("outer race 74.7 Hz, 21 dB (damage)")));
        QCOMPARE(history.lastSpectrum.speed, kSpeed);
        QCOMPARE(history.lastSpectrum.bearingOrders, kOrders);
        QCOMPARE(history.lastSpectrum.record.values.size(), 3u);
        view.setSnapshot(b.build(), ChangeReason::Tick); // the same record
        QTest::qWait(0);
        QCOMPARE(history.spectra, 1);
        const auto buttons = panel.findChildren<QPushButton*>();
        const auto vibration = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
            return button->text() == QStringLiteral("Vibration");
        });
        (*vibration)->click();
        QTRY_COMPARE(history.spectra, 2);
        QCOMPARE(history.lastSpectrum.kind, SpectrumKind::Vibration);
        b.snapshot.tags[0].arrival += twin::kSecond;
        history.figure = {};
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QTRY_VERIFY(text->text().contains(QStringLiteral("cannot be used")));
        b.snapshot.tags[0].arrival += twin::kSecond;
        history.figure = simple();
        history.figure.speed = 0;
        b.snapshot.tags[1].stale = true;
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QTRY_VERIFY(text->text().contains(QStringLiteral("speed is not known")));
        view.setSnapshot(nullptr, ChangeReason::Load);
        QVERIFY(panel.isHidden());
    }
};

QTEST_MAIN(TestSpectrumPanel)
#include "tst_spectrum_panel.moc"

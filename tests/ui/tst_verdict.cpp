// SPDX-License-Identifier: GPL-3.0-or-later
// Machine, sensor, process or model; what a model may be used for; the condition carried up to
// the site: in words, and as a person sees and follows them.
#include <QListView>
#include <QMenu>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/safety_page.h"
#include "ui/operate/roll_up_button.h"
#include "ui/operate/safety_page_panel.h"
#include "ui/operate/verdict_panel.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;
using twin::DeductionKind;
using twin::Side;

class TestVerdict : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    Selection selection;
    RisingHistory history;
    NotingTransport transport;
    QUndoStack undo;
    Settings settings;
    ConsoleContext context{view, transport, history, selection, settings, undo, QLocale::c()};
    std::shared_ptr<const twin::Plant> plant = eastman();

    /// The feed into the reactor reads 10 kscmh too much: no other instrument bears it out.
    SnapshotBuilder lyingSensor()
    {
        SnapshotBuilder b(plant);
        b.value("xmeas_01", 0.25).value("xmeas_02", 3660).value("xmeas_03", 4510).value("xmeas_04", 9.35).value("xmeas_05", 26.9).value("xmeas_06", 52.3);
        b.deduct("reactor", {b.deduction(DeductionKind::AnomalySpe, "xmeas_06", Side::High, 30'000, 42.3)});
        return b;
    }
    void show(const SnapshotBuilder& b, const char* asset)
    {
        view.setSnapshot(b.build(), ChangeReason::Load);
        selection.setAsset(plant->findAsset(asset));
    }

private Q_SLOTS:
    void init() { selection.setAsset(twin::kNoAsset); }

    void theBalanceFindsTheSensor()
    {
        VerdictPanel panel(context);
        show(lyingSensor(), "condenser"); // Normal
        QVERIFY(panel.isHidden());
        selection.setAsset(plant->findAsset("reactor"));
        QVERIFY(!panel.isHidden());
        QCOMPARE(panel.findChild<TextLabel*>(QStringLiteral("verdict"))->text(), QStringLiteral("Most likely a sensor"));
        QVERIFY(panel.findChild<TextLabel*>(QStringLiteral("firstStep"))->text().contains(QStringLiteral("Reactor feed rate (stream 6)")));
        const auto* evidence = panel.findChild<QListView*>(QStringLiteral("evidence"))->model();
        QCOMPARE(evidence->index(0, 0).data(VerdictModel::TextRole).toString(),
                 QStringLiteral("Does not add up: gas into the reactor"));
        QCOMPARE(evidence->index(0, 0).data(VerdictModel::DetailRole).toString(), QStringLiteral("off by 11.6 kscmh, 1.5 allowed · sensor +2"));
        QCOMPARE(evidence->index(0, 0).data(VerdictModel::EffectRole).toString(), QStringLiteral("sensor +2"));
        QVERIFY(panel.findChild<CauseScale*>()->accessibleDescription().startsWith(QStringLiteral("machine +1, sensor +3")));
    }

    void undecidedSaysSo()
    {
        SnapshotBuilder b(plant);
        b.deduct("reactor", {b.deduction(DeductionKind::AnomalyT2, "xmeas_09", Side::High, 15'000, 120), b.deduction(DeductionKind::AnomalyT2, "xmeas_21", Side::High, 14'000, 94)});
        for (const char* other : {"condenser", "separator", "compressor", "stripper"})
            b.withhold(other, twin::Withheld::NotRunning, twin::OperatingState::Standby);
        VerdictPanel panel(context);
        show(b, "reactor");
        QCOMPARE(panel.findChild<TextLabel*>(QStringLiteral("verdict"))->text(), QStringLiteral("Cannot be told apart yet"));
        QVERIFY(panel.findChild<TextLabel*>(QStringLiteral("firstStep"))->text().startsWith(QStringLiteral("First go and look")));
    }

    void everyKindOfEvidenceHasASentence()
    {
        VerdictModel model(view, selection, QLocale::c());
        QSet<QString> seen;
        for (int kind = 0; kind <= static_cast<int>(twin::EvidenceKind::ReviewOverdue); ++kind) {
            SnapshotBuilder b(plant);
            b.deduct("reactor", {b.deduction(DeductionKind::AnomalyT2, "xmeas_09", Side::High, 30'000, 120)});
            twin::Snapshot s = *b.build();
            twin::AssetState& reactor = s.assets[twin::index(plant->findAsset("reactor"))];
            reactor.verdict = twin::Verdict{twin::Cause::Machine, {3, 0, 0, 0}, {{static_cast<twin::EvidenceKind>(kind), twin::Cause::Machine, 3, plant->findTag("xmeas_09"), 0, 3, 4}}};
            view.setSnapshot(std::make_shared<const twin::Snapshot>(s), ChangeReason::Load);
            selection.setAsset(plant->findAsset("reactor"));
            const QString text = model.index(0, 0).data(VerdictModel::TextRole).toString();
            QVERIFY2(!text.isEmpty() && !text.contains(QLatin1Char('%')), qPrintable(text));
            seen.insert(text);
        }
        QCOMPARE(seen.size(), static_cast<int>(twin::EvidenceKind::ReviewOverdue) + 1);
    }

    void safetyPageInWords()
    {
        SnapshotBuilder b(plant);
        b.value("xmeas_03", 5900).silent("xmeas_17");
        SafetyPagePanel panel(context);
        show(b, "reactor");
        QVERIFY(!panel.isHidden());
        Phrases phrases(QLocale::c());
        phrases.setPlant(plant);
        const auto lines = safetyPage(*b.build(), plant->findAsset("reactor"), phrases).lines;
        QCOMPARE(lines.size(), 8u);
        QCOMPARE(lines[0].title, QStringLiteral("For"));
        QVERIFY(!lines[3].strong && lines[3].text.contains(QStringLiteral("now")));
        QVERIFY2(lines[4].strong && lines[4].text.startsWith(QStringLiteral("▸")), qPrintable(lines[4].text)); // E feed outside
        QVERIFY(!lines[5].strong && lines[5].text.endsWith(QStringLiteral("(not known now)")));
        QCOMPARE(lines[6].text, QStringLiteral("Process engineer, reaction"));
        QVERIFY(!lines[7].strong);
    }

    void overdueAndMissingPages()
    {
        auto other = std::make_shared<twin::Plant>(*plant);
        other->modelPages.erase(other->modelPages.begin() + 1, other->modelPages.end());
        other->modelPages[0].reviewBy = kNoon;
        Phrases phrases(QLocale::c());
        phrases.setPlant(other);
        const twin::SnapshotPtr s = SnapshotBuilder(other).build();
        QVERIFY(safetyPage(*s, other->findAsset("reactor"), phrases).lines.back().strong);
        const auto missing = safetyPage(*s, other->findAsset("condenser"), phrases).lines;
        QCOMPARE(missing.size(), 1u);
        QVERIFY(missing[0].strong);
        other->assets[twin::index(other->findAsset("stripper"))].modelName.clear();
        QVERIFY(safetyPage(*s, other->findAsset("stripper"), phrases).lines.empty());
    }

    void theWorstIsCarriedUp()
    {
        SnapshotBuilder b(plant);
        b.deduct("compressor", {b.deduction(DeductionKind::Indicator, "xmeas_20", Side::High, 50'000, 360)});
        RollUpButton button(context);
        show(b, "reactor");
        QCOMPARE(button.text(), QStringLiteral("Site 50 · Act"));
        QCOMPARE(button.lines().size(), 4u); // site, area, two lines
        QVERIFY(button.lines()[0].because.startsWith(QStringLiteral("Recycle compressor K-104: Compressor work")));
        QCOMPARE(button.lines()[1].priority, 2);
        QCOMPARE(button.lines()[2].figure, QStringLiteral("100")); // reaction
        QCOMPARE(button.lines()[3].figure, QStringLiteral("50"));
        Q_EMIT button.menu()->aboutToShow();
        QCOMPARE(button.menu()->actions().size(), 4);
        button.menu()->actions()[3]->trigger();
        QCOMPARE(selection.asset(), plant->findAsset("compressor"));
    }

    void hostileNamesStayPlainAndNarrow()
    {
        const auto odd = oddNames();
        SnapshotBuilder b(odd);
        b.deduct("compressor", {b.deduction(DeductionKind::Indicator, "xmeas_20", Side::High, 50'000, 360)});
        RollUpButton button(context);
        VerdictPanel verdict(context);
        SafetyPagePanel safety(context);
        view.setSnapshot(b.build(), ChangeReason::Load);
        selection.setAsset(odd->findAsset("compressor"));
        Q_EMIT button.menu()->aboutToShow();
        for (const QAction* a : button.menu()->actions())
            QVERIFY(QFontMetrics(button.menu()->font()).horizontalAdvance(a->text()) < 600);
        QVERIFY(verdict.minimumSizeHint().width() < 400);
        QVERIFY(safety.minimumSizeHint().width() < 400);
    }
};

QTEST_MAIN(TestVerdict)
#include "tst_verdict.moc"

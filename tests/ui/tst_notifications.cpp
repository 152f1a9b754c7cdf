// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

#include "twin/model/roster_json.h"
#include "ui/models/hours_text.h"
#include "ui/models/people_model.h"
#include "ui/models/sent_model.h"
#include "ui/notify/notifications_dialog.h"

using namespace gemba;
using namespace gemba::ui;

namespace {

constexpr twin::TimeNs kNow = 1'795'003'662 * twin::kSecond; ///< Wed 12:07 UTC

/// Takes what is right, as the real one does, and writes down what it was asked to send.
class NotingDesk : public NotificationDesk
{
public:
    twin::Roster kept;
    std::vector<SentNotification> rows;
    [[nodiscard]] const twin::Roster& roster() const override { return kept; }
    [[nodiscard]] QString setRoster(const twin::Roster& r) override
    {
        const auto errors = twin::checkRoster(twin::writeRoster(r));
        if (!errors.empty())
            return QString::fromStdString(errors.front().place.jsonPath);
        kept = r;
        Q_EMIT rosterChanged();
        return {};
    }
    [[nodiscard]] twin::ZoneOffset zone() const override
    {
        return [](twin::TimeNs) { return 0; };
    }
    quint64 test(const twin::Channel& channel, const QString& person) override
    {
        SentNotification n;
        n.id = rows.size() + 1;
        n.at = kNow;
        n.to = person;
        n.channel = channel;
        n.result = QStringLiteral("under way");
        rows.insert(rows.begin(), n);
        Q_EMIT sentChanged();
        return n.id;
    }
    void finish(const QString& result)
    {
        rows.front().result = result;
        Q_EMIT sentChanged();
    }
    void keepMailPassword(const QString&) override { Q_EMIT secretKept(QStringLiteral("kept")); }
    void keepToken(const twin::Channel&, const QString&) override {}
    [[nodiscard]] const std::vector<SentNotification>& sent() const override { return rows; }
    [[nodiscard]] QString problem() const override { return kept.people.empty() ? QStringLiteral("nobody") : QString(); }
};

twin::Roster roster()
{
    twin::Roster r;
    r.people = {{"early", "Early <b>shift</b>", "Shift lead", {{}}, {{0x7f, 360, 840}}},
                {"boss", QStringLiteral("مدير 🙂 ").repeated(30).toStdString(), "", {{twin::ChannelKind::Email, "b@w.example"}}, {}}};
    r.rules.chain = {{0, {"Shift lead"}, {}, true}};
    return r;
}

template <class W>
W* named(QWidget& in, const char* name)
{
    for (W* w : in.findChildren<W*>()) {
        if (w->accessibleName() == QLatin1String(name) && !w->isHidden())
            return w;
    }
    return nullptr;
}

QPushButton* button(QWidget& in, const char* text)
{
    for (QPushButton* b : in.findChildren<QPushButton*>()) {
        if (b->text() == QLatin1String(text) && b->isVisible())
            return b;
    }
    return nullptr;
}

} // namespace

class TestNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hoursAreReadAsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown"); // empty: not understood
        const auto row = [](const char* typed, const char* shown) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(shown);
        };
        row("Mon-Fri 06:00-14:00", "Mon–Fri 06:00–14:00");
        row("mon,wed 6:00 - 14:00 ; sunday 22:00–6:00", "Mon, Wed 06:00–14:00; Sun 22:00–06:00");
        row("fri-mon 00:00-24:00", "Mon, Fri–Sun 00:00–00:00");
        row("06:00-14:00", "Mon–Sun 06:00–14:00");
        row("noday 06:00-14:00", "");
        row("Mon 25:00-26:00", "");
        row("Mon 06:00", "");
        row("Mon 06:60-07:00", "");
        row("Mon-Tue-Wed 06:00-07:00", "");
    }
    void hoursAreReadAsWritten()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const auto hours = parseHours(typed, QLocale::c());
        QCOMPARE(hours.has_value(), !shown.isEmpty());
        if (!hours)
            return;
        QCOMPARE(hoursText(*hours, QLocale::c()), shown);
        // And in German, with German names, there and back.
        const QLocale german(QStringLiteral("de"));
        QCOMPARE(parseHours(hoursText(*hours, german), german), hours);
    }

    void modelsAreSound()
    {
        NotingDesk desk;
        PeopleModel people(desk.zone(), QLocale::c());
        QAbstractItemModelTester peopleTester(&people);
        people.show(roster(), kNow);
        QCOMPARE(people.index(0, PeopleModel::OnDuty).data().toString(), QStringLiteral("yes"));
        QCOMPARE(people.index(1, PeopleModel::OnDuty).data().toString(), QString());
        people.show(twin::Roster(), kNow);
        SentModel sent(desk, Format());
        QAbstractItemModelTester sentTester(&sent);
        (void)desk.test({}, QStringLiteral("A"));
        desk.finish(QStringLiteral("sent"));
        QCOMPARE(sent.index(0, SentModel::Result).data().toString(), QStringLiteral("sent"));
    }

    void editsTakeEffectAndCanBeUndone()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        RosterDraft draft(desk, undo, nullptr);
        NotificationsDialog dialog(draft, kNow, Format(), QLocale::c());
        dialog.show();
        auto* name = named<QLineEdit>(dialog, "Name");
        QVERIFY(name);
        QCOMPARE(name->text(), QStringLiteral("Early <b>shift</b>"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Dawn"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(dialog.isVisible()); // Return ends the field only
        QCOMPARE(desk.kept.people[0].name, std::string("Dawn"));
        undo.undo();
        QCOMPARE(desk.kept.people[0].name, std::string("Early <b>shift</b>"));
        QCOMPARE(name->text(), QStringLiteral("Early <b>shift</b>"));
        undo.redo();
        QCOMPARE(desk.kept.people[0].name, std::string("Dawn"));
    }

    void whatIsWrongIsSaidAndNotTaken()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        RosterDraft draft(desk, undo, nullptr);
        NotificationsDialog dialog(draft, kNow, Format(), QLocale::c());
        dialog.show();
        auto* role = named<QLineEdit>(dialog, "Role");
        role->setFocus();
        role->selectAll();
        QTest::keyClicks(role, QStringLiteral("Somebody")); // the chain still names "Shift lead"
        QTest::keyClick(role, Qt::Key_Return);
        QCOMPARE(desk.kept.people[0].role, std::string("Shift lead"));
        QCOMPARE(draft.problem(), QStringLiteral("/rules/chain/0/roles/0"));
        undo.undo();
        QCOMPARE(draft.problem(), QString());
        auto* shifts = named<QLineEdit>(dialog, "Shifts");
        shifts->setFocus();
        shifts->selectAll();
        QTest::keyClicks(shifts, QStringLiteral("whenever"));
        QTest::keyClick(shifts, Qt::Key_Return);
        QCOMPARE(desk.kept.people[0].shifts.size(), std::size_t(1));
        QCOMPARE(shifts->text(), QStringLiteral("whenever")); // to be put right
    }

    void aTestShowsItsRealResult()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        RosterDraft draft(desk, undo, nullptr);
        NotificationsDialog dialog(draft, kNow, Format(), QLocale::c());
        dialog.show();
        QTest::mouseClick(button(dialog, "Send a test"), Qt::LeftButton);
        QCOMPARE(desk.rows.size(), std::size_t(1));
        QCOMPARE(desk.rows[0].to, QStringLiteral("Early <b>shift</b>"));
        desk.finish(QStringLiteral("This desktop shows no notifications (no bus)."));
        const auto labels = dialog.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel* l) {
            return l->isVisible() && l->text() == QStringLiteral("Test: This desktop shows no notifications (no bus).");
        }));
    }

    void channelsAndLevelsComeAndGo()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        RosterDraft draft(desk, undo, nullptr);
        NotificationsDialog dialog(draft, kNow, Format(), QLocale::c());
        dialog.show();
        QTest::mouseClick(button(dialog, "Add channel"), Qt::LeftButton);
        QCOMPARE(desk.kept.people[0].channels.size(), std::size_t(2));
        QTest::mouseClick(named<QPushButton>(dialog, "Remove channel 1"), Qt::LeftButton);
        QCOMPARE(desk.kept.people[0].channels.size(), std::size_t(1));
        dialog.showPage(1);
        QTest::mouseClick(button(dialog, "Add level"), Qt::LeftButton);
        QCOMPARE(desk.kept.rules.chain.size(), std::size_t(2));
        named<QSpinBox>(dialog, "Level 2: not acknowledged for")->setValue(7);
        QCOMPARE(desk.kept.rules.chain[1].after, 7 * twin::kMinute);
        QCOMPARE(desk.kept.rules.onDelay, 30 * twin::kSecond);
        QTest::mouseClick(named<QPushButton>(dialog, "Remove level 2"), Qt::LeftButton);
        dialog.showPage(0);
        QTest::mouseClick(button(dialog, "Add person"), Qt::LeftButton);
        QCOMPARE(desk.kept.people.size(), std::size_t(3));
        QTest::mouseClick(button(dialog, "Remove person"), Qt::LeftButton);
        QCOMPARE(desk.kept.people.size(), std::size_t(2));
        while (undo.canUndo())
            undo.undo();
        QVERIFY(desk.kept == roster());
    }

    void anAuthorityOfOnesOwnIsKeptAndCanBeUndone()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        RosterDraft draft(desk, undo, nullptr);
        NotificationsDialog dialog(draft, kNow, Format(), QLocale::c());
        dialog.show();
        dialog.showPage(2);
        auto* field = named<QLineEdit>(dialog, "Own authority (PEM file)");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("/etc/works/ca.pem"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.kept.caFile, std::string("/etc/works/ca.pem"));
        undo.undo();
        QVERIFY(desk.kept == roster());
        QCOMPARE(field->text(), QString());
    }

    void undoAfterTheDialogHasGone()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        auto draft = std::make_unique<RosterDraft>(desk, undo, nullptr);
        draft->edit(QStringLiteral("x"), [](twin::Roster& r) { r.people.pop_back(); });
        QCOMPARE(desk.kept.people.size(), std::size_t(1));
        undo.undo();
        QCOMPARE(desk.kept.people.size(), std::size_t(2));
        draft.reset();
        undo.redo(); // nothing to edit any more: no crash
    }

    void everyControlHasANameAndNothingIsMarkup()
    {
        NotingDesk desk;
        desk.kept = roster();
        QUndoStack undo;
        RosterDraft draft(desk, undo, nullptr);
        NotificationsDialog dialog(draft, kNow, Format(), QLocale::c());
        dialog.show();
        for (QWidget* w : dialog.findChildren<QWidget*>()) {
            const bool control = qobject_cast<QLineEdit*>(w) || qobject_cast<QTableView*>(w);
            if (control && w->parentWidget() && !qobject_cast<QAbstractSpinBox*>(w->parentWidget()))
                QVERIFY2(!w->accessibleName().isEmpty(), w->metaObject()->className());
            if (auto* label = qobject_cast<QLabel*>(w))
                QCOMPARE(int(label->textFormat()), int(Qt::PlainText));
        }
    }
};

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"

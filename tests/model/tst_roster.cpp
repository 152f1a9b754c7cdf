// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/roster_json.h"

#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <random>

using namespace gemba::twin;

namespace {

/// JSON with ' instead of ".
std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

ZoneOffset site(const char* name)
{
    return [zone = QTimeZone(name)](TimeNs t) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(t / kMillisecond, Qt::UTC));
    };
}

TimeNs at(const char* iso)
{
    return parseIso8601(iso).value();
}

WeeklyHours daily(int from, int to)
{
    return {0x7f, from * 60, to * 60};
}

std::string withRules(const std::string& rules, const std::string& more = {})
{
    return quoted("{'format': 1, 'people': [{'id': 'a', 'name': 'A', 'role': 'Lead', 'channels': ["
                  "{'kind': 'email', 'address': 'a@works.example'}]}], 'rules': ") +
           quoted(rules + more) + "}";
}

} // namespace

class TestRoster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDemoRosterAlwaysHasExactlyOneOnDuty()
    {
        QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman/roster.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto roster = parseRoster({bytes.constData(), std::size_t(bytes.size())});
        QVERIFY(roster.ok());
        const ZoneOffset zone = site("America/New_York");
        // Over both changes of the clock in 2026, every five minutes.
        for (const char* day : {"2026-03-07T12:00:00Z", "2026-10-31T12:00:00Z", "2026-12-31T00:00:00Z"}) {
            for (int i = 0; i < 3 * 288; ++i)
                QCOMPARE(roster->onDuty(at(day) + i * 5 * kMinute, zone).size(), std::size_t(1));
        }
    }

    void hoursOfTheWeek_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<bool>("expected");
        const int monday = 1, sunday = 64, all = 127;
        // 2026-03-29 02:00 -> 03:00 and 2026-10-25 03:00 -> 02:00 in Berlin, both Sundays.
        QTest::newRow("begins") << all << 6 * 60 << 14 * 60 << QByteArray("2026-11-23T05:00:00Z") << true;
        QTest::newRow("just before") << all << 6 * 60 << 14 * 60 << QByteArray("2026-11-23T04:59:59.999Z") << false;
        QTest::newRow("ends") << all << 6 * 60 << 14 * 60 << QByteArray("2026-11-23T13:00:00Z") << false;
        QTest::newRow("other day") << sunday << 6 * 60 << 14 * 60 << QByteArray("2026-11-23T06:00:00Z") << false;
        QTest::newRow("night, next morning") << sunday << 22 * 60 << 6 * 60 << QByteArray("2026-11-23T04:00:00Z") << true;
        QTest::newRow("night, not of today") << monday << 22 * 60 << 6 * 60 << QByteArray("2026-11-23T04:00:00Z") << false;
        QTest::newRow("round the clock") << sunday << 360 << 360 << QByteArray("2026-11-23T04:59:00Z") << true;
        QTest::newRow("round the clock, over") << sunday << 360 << 360 << QByteArray("2026-11-23T05:00:00Z") << false;
        QTest::newRow("23 h: still night") << all << 22 * 60 << 6 * 60 << QByteArray("2026-03-29T03:59:59Z") << true;
        QTest::newRow("23 h: over") << all << 22 * 60 << 6 * 60 << QByteArray("2026-03-29T04:00:00Z") << false;
        QTest::newRow("a start that is never shown") << sunday << 150 << 240 << QByteArray("2026-03-29T01:00:00Z") << true;
        QTest::newRow("just before it") << sunday << 150 << 240 << QByteArray("2026-03-29T00:59:59Z") << false;
        QTest::newRow("25 h: first 02:30") << sunday << 150 << 240 << QByteArray("2026-10-25T00:30:00Z") << true;
        QTest::newRow("25 h: 02:00 again") << sunday << 150 << 240 << QByteArray("2026-10-25T01:00:00Z") << true;
        QTest::newRow("25 h: handed over at the first 02:30") << sunday << 0 << 150 << QByteArray("2026-10-25T01:10:00Z") << false;
    }
    void hoursOfTheWeek()
    {
        QFETCH(int, days);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QByteArray, when);
        QFETCH(bool, expected);
        QCOMPARE(holds({std::uint8_t(days), from, to}, at(when.constData()), site("Europe/Berlin")), expected);
    }

    void nightShiftsHaveTheLengthOfTheirNight()
    {
        const ZoneOffset zone = site("Europe/Berlin");
        const auto hours = [&](const char* evening) {
            int minutes = 0;
            for (int i = 0; i < 24 * 60; ++i)
                minutes += holds(daily(22, 6), at(evening) + i * kMinute, zone);
            return minutes / 60.0;
        };
        QCOMPARE(hours("2026-03-28T12:00:00Z"), 7.0);
        QCOMPARE(hours("2026-10-24T12:00:00Z"), 9.0);
        QCOMPARE(hours("2026-11-23T12:00:00Z"), 8.0);
    }

    void whatIsWrittenReadsAsTheSame()
    {
        Roster r;
        r.people = {{"a", "Ünal \"Ü\" <b>x</b> مرحبا 🙂", "Lead",
                     {{ChannelKind::Desktop, ""}, {ChannelKind::Email, "a@works.example"},
                      {ChannelKind::Webhook, "https://hooks.example/1?a=b", true}},
                     {{0x15, 360, 840}, {0x60, 0, 0}}},
                    {"b", "B", "", {}, {}}};
        r.rules.priorities = {false, true, false, true};
        r.rules.dcsAlarms = true;
        r.rules.onDelay = 1500 * kMillisecond;
        r.rules.chain = {{0, {"Lead"}, {}, true}, {15 * kMinute, {}, {"b"}, false}};
        r.rules.quiet = {{0x7f, 1320, 360}};
        r.rules.quietPasses = 2;
        r.rules.stormMost = 7;
        r.rules.stormWithin = 2 * kHour;
        r.mail = {"mail.example", 587, MailSecurity::StartTls, "gemba", "gemba@works.example"};
        r.caFile = "/etc/works/own ä.pem";
        const std::string text = writeRoster(r);
        const auto back = parseRoster(text);
        if (!back)
            QFAIL(back.error().place.jsonPath.c_str());
        QVERIFY(*back == r);
        QCOMPARE(writeRoster(*back), text);
        // What goes with a session says who works when, and how to reach nobody.
        const std::string shared = writeRoster(r.shiftsOnly());
        QVERIFY(parseRoster(shared).ok());
        QVERIFY(parseRoster(shared)->people[0].shifts == r.people[0].shifts);
        for (const char* secret : {"a@works.example", "hooks.example", "mail.example", ".pem"})
            QVERIFY2(shared.find(secret) == std::string::npos, secret);
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const std::string& text, ErrorCode code, const char* place) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << int(code) << QByteArray(place);
        };
        const auto person = [](const std::string& more) {
            return quoted("{'format': 1, 'people': [{'id': 'a', 'name': 'A', ") + more + quoted("}], 'rules': {'chain': []}}");
        };
        row("no JSON", "{", ErrorCode::JsonSyntax, "");
        row("no chain", withRules("{}"), ErrorCode::JsonSchema, "/rules/chain");
        row("CR in a name", quoted("{'format': 1, 'people': [{'id': 'a', 'name': 'A\\r\\nBcc: x@y.z', 'channels': []}], 'rules': {'chain': []}}"),
            ErrorCode::JsonSchema, "/people/0/name");
        row("LF in an address", person(quoted("'channels': [{'kind': 'email', 'address': 'a@b.c\\nRCPT TO:<x@y.z>'}]")),
            ErrorCode::JsonSchema, "/people/0/channels/0/address");
        row("no address", person(quoted("'channels': [{'kind': 'email'}]")), ErrorCode::PlantInconsistent,
            "/people/0/channels/0/address");
        row("two @", person(quoted("'channels': [{'kind': 'email', 'address': 'a@b@c'}]")), ErrorCode::PlantInconsistent,
            "/people/0/channels/0/address");
        row("plain webhook", person(quoted("'channels': [{'kind': 'webhook', 'address': 'http://hooks.example/'}]")),
            ErrorCode::PlantInconsistent, "/people/0/channels/0/address");
        row("a host that only looks like this machine",
            person(quoted("'channels': [{'kind': 'webhook', 'address': 'http://localhost@hooks.example/'}]")),
            ErrorCode::PlantInconsistent, "/people/0/channels/0/address");
        row("file URL", person(quoted("'channels': [{'kind': 'webhook', 'address': 'file:///etc/passwd'}]")),
            ErrorCode::PlantInconsistent, "/people/0/channels/0/address");
        row("bad clock", person(quoted("'channels': [], 'shifts': [{'days': ['mon'], 'from': '24:00', 'to': '06:00'}]")),
            ErrorCode::JsonSchema, "/people/0/shifts/0/from");
        row("unknown role", withRules(quoted("{'chain': [{'roles': ['Boss']}]}")), ErrorCode::PlantUnknownReference,
            "/rules/chain/0/roles/0");
        row("unknown person", withRules(quoted("{'chain': [{'people': ['b']}]}")), ErrorCode::PlantUnknownReference,
            "/rules/chain/0/people/0");
        row("level of nobody", withRules(quoted("{'chain': [{'after': '5min'}]}")), ErrorCode::PlantInconsistent,
            "/rules/chain/0");
        row("too long", withRules(quoted("{'chain': [{'after': '9000h', 'people': ['a']}]}")), ErrorCode::PlantInconsistent,
            "/rules/chain/0/after");
        row("a file of certificates beside the roster", quoted("{'format': 1, 'people': [], 'rules': {'chain': []}, 'caFile': 'own.pem'}"),
            ErrorCode::JsonSchema, "/caFile");
        row("plain mail", withRules(quoted("{'chain': []}"), quoted(", 'mail': {'host': 'mail.example', 'from': 'a@b.c', 'security': 'plain'}")),
            ErrorCode::PlantInconsistent, "/mail/security");
        row("twice", quoted("{'format': 1, 'people': [{'id': 'a', 'name': 'A', 'channels': []}, {'id': 'a', 'name': 'B', 'channels': []}], 'rules': {'chain': []}}"), ErrorCode::PlantDuplicate, "/people/1/id");
    }
    void broken()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QByteArray, place);
        const auto r = parseRoster({text.constData(), std::size_t(text.size())});
        QVERIFY(!r.ok());
        QCOMPARE(QByteArray::fromStdString(r.error().place.jsonPath), place);
        QCOMPARE(int(r.error().code), code);
    }

    void randomDamageNeverCrashes()
    {
        const std::string good = withRules(quoted("{'chain': [{'people': ['a'], 'after': '5min'}]}"),
                                           quoted(", 'mail': {'host': 'mail.example', 'from': 'a@b.c'}"));
        QVERIFY(parseRoster(good).ok());
        std::minstd_rand random(7);
        for (int i = 0; i < 3000; ++i) {
            std::string text = good;
            for (int n = 0; n < 3; ++n)
                text[random() % text.size()] = char(random());
            if (const auto r = parseRoster(text); r.ok())
                QVERIFY(parseRoster(writeRoster(*r)).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"

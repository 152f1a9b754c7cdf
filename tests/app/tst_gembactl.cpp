// SPDX-License-Identifier: GPL-3.0-or-later
// gembactl as scripts call it: options, exit codes, JSON and files, with a real plant and broker.
#include <random>
#include <set>

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "tests/runtime/live_plant.h"
#include "tests/runtime/replayed.h"
#include "twin/store/sqlite.h"

using namespace gemba::twin;
using namespace gemba::test;

namespace {

const QString kPlant = QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman");

class Gembactl : public Program
{
public:
    explicit Gembactl(const QStringList& arguments)
        : Program(QStringLiteral(GEMBACTL_PROGRAM), arguments)
    {
    }
};

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

bool isHex64(const QString& text)
{
    static const QRegularExpression kHex(QStringLiteral("^[0-9a-f]{64}$"));
    return kHex.match(text).hasMatch();
}

} // namespace

class TestGembactl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A session of a fault that comes to an alert, recorded with --for.
    void initTestCase()
    {
        QVERIFY(m_dir.isValid() && m_broker.start());
        m_session = path("session.gmb");
        Gembactl record(recordArguments(m_session, "--host tester --for 14s --json"));
        PlantProcess plant(m_broker, "--run 2 --from-row 160 --speed 40 --wait-for-host --fault drop=0.01");
        QCOMPARE(record.wait(), 0);
        m_info = record.json();
        QVERIFY2(m_info.value(u"packets").toInteger() > 300, record.said());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("nothing") << QStringList() << QByteArray("Usage");
        QTest::newRow("no such command") << words("undo") << QByteArray("undo");
        QTest::newRow("no file") << words("info") << QByteArray("file");
        QTest::newRow("two files") << words("info a b") << QByteArray("Too many");
        QTest::newRow("no such option") << words("info --colour a") << QByteArray("colour");
        QTest::newRow("record without plant") << words("record --out") + QStringList(kept()) << QByteArray("--plant");
        QTest::newRow("record, no length of time")
            << recordArguments(kept(), "--for soon") << QByteArray("60s");
        QTest::newRow("record, no broker address")
            << words("record --broker http://x --plant") + QStringList{kPlant, QStringLiteral("--out"), kept()} << QByteArray("mqtts://");
        QTest::newRow("record, plain text to another machine")
            << words("record --broker mqtt://192.0.2.1 --plant") + QStringList{kPlant, QStringLiteral("--out"), kept()}
            << QByteArray("encryption");
        QTest::newRow("replay, no speed") << words("replay --speed fast x") << QByteArray("--speed");
        QTest::newRow("replay, speed 0") << words("replay --speed 0 x") << QByteArray("--speed");
    }
    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        QVERIFY(write(kept(), "an earlier recording"));
        Gembactl ctl(arguments);
        QCOMPARE(ctl.wait(), 2);
        QVERIFY2(ctl.said().contains(word), ctl.said());
        QCOMPARE(ctl.printed(), QByteArray());
        QFile file(kept());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("an earlier recording"));
    }

    void replayTimesThatAreNone()
    {
        Gembactl ctl({QStringLiteral("replay"), m_session, QStringLiteral("--from"), QStringLiteral("noon")});
        QCOMPARE(ctl.wait(), 2);
        QVERIFY(ctl.said().contains("+30s"));
    }

    void help()
    {
        for (const char* command : {"info", "record", "replay", "check", "train", "score", "render", "daily-sheet"}) {
            Gembactl ctl({QString::fromLatin1(command), QStringLiteral("--help")});
            QCOMPARE(ctl.wait(), 0);
            QVERIFY2(ctl.printed().contains(command), ctl.printed());
        }
    }

    void filesThatAreNoSessions_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words"); ///< one of them, by "|"
        QTest::newRow("empty") << QByteArray() << QByteArray("not a Gemba session|damaged|ends before");
        QTest::newRow("text") << QByteArray("hello") << QByteArray("not a Gemba session");
        QTest::newRow("noise") << noise(100'000) << QByteArray("not a Gemba session");
        QTest::newRow("a header and noise")
            << QByteArray("SQLite format 3\0", 16) + noise(100'000) << QByteArray("not a Gemba session|damaged");
        QTest::newRow("truncated to one page")
            << wholeSession().left(4096) << QByteArray("damaged|ends before|not a Gemba session");
    }
    void filesThatAreNoSessions() // refused in words, by every command that reads one
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        const QString file = path("garbage.gmb");
        QVERIFY(write(file, bytes));
        for (const QStringList& command : {QStringList{QStringLiteral("info")}, {QStringLiteral("replay")}}) {
            Gembactl ctl(command + QStringList(file));
            QCOMPARE(ctl.wait(), 3);
            QVERIFY2(saysOneOf(ctl.said(), words), ctl.said());
            QCOMPARE(ctl.printed(), QByteArray());
        }
        Gembactl check({QStringLiteral("check"), QStringLiteral("--json"), file});
        const int code = check.wait();
        QVERIFY(code == 1 || code == 3);
        QVERIFY(!check.json().value(u"ok").toBool());
    }

    void truncatedFilesGiveWhatIsLeft_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {25, 50, 75, 99})
            QTest::addRow("%d %%", percent) << percent;
    }
    void truncatedFilesGiveWhatIsLeft() // opened with what is valid, or refused; in words both ways
    {
        QFETCH(int, percent);
        const QByteArray whole = wholeSession();
        const QString file = path("cut.gmb");
        QVERIFY(write(file, whole.left(whole.size() * percent / 100)));
        Gembactl info({QStringLiteral("info"), QStringLiteral("--json"), file});
        const int code = info.wait();
        QVERIFY(code == 0 || code == 3);
        if (code == 0) {
            QVERIFY(!info.json().value(u"complete").toBool(true));
            QVERIFY(!info.json().value(u"problems").toArray().isEmpty());
        } else {
            QVERIFY(!info.said().isEmpty());
        }
        Gembactl check({QStringLiteral("check"), file});
        QVERIFY(check.wait() != 0 && check.wait() != -1);
        Gembactl replay({QStringLiteral("replay"), QStringLiteral("--digest"), file});
        QVERIFY(replay.wait() != -1);
        QVERIFY(!replay.said().isEmpty());
    }

    void aFileThatIsNotThere()
    {
        for (const char* command : {"info", "replay", "check"}) {
            Gembactl ctl({QString::fromLatin1(command), path("nowhere.gmb")});
            QCOMPARE(ctl.wait(), 3);
            QVERIFY2(ctl.said().contains("nowhere.gmb"), ctl.said());
        }
    }

    void whatInfoSays()
    {
        Gembactl info({QStringLiteral("info"), QStringLiteral("--json"), m_session});
        QCOMPARE(info.wait(), 0);
        const QJsonObject o = info.json();
        QCOMPARE(o, m_info); // record prints the same
        for (const char* key : {"sources", "metrics", "samples", "packets", "gaps", "dropped", "rejected", "events"})
            QVERIFY2(o.value(QLatin1String(key)).toInteger(-1) >= 0, key);
        QCOMPARE(o.value(u"plant").toString(), QStringLiteral("eastman"));
        QCOMPARE(o.value(u"sources").toInteger(), 1);
        QCOMPARE(o.value(u"dropped").toInteger(), 0);
        QVERIFY(o.value(u"gaps").toInteger() > 0);
        QVERIFY(o.value(u"metrics").toInteger() >= 52);
        QVERIFY(o.value(u"complete").toBool());
        QVERIFY(isHex64(o.value(u"digest").toString()));
        QVERIFY(!o.value(u"fingerprint").toString().isEmpty());
        QVERIFY(!o.value(u"models").toArray().isEmpty());
        for (const QJsonValue& sha : o.value(u"models").toArray())
            QVERIFY(isHex64(sha.toString()));
        const auto from = parseIso8601(o.value(u"from").toString().toStdString());
        const auto to = parseIso8601(o.value(u"to").toString().toStdString());
        QVERIFY(from && to && *to - *from > 5 * kSecond);
    }

    void replays_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("whole");
        QTest::newRow("max") << words("--speed max") << true;
        QTest::newRow("10 times") << words("--speed 10") << true;
        QTest::newRow("60 times") << words("--speed 60") << true;
        QTest::newRow("carrying state") << words("--no-keyframes") << true;
        QTest::newRow("from the middle") << words("--from +6s") << false;
        QTest::newRow("a part") << words("--from +1s --to +4s") << false;
    }
    void replays()
    {
        QFETCH(QStringList, options);
        QFETCH(bool, whole);
        Gembactl ctl(words("replay --digest") + options + QStringList(m_session));
        QCOMPARE(ctl.wait(), 0);
        QVERIFY(!ctl.lines().isEmpty());
        QVERIFY(isHex64(ctl.lines().constLast()));
        if (whole) {
            QCOMPARE(ctl.lines().constLast(), m_info.value(u"digest").toString());
            QVERIFY2(ctl.said().contains("Exact match"), ctl.said());
        }
    }

    void scoresAsTable()
    {
        const QString csv = path("scores.csv");
        Gembactl ctl({QStringLiteral("replay"), QStringLiteral("--scores"), csv, m_session});
        QCOMPARE(ctl.wait(), 0);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readLine(), QByteArray("time,asset,anomaly,score,low,high,word,withheld\n"));
        std::set<QByteArray> assets;
        int scored = 0;
        TimeNs last = 0;
        while (!file.atEnd()) {
            const QList<QByteArray> cells = file.readLine().chopped(1).split(',');
            QCOMPARE(cells.size(), 8);
            const auto time = parseIso8601(cells[0].toStdString());
            QVERIFY(time && *time >= last);
            last = *time;
            assets.insert(cells[1]);
            QCOMPARE(cells[3].isEmpty(), !cells[7].isEmpty()); // a score, or why there is none
            if (cells[3].isEmpty())
                continue;
            ++scored;
            bool ok = false;
            QVERIFY(cells[3].toDouble(&ok) <= 100.0 && ok);
            QVERIFY(cells[4].toDouble() <= cells[3].toDouble() && cells[3].toDouble() <= cells[5].toDouble());
            QVERIFY(words("normal watch act critical").contains(QLatin1String(cells[6])));
        }
        QCOMPARE(assets.size(), 5U);
        QVERIFY(scored > 100);
    }

    /// Score, reasons, verdict and roll-up of one instant say the same thing.
    void takesConditionsApart()
    {
        Gembactl why(words("why --json --at +13s") + QStringList{m_session});
        QCOMPARE(why.wait(), 0);
        const QJsonArray assets = why.json().value(u"assets").toArray();
        QCOMPARE(assets.size(), 5);
        double worst = 100;
        for (const QJsonValue& v : assets) {
            const QJsonObject a = v.toObject();
            QVERIFY2(a.contains(u"score") != a.contains(u"withheld"), why.said());
            if (!a.contains(u"score"))
                continue;
            double deducted = 0;
            for (const QJsonValue& r : a.value(u"reasons").toArray())
                deducted += r.toObject().value(u"points").toDouble();
            QVERIFY(std::abs(std::max(0.0, 100 - deducted) - a.value(u"score").toDouble()) < 1e-9);
            QCOMPARE(a.contains(u"verdict"), a.value(u"word").toString() != u"normal");
            worst = std::min(worst, a.value(u"score").toDouble());
        }
        QVERIFY2(worst < 80, why.said()); // the fault is there
        const QJsonArray levels = why.json().value(u"rollUp").toArray();
        QCOMPARE(levels.size(), 4); // site, area, two lines
        QCOMPARE(levels[0].toObject().value(u"worst"), levels[1].toObject().value(u"worst"));
        QVERIFY(levels[0].toObject().value(u"abnormal").toInt() >= 1);

        Gembactl before(words("why --json --at 2000-01-01T00:00:00Z") + QStringList{m_session});
        QCOMPARE(before.wait(), 0);
        QVERIFY(before.json().value(u"assets").toArray().isEmpty()); // no record
        Gembactl never(words("why --at soon") + QStringList{m_session});
        QCOMPARE(never.wait(), 2);
    }

    void checksAndRebuilds()
    {
        const QString copy = path("copy.gmb");
        QVERIFY(write(copy, wholeSession()));
        for (const QStringList& options : {QStringList(), words("--rebuild"), QStringList()}) {
            Gembactl check(words("check --json") + options + QStringList(copy));
            QCOMPARE(check.wait(), 0);
            QCOMPARE(check.json().value(u"ok"), QJsonValue(true));
            QVERIFY(check.json().value(u"problems").isArray());
        }
        Gembactl replay(words("replay --digest") + QStringList(copy));
        QCOMPARE(replay.wait(), 0);
        QCOMPARE(replay.lines().constLast(), m_info.value(u"digest").toString());
        for (const char* file : {"/plant.json", "/recipes", "/models"}) {
            const QString at = kPlant + QLatin1String(file);
            const QFileInfoList files = QFileInfo(at).isDir() ? QDir(at).entryInfoList(QDir::Files)
                                                              : QFileInfoList{QFileInfo(at)};
            for (const QFileInfo& f : files) {
                Gembactl check({QStringLiteral("check"), f.filePath()});
                QVERIFY2(check.wait() == 0, check.printed() + check.said());
            }
        }
    }

    void damageIsFound()
    {
        const QString bad = path("bad.gmb");
        QVERIFY(write(bad, wholeSession()));
        QVERIFY(sql(bad, "UPDATE log SET data=substr(data,1,length(data)/2) WHERE rowid=(SELECT max(rowid) FROM log)"));
        Gembactl check(words("check --json") + QStringList(bad));
        QCOMPARE(check.wait(), 1);
        QCOMPARE(check.json().value(u"ok"), QJsonValue(false));
        const QJsonArray problems = check.json().value(u"problems").toArray();
        QVERIFY(!problems.isEmpty());
        QVERIFY(!problems[0].toObject().value(u"what").toString().isEmpty());
        QVERIFY(!problems[0].toObject().value(u"where").toString().isEmpty());
        Gembactl replay({QStringLiteral("replay"), bad});
        QCOMPARE(replay.wait(), 1);
    }

    void changedBehindIntactChecksums_data()
    {
        QTest::addColumn<bool>("act");
        QTest::addColumn<bool>("time");
        QTest::newRow("one bit of a sample") << false << false;
        QTest::newRow("time of a message") << false << true;
        QTest::newRow("text of an act") << true << false;
    }
    void changedBehindIntactChecksums() // only the replay can tell, and it names the interval
    {
        QFETCH(bool, act);
        QFETCH(bool, time);
        const QString forged = path("forged.gmb");
        const std::uint64_t seq = recordToChange(act);
        QVERIFY(seq > 0);
        QVERIFY(rewriteSession(m_session.toStdString(), forged.toStdString(), [&](Record& r, Bytes& bytes) {
                    if (r.seq != seq)
                        return;
                    r.arrival += time ? 1 : 0;
                    // The lowest bit: of a text's last letter, of the last number of a message.
                    const std::size_t at = act ? bytes.size() - 1 : bytes.rfind('\x69') + 1;
                    if (!time)
                        bytes[at] = static_cast<char>(bytes[at] ^ 1);
                }).ok());
        Gembactl check({QStringLiteral("check"), forged});
        QVERIFY2(check.wait() == 0, check.printed());
        Gembactl replay(words("replay --digest") + QStringList(forged));
        QVERIFY2(replay.wait() == 1, replay.said());
        QVERIFY2(replay.said().contains("first in interval 0 from 20"), replay.said());
        QVERIFY(isHex64(replay.lines().constLast()));
        QVERIFY(replay.lines().constLast() != m_info.value(u"digest").toString());
    }

    void aChangedDigest() // of one interval, behind the pipeline's back
    {
        const QString forged = path("digest.gmb");
        QVERIFY(write(forged, wholeSession()));
        QVERIFY(sql(forged, "UPDATE interval SET digest=zeroblob(32) WHERE id=(SELECT max(id) FROM interval)"));
        Gembactl replay({QStringLiteral("replay"), forged});
        QCOMPARE(replay.wait(), 1);
        QVERIFY2(replay.said().contains("first in interval 1 from 20"), replay.said());
    }

    void anotherBuildsFile() // stored outputs are compared instead, and it says so
    {
        const QString other = path("other.gmb");
        QVERIFY(write(other, wholeSession()));
        QVERIFY(sql(other, "UPDATE meta SET value='gemba 0.0; another' WHERE key='fingerprint'"));
        Gembactl same({QStringLiteral("replay"), other});
        QCOMPARE(same.wait(), 0);
        QVERIFY2(same.said().contains("another build (gemba 0.0; another)"), same.said());
        QVERIFY2(same.said().contains("Stored match"), same.said());
        // and the comparison can fail
        QVERIFY(sql(other, "DELETE FROM event WHERE rowid=(SELECT max(rowid) FROM event WHERE kind IN (13,14,16))"));
        Gembactl differs({QStringLiteral("replay"), other});
        QCOMPARE(differs.wait(), 1);
        QVERIFY2(differs.said().contains("differ"), differs.said());
    }

    void newerFormats()
    {
        const QString newer = path("newer.gmb");
        QVERIFY(write(newer, wholeSession()));
        QVERIFY(sql(newer, "PRAGMA user_version=9999"));
        Gembactl info({QStringLiteral("info"), newer});
        QCOMPARE(info.wait(), 3);
        QVERIFY2(info.said().contains("newer Gemba"), info.said());
    }

    void noBroker()
    {
        const QString out = path("never.gmb");
        Gembactl record({QStringLiteral("record"), QStringLiteral("--plant"), kPlant, QStringLiteral("--broker"),
                         QStringLiteral("mqtt://127.0.0.1:%1").arg(freePort()), QStringLiteral("--out"), out,
                         QStringLiteral("--wait"), QStringLiteral("500ms")});
        QCOMPARE(record.wait(), 4);
        QVERIFY2(record.said().contains("cannot be reached"), record.said());
    }

    void aFolderThatIsNotThere()
    {
        Gembactl record(recordArguments(path("no/such/folder.gmb"), "--for 1s"));
        QCOMPARE(record.wait(), 1);
        QVERIFY2(record.said().contains("cannot be written"), record.said());
    }

    void signalsEndARecording_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void signalsEndARecording()
    {
        QFETCH(int, signal);
        const QString out = path("interrupted.gmb") + QString::number(signal);
        PlantProcess plant(m_broker, "--run normal --speed 50 --loop");
        Gembactl record(recordArguments(out, "--json"));
        QTRY_VERIFY_WITH_TIMEOUT(recorded(out) > 50, kPatience);
        record.send(signal);
        QCOMPARE(record.wait(), 0);
        QCOMPARE(record.json().value(u"complete"), QJsonValue(true));
        QVERIFY(!QFile::exists(out + QStringLiteral("-wal")));
        Gembactl replay(words("replay --digest") + QStringList(out));
        QCOMPARE(replay.wait(), 0);
        QCOMPARE(replay.lines().constLast(), record.json().value(u"digest").toString());
    }

    void killedWhileRecording() // GEMBA_KILLS=100 for the long version
    {
        const int kills = qEnvironmentVariableIsSet("GEMBA_KILLS") ? qEnvironmentVariableIntValue("GEMBA_KILLS") : 10;
        PlantProcess plant(m_broker, "--run normal --speed 100 --loop");
        std::mt19937 random(9);
        TimeNs worst = 0;
        for (int round = 0; round < kills; ++round) {
            const QString out = path("killed.gmb");
            QFile::remove(out);
            QFile::remove(out + QStringLiteral("-wal"));
            QFile::remove(out + QStringLiteral("-shm"));
            Gembactl record(recordArguments(out, ""));
            std::uint64_t seen = 0;
            QTRY_VERIFY_WITH_TIMEOUT((seen = recorded(out)) > 0, kPatience);
            // At any moment of a commit cycle, counted by somebody who knows nothing of them.
            Spy spy(m_broker);
            const qsizetype wanted = 1 + static_cast<qsizetype>(random() % 150);
            for (QStringList heard; heard.size() < wanted;)
                heard = spy.lines();
            record.send(SIGKILL);
            const TimeNs killed = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                      std::chrono::system_clock::now().time_since_epoch()).count();
            QCOMPARE(record.wait(), -1);
            QVERIFY(verifyKilled(out, killed, worst));
            QVERIFY(recorded(out) >= seen);
        }
        qInfo("%d kills, at most %.0f ms missing", kills, static_cast<double>(worst) / 1e6);
    }

private:
    /// The first act or data message that could have come a nanosecond later; 0: none.
    std::uint64_t recordToChange(bool act) const
    {
        const auto reader = SessionReader::open(m_session.toStdString(), SessionReader::OpenMode::Foreign);
        LogCursor cursor = (*reader)->cursor(0);
        std::uint64_t found = 0;
        TimeNs at = 0;
        for (Record r; cursor.next(r).value();) {
            if (found != 0 && (act || r.arrival > at + 1))
                return found;
            const auto packet = r.kind == RecordKind::Packet ? decodePacket(r.bytes) : Result<PacketView>(Error{});
            const bool data = packet && packet->topic.find("/DDATA/") != std::string_view::npos;
            found = (act ? r.kind == RecordKind::Act : data) ? r.seq : 0;
            at = r.arrival;
        }
        return 0;
    }
    static QByteArray noise(int size)
    {
        std::mt19937 random(1);
        QByteArray bytes(size, '\0');
        for (char& c : bytes)
            c = static_cast<char>(random());
        return bytes;
    }
    static bool saysOneOf(const QByteArray& text, const QByteArray& words)
    {
        const QList<QByteArray> choices = words.split('|');
        return std::any_of(choices.begin(), choices.end(), [&](const QByteArray& w) { return text.contains(w); });
    }
    static bool write(const QString& file, const QByteArray& bytes)
    {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }
    static bool sql(const QString& file, const char* statement)
    {
        auto db = Database::open(file.toStdString(), Database::Access::ReadWrite);
        return db && db->execute(statement).ok() && db->execute("PRAGMA journal_mode=DELETE").ok();
    }
    /// Records of a file that another process is writing, committed so far.
    static std::uint64_t recorded(const QString& file)
    {
        if (!QFile::exists(file))
            return 0;
        const auto reader = SessionReader::open(file.toStdString(), SessionReader::OpenMode::OwnRing);
        return reader ? (*reader)->lastSeq().value() : 0;
    }
    /// It opens, says that it was cut off, and what it has is the whole up to half a second before.
    bool verifyKilled(const QString& file, TimeNs killed, TimeNs& worst)
    {
        Gembactl info(words("info --json") + QStringList(file));
        const bool opens = info.wait() == 0;
        const QJsonObject o = info.json();
        const QString problem = o.value(u"problems").toArray().at(0).toString();
        const auto to = parseIso8601(o.value(u"to").toString().toStdString());
        Gembactl replay(words("replay --digest") + QStringList(file));
        const bool replays = replay.wait() == 0;
        if (!opens || !replays || o.value(u"complete").toBool(true) || !problem.contains(u"cut off") || !to) {
            qWarning("%s %s %s", info.printed().constData(), info.said().constData(), replay.said().constData());
            return false;
        }
        worst = std::max(worst, killed - *to);
        return true;
    }

    QString path(const char* name) const { return m_dir.filePath(QLatin1String(name)); }
    QString kept() const { return path("kept.gmb"); } ///< stands at --out, and must not be touched
    QStringList recordArguments(const QString& out, const char* more) const
    {
        return QStringList{QStringLiteral("record"), QStringLiteral("--plant"), kPlant, QStringLiteral("--broker"),
                           QString::fromStdString(m_broker.url()), QStringLiteral("--out"), out}
             + words(more);
    }
    QByteArray wholeSession() const
    {
        QFile file(m_session);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    Mosquitto m_broker;
    QString m_session;
    QJsonObject m_info;
};

QTEST_GUILESS_MAIN(TestGembactl)
#include "tst_gembactl.moc"

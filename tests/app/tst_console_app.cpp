// SPDX-License-Identifier: GPL-3.0-or-later
// The console around its windows: several plants at once, several windows on one cursor, the log,
// and where one was before a crash. Real brokers, real files.
#include <QLockFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "app/gemba/console_windows.h"
#include "app/gemba/last_session.h"
#include "app/gemba/libraries.h"
#include "app/gemba/log_file.h"
#include "app/gemba/plants.h"
#include "tests/acquisition/broker.h"
#include "tests/app/plant_process.h"

using namespace gemba;
using namespace gemba::test;
using Link = ui::PlantLine::Link;

namespace {

const QString kPlant = QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman");

ui::PlantSource source(const QString& folder, const QString& broker)
{
    ui::PlantSource s;
    s.folder = folder;
    s.broker = broker;
    return s;
}

QString url(const Mosquitto& broker) { return QString::fromStdString(broker.url()); }

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConsoleApp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit()); // where rings go
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
        qputenv("PATH", GEMBA_BINARY_DIR "/bin:" + qgetenv("PATH")); // where the demos find gemba-plant
    }

    void secretsAreScrubbed_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("secret");
        QTest::newRow("url") << "connect mqtts://shift:hunter2@broker:8883 failed" << "hunter2";
        QTest::newRow("password") << "password=hunter2; user=a" << "hunter2";
        QTest::newRow("quoted") << "\"Password\": \"hunter 2\", x" << "hunter 2";
        QTest::newRow("token") << "api_key: hunter2" << "hunter2";
        QTest::newRow("bearer") << "Authorization: Bearer hunter2" << "hunter2";
        QTest::newRow("key") << "-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----" << "hunter2";
    }
    void secretsAreScrubbed()
    {
        QFETCH(QString, line);
        QFETCH(QString, secret);
        const QString clean = scrubbed(line);
        QVERIFY2(!clean.contains(secret), qPrintable(clean));
        QCOMPARE(scrubbed(QStringLiteral("passed 3 of 4; tokens counted")), QStringLiteral("passed 3 of 4; tokens counted"));
    }

    void theLogStaysSmallAndCanBeSaved()
    {
        QTemporaryDir dir;
        LogFile log(dir.path());
        qInfo("first line");
        const QString filler(LogFile::kMostLine - 10, QLatin1Char('x'));
        for (int i = 0; i < 1200; ++i)
            log.write(filler);
        qInfo("last line");
        const QFileInfoList files = QDir(dir.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo& f : files)
            QVERIFY(f.size() < LogFile::kMostBytes + 2 * LogFile::kMostLine);
        QString problem;
        const QString saved = dir.filePath(QStringLiteral("saved.txt"));
        QVERIFY(log.saveTo(saved, QStringLiteral("Gemba 0"), &problem));
        QVERIFY(contents(saved).startsWith("Gemba 0\n"));
        QVERIFY(contents(saved).trimmed().endsWith("last line"));
        QVERIFY(!log.saveTo(dir.filePath(QStringLiteral("no/such/folder.txt")), {}, &problem));
        QVERIFY(!problem.isEmpty());
    }

    void worksThatShareADescriptionKeepHistoriesOfTheirOwn()
    {
        const auto write = [](const QString& path, const QByteArray& bytes) {
            QFile f(path);
            QVERIFY(f.open(QIODevice::WriteOnly) && f.write(bytes) == bytes.size());
        };
        const QString north = RingFile::pathFor("eastman", "mqtt://north:1883");
        const QString south = RingFile::pathFor("eastman", "mqtt://south:1883");
        QVERIFY(north != south && north != RingFile::pathFor("other", "mqtt://north:1883"));
        QCOMPARE(RingFile::pathFor("eastman", "mqtt://north:1883"), north); // the same the next time
        QTemporaryDir dir;
        const QString old = dir.filePath(QStringLiteral("old.gmb"));
        write(old, "what was");
        write(old + QStringLiteral("-wal"), "its tail");
        const QString a = dir.filePath(QStringLiteral("a.gmb")), b = dir.filePath(QStringLiteral("b.gmb"));
        {
            const RingFile ring(a, old);
            QCOMPARE(ring.path(), a);
            QVERIFY(!QFile::exists(old));
            QCOMPARE(contents(dir.filePath(QStringLiteral("a-earlier.gmb"))), QByteArray("what was"));
            QCOMPARE(contents(dir.filePath(QStringLiteral("a-earlier.gmb-wal"))), QByteArray("its tail"));
            QVERIFY(RingFile(a, old).path().isEmpty()); // one program at a time
        }
        write(old, "written now");
        QLockFile busy(old + QStringLiteral(".lock"));
        QVERIFY(busy.tryLock());
        const RingFile other(b, old); // it belongs to who writes it
        QCOMPARE(other.path(), b);
        QCOMPARE(contents(old), QByteArray("written now"));
    }

    void onlyAnUnfinishedRunIsOffered()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("last.json"));
        WhereYouWere where;
        where.file = QStringLiteral("/a/b \"c\".gmb");
        where.at = 1'795'000'000'123'456'789;
        where.plant = source(QStringLiteral("/p"), QStringLiteral("mqtts://b"));
        where.windows = {QVariantMap{{QStringLiteral("number"), 1}, {QStringLiteral("geometry"), QByteArray("\0\1x", 3)}}};
        {
            LastSession first(path);
            QVERIFY(!first.unfinished());
            first.follow([&] { return where; });
            LastSession beside(path); // another program, at the same time
            QVERIFY(!beside.unfinished());
            beside.follow([] { return WhereYouWere(); });
        }
        QVERIFY(!LastSession(path).unfinished()); // it ended as it should
        QTemporaryDir crashed;
        const QString copy = crashed.filePath(QStringLiteral("last.json"));
        {
            LastSession session(path);
            session.follow([&] { return where; });
            QTRY_VERIFY(contents(path).contains("\"clean\":false"));
            QVERIFY(QFile::copy(path, copy)); // what a crash would leave
        }
        const LastSession after(copy);
        QVERIFY(after.unfinished());
        QVERIFY(*after.unfinished() == where);
        for (const QByteArray& damage : {QByteArray("{"), QByteArray("[]"), QByteArray("{\"clean\":false}"), QByteArray(3 << 20, 'x')}) {
            QTemporaryDir other;
            QFile bad(other.filePath(QStringLiteral("last.json")));
            QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(damage) > 0);
            bad.close();
            QVERIFY(!LastSession(bad.fileName()).unfinished());
        }
    }

    void twoPlantsAreWatchedAtOnce()
    {
        Mosquitto a, b;
        QVERIFY(a.start() && b.start());
        Console console;
        ui::Settings settings;
        Plants plants(console, settings);
        plants.watch(source(kPlant, url(a)));
        QTRY_COMPARE_WITH_TIMEOUT(plants.plants()[0].link, Link::Live, kPatience);
        QVERIFY(plants.plants()[0].shown);
        QCOMPARE(plants.plants()[0].name, QStringLiteral("Eastman works"));
        plants.watch(source(kPlant, url(b)));
        QTRY_VERIFY_WITH_TIMEOUT(plants.plants().size() == 2 && plants.plants()[1].shown, kPatience);
        QVERIFY(!plants.plants()[0].shown);
        // Only the plant that is not shown says anything: its line gets worse all the same.
        const PlantProcess player(a, {QStringLiteral("--plant"), kPlant, QStringLiteral("--run"), QStringLiteral("6"),
                                      QStringLiteral("--from-row"), QStringLiteral("155"), QStringLiteral("--speed"), QStringLiteral("20")});
        QTRY_VERIFY_WITH_TIMEOUT(plants.plants()[0].worstPriority > 0 && plants.plants()[0].unacknowledged > 0, kPatience);
        QCOMPARE(plants.plants()[1].worstPriority, 0);
        plants.show(plants.plants()[0].id);
        QTRY_VERIFY(console.view().snapshot() && !console.view().snapshot()->alerts.empty());
        plants.stop(plants.plants()[0].id);
        QVERIFY(!console.view().snapshot());
        QVERIFY(!console.view().liveAvailable());
        QCOMPARE(plants.plants()[0].link, Link::NotWatched);
        QCOMPARE(plants.plants()[1].link, Link::Live);
        plants.show(plants.plants()[0].id); // and begins again
        QTRY_VERIFY_WITH_TIMEOUT(plants.plants()[0].shown, kPatience);
        Console later;
        Plants known(later, settings);
        QCOMPARE(known.plants().size(), 2u);
        QCOMPARE(known.plants()[0].name, QStringLiteral("Eastman works"));
        QCOMPARE(known.plants()[0].link, Link::NotWatched);
        known.forget(known.plants()[0].id);
        Console afterwards;
        QCOMPARE(Plants(afterwards, settings).plants().size(), 1u);
    }

    void whatCannotBeWatchedSaysWhy_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("broker");
        QTest::newRow("no folder") << QStringLiteral("/no/such/plant") << QStringLiteral("mqtts://b");
        QTest::newRow("no url") << kPlant << QStringLiteral("http://b");
        QTest::newRow("plain, elsewhere") << kPlant << QStringLiteral("mqtt://example.org");
        QTest::newRow("secret in url") << kPlant << QStringLiteral("mqtts://me:hunter2@b");
    }
    void whatCannotBeWatchedSaysWhy()
    {
        QFETCH(QString, folder);
        QFETCH(QString, broker);
        Console console;
        ui::Settings settings;
        Plants plants(console, settings);
        plants.watch(source(folder, broker));
        QTRY_VERIFY_WITH_TIMEOUT(!plants.plants()[0].problem.isEmpty(), kPatience);
        QCOMPARE(console.view().notice(), plants.plants()[0].problem);
        QCOMPARE(plants.plants()[0].link, Link::NotWatched);
        QVERIFY(!settings.remembered(QStringLiteral("plants")).isValid()); // it never worked
        QVERIFY(console.view().jobs().jobs().empty());
    }

    void everyDemoPlaysOnThisMachine_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("process") << static_cast<int>(ui::DemoKind::Process) << QStringLiteral("Eastman works");
        QTest::newRow("pump house") << static_cast<int>(ui::DemoKind::PumpHouse) << QStringLiteral("Pump house");
        QTest::newRow("turbofans") << static_cast<int>(ui::DemoKind::Turbofans) << QStringLiteral("Turbofan fleet");
    }
    void everyDemoPlaysOnThisMachine()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QVERIFY(!DemoPlant::folder(static_cast<ui::DemoKind>(kind)).isEmpty());
        Console console;
        ui::Settings settings;
        Plants plants(console, settings);
        plants.showDemo(static_cast<ui::DemoKind>(kind));
        QTRY_VERIFY_WITH_TIMEOUT(!plants.plants().empty() && plants.plants()[0].link == Link::Live, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(plants.plants()[0].shown, kPatience);
        QCOMPARE(plants.plants()[0].name, name);
        plants.showDemo(static_cast<ui::DemoKind>(kind)); // again: the same one
        QCOMPARE(plants.plants().size(), 1u);
        QVERIFY(!settings.remembered(QStringLiteral("plants")).isValid()); // its broker is gone next time
    }

    void severalWindowsShareTheCursorOnly()
    {
        Console console;
        ui::Settings settings;
        {
            ConsoleWindows windows(console, settings, {});
            windows.openRemembered();
            QCOMPARE(windows.count(), 1u);
            windows.first()->actions().newWindow->trigger();
            windows.openAnother();
            QCOMPARE(windows.count(), 3u);
            windows.first()->selection().setAsset(twin::AssetId{1});
            QList<ui::MainWindow*> all;
            for (QWidget* w : QApplication::topLevelWidgets()) {
                if (auto* window = qobject_cast<ui::MainWindow*>(w))
                    all += window;
            }
            QCOMPARE(all.size(), 3);
            int selected = 0;
            for (ui::MainWindow* w : all)
                selected += w->selection().asset() != twin::kNoAsset ? 1 : 0;
            QCOMPARE(selected, 1);
            ui::MainWindow* other = all[0] == windows.first() ? all[1] : all[0];
            QPointer<ui::MainWindow> gone = other;
            other->close();
            QCOMPARE(windows.count(), 2u);
            QTRY_VERIFY(!gone);
            QVERIFY(windows.first()->isVisible());
            windows.remember();
        }
        ConsoleWindows again(console, settings, {});
        again.openRemembered();
        QCOMPARE(again.count(), 2u);
    }

    void librariesSayTheirOwnVersions()
    {
        static const QRegularExpression version(QStringLiteral("^\\d+\\.\\d+(\\.\\d+)?"));
        for (const ui::LibraryLine& l : librariesInUse()) {
            QVERIFY2(!l.licence.isEmpty(), qPrintable(l.name));
            if (l.name != QLatin1String("valijson")) // has none to ask for
                QVERIFY2(version.match(l.version).hasMatch(), qPrintable(l.name + u' ' + l.version));
        }
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestConsoleApp)
#include "tst_console_app.moc"

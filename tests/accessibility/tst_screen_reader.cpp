// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the real console as a screen reader does: over AT-SPI, from another process.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/runtime/recorded_log.h"

using namespace gemba::test;

namespace {

struct Seen
{
    QString role, name;
    bool focusable = false, showing = false;
};

} // namespace

class TestScreenReader : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir folder;
    std::vector<Seen> tree;

    [[nodiscard]] const Seen* find(const char* role, const char* inName) const
    {
        for (const Seen& s : tree) {
            if (s.role == QLatin1String(role) && s.name.contains(QString::fromUtf8(inName)))
                return &s;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const std::string session = lostFeedSession(folder.path().toStdString());
        QVERIFY(!session.empty());
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(GEMBA_SOURCE_DIR "/tests/accessibility/on_bus.sh"),
                      {QStringLiteral("Reactor R-101, "), QStringLiteral(GEMBA_PROGRAM),
                       QStringLiteral("--locale"), QStringLiteral("en"),
                       QString::fromStdString(session)});
        QVERIFY(process.waitForFinished(150'000));
        const QString out = QString::fromUtf8(process.readAllStandardOutput());
        for (const QString& line : out.split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList parts = line.split(u'\t');
            if (parts.size() == 4)
                tree.push_back({parts[0].trimmed(), parts[1], !parts[2].isEmpty(),
                                !parts[3].isEmpty()});
        }
        QVERIFY2(tree.size() > 100, process.readAllStandardError());
    }

    void whatCanBeFocusedHasAName()
    {
        for (const Seen& s : tree) {
            if (s.focusable && s.showing && s.role != QLatin1String("filler"))
                QVERIFY2(!s.name.isEmpty(), qPrintable(s.role));
        }
    }

    void saysWhatIsOnTheScreen_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("mode and file") << QByteArray("frame") << QByteArray("REPLAY – lost-feed.gmb");
        QTest::newRow("machine") << QByteArray("list item") << QByteArray("Reactor R-101, condition");
        QTest::newRow("alert") << QByteArray("list item") << QByteArray("Priority ");
        QTest::newRow("time") << QByteArray("text") << QByteArray("Time");
        QTest::newRow("workspace") << QByteArray("radio button") << QByteArray("Operate");
        QTest::newRow("play") << QByteArray("push button") << QByteArray("Play");
        QTest::newRow("indicator") << QByteArray("label") << QByteArray("Reactor pressure: 2");
        QTest::newRow("key figures") << QByteArray("label") << QByteArray("not acknowledged");
    }
    void saysWhatIsOnTheScreen()
    {
        QFETCH(QByteArray, role);
        QFETCH(QByteArray, name);
        QVERIFY(find(role.constData(), name.constData()));
    }
};

QTEST_GUILESS_MAIN(TestScreenReader)
#include "tst_screen_reader.moc"

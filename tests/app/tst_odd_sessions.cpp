// SPDX-License-Identifier: GPL-3.0-or-later
// The real console on sessions and machines that nobody had in mind: it draws, or says why not.
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "tests/runtime/written_session.h"

using namespace gemba;
using namespace gemba::test;

namespace {

using Log = std::vector<OwnedRecord>;

LogOptions rows(std::size_t count, std::size_t fromRow = 0)
{
    LogOptions options;
    options.fromRow = fromRow;
    options.rows = count;
    return options;
}

/// So many stretches of the same log, that far apart, with no record at all between them.
Log repeated(const Log& log, int times, twin::TimeNs apart)
{
    Log out;
    for (int i = 0; i < times; ++i) {
        for (OwnedRecord r : log) {
            r.arrival += i * apart;
            out.push_back(std::move(r));
        }
    }
    return out;
}

/// In pixels' colours: an empty window has a few, a drawn one hundreds.
qsizetype colours(const QImage& image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    }
    return seen.size();
}

} // namespace

class TestOddSessions : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir folder;

    struct Drawn
    {
        int code = -1;
        QImage picture;
        QByteArray said;
    };
    [[nodiscard]] QString write(const Log& log) const
    {
        const QString path = folder.filePath(QStringLiteral("session.gmb"));
        QFile::remove(path);
        WrittenSession session(path.toStdString());
        session.append(log);
        return session.close() ? path : QString();
    }
    [[nodiscard]] Drawn draw(const QString& session, const QStringList& more,
                             const QMap<QString, QString>& variables,
                             bool screenWithoutGl = false) const
    {
        const QString out = folder.filePath(QStringLiteral("out.png"));
        QFile::remove(out);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path());
        for (auto it = variables.begin(); it != variables.end(); ++it) {
            if (!it.key().isEmpty())
                environment.insert(it.key(), it.value());
        }
        process.setProcessEnvironment(environment);
        QStringList command{QStringLiteral(GEMBA_PROGRAM), session, QStringLiteral("--render"), out,
                            QStringLiteral("--locale"), QStringLiteral("en")};
        if (screenWithoutGl)
            command = QStringList{QStringLiteral("xvfb-run"), QStringLiteral("-a"), QStringLiteral("-s"),
                                  QStringLiteral("-screen 0 1600x1000x24 -extension GLX")} + command;
        command += more;
        process.start(command.takeFirst(), command);
        if (!process.waitForFinished(90'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.readAllStandardError()};
        return {process.exitCode(), QImage(out), process.readAllStandardError()};
    }

private Q_SLOTS:
    void sessions_data()
    {
        QTest::addColumn<Log>("log");
        QTest::addColumn<QString>("at");
        const Log well = makeLog(rows(20));
        const twin::TimeNs day = 24 * twin::kHour;
        QTest::newRow("one second") << makeLog(rows(1)) << QStringLiteral("+0s");
        QTest::newRow("without alerts") << well << QStringLiteral("+15s");
        QTest::newRow("a hole, before it") << repeated(well, 2, 2 * twin::kHour) << QStringLiteral("+15s");
        QTest::newRow("a hole, in it") << repeated(well, 2, 2 * twin::kHour) << QStringLiteral("+1h");
        QTest::newRow("a year, its end") << repeated(well, 13, 30 * day) << QStringLiteral("+360d");
        QTest::newRow("a year, its begin") << repeated(well, 13, 30 * day) << QStringLiteral("+1s");
    }
    void sessions()
    {
        QFETCH(Log, log);
        QFETCH(QString, at);
        const QString session = write(log);
        QVERIFY(!session.isEmpty());
        for (const char* workspace : {"operate", "review"}) {
            const Drawn d = draw(session,
                                 {QStringLiteral("--at"), at, QStringLiteral("--workspace"),
                                  QString::fromLatin1(workspace)},
                                 {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}});
            QVERIFY2(d.code == 0, d.said);
            QCOMPARE(d.picture.size(), QSize(1280, 800));
            QVERIFY(colours(d.picture) > 30);
        }
    }

    void machines_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("display"); // a display without OpenGL is there
        QFile noFonts(folder.filePath(QStringLiteral("fonts.conf")));
        QVERIFY(noFonts.open(QIODevice::WriteOnly));
        noFonts.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>");
        QTest::newRow("no screen") << QByteArray("QT_QPA_PLATFORM") << QByteArray("offscreen") << false;
        QTest::newRow("no screen, beside a display without OpenGL")
            << QByteArray("QT_QPA_PLATFORM") << QByteArray("offscreen") << true;
        QTest::newRow("no fonts") << QByteArray("FONTCONFIG_FILE") << noFonts.fileName().toUtf8() << true;
        QTest::newRow("no OpenGL") << QByteArray() << QByteArray() << true;
        QTest::newRow("no home") << QByteArray("HOME") << QByteArray("/nonexistent") << true;
    }
    void machines() // the window is there; where the scene cannot be, it says so
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        QFETCH(bool, display);
        const QString session = write(makeLog(rows(20)));
        const Drawn d = draw(session,
                             {QStringLiteral("--at"), QStringLiteral("+15s"),
                              QStringLiteral("--view"), QStringLiteral("scene")},
                             {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb")},
                              {QString::fromLatin1(variable), QString::fromUtf8(value)}},
                             display);
        QVERIFY2(d.code == 0, d.said);
        QCOMPARE(d.picture.size(), QSize(1280, 800));
        QVERIFY(colours(d.picture) > 20);
    }

    void dailySheets_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("out");
        QTest::addColumn<int>("code");
        QTest::newRow("the last day") << QString() << QStringLiteral("day.pdf") << 0;
        QTest::newRow("another day") << QStringLiteral("2001-01-01") << QStringLiteral("other.pdf") << 1;
        QTest::newRow("no day") << QStringLiteral("yesterday") << QStringLiteral("none.pdf") << 2;
        QTest::newRow("nowhere") << QString() << QStringLiteral("no/such/day.pdf") << 3;
    }
    void dailySheets() // without a window, by the code that the menu uses
    {
        QFETCH(QString, day);
        QFETCH(QString, out);
        QFETCH(int, code);
        const QString session = write(makeLog(rows(20)));
        const QString pdf = folder.filePath(out);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process.setProcessEnvironment(environment);
        QStringList arguments{session, QStringLiteral("--daily-sheet"), pdf, QStringLiteral("--locale"), QStringLiteral("en")};
        if (!day.isEmpty())
            arguments << QStringLiteral("--day") << day;
        process.start(QStringLiteral(GEMBA_PROGRAM), arguments);
        QVERIFY(process.waitForFinished(90'000) && process.exitStatus() == QProcess::NormalExit);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == code, said);
        QFile file(pdf);
        QCOMPARE(file.open(QIODevice::ReadOnly), code == 0);
        if (code == 0)
            QVERIFY(file.readAll().startsWith("%PDF"));
        else
            QVERIFY(!said.isEmpty());
    }

    void instantsOutsideAreRefusedOrBounded_data()
    {
        QTest::addColumn<QString>("at");
        QTest::newRow("before") << QStringLiteral("1970-01-01T00:00:00Z");
        QTest::newRow("after") << QStringLiteral("+9000h");
        QTest::newRow("no time") << QStringLiteral("yesterday-ish");
        QTest::newRow("nothing") << QStringLiteral("+");
    }
    void instantsOutsideAreRefusedOrBounded()
    {
        QFETCH(QString, at);
        const Drawn d = draw(write(makeLog(rows(5))), {QStringLiteral("--at"), at},
                             {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}});
        QVERIFY2(d.code == 0 || (d.code == 2 && !d.said.isEmpty()), d.said);
    }
};

QTEST_GUILESS_MAIN(TestOddSessions)
#include "tst_odd_sessions.moc"

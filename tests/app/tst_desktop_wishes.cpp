// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop asks for, by a portal in a session bus of its own.
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "app/gemba/desktop_wishes.h"
#include "ui/models/settings.h"

using namespace gemba;

class TestDesktopWishes : public QObject
{
    Q_OBJECT
private:
    struct Portal
    {
        QProcess process;
        explicit Portal(const char* animations)
        {
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QStringLiteral("/usr/bin/python3"),
                          {QStringLiteral(GEMBA_SOURCE_DIR "/tests/app/settings_portal.py"), QLatin1String(animations)});
            QVERIFY(process.waitForStarted() && process.waitForReadyRead(20'000));
        }
        void becomes(const char* word)
        {
            process.readAll();
            process.write(QByteArray(word) + '\n');
            QVERIFY(process.waitForReadyRead(20'000));
        }
        ~Portal()
        {
            process.closeWriteChannel();
            if (!process.waitForFinished(5'000))
                process.kill();
            process.waitForFinished();
        }
    };

private Q_SLOTS:
    void theDesktopIsAskedAndFollowed()
    {
        Portal portal("false");
        DesktopWishes wishes;
        QSignalSpy said(&wishes, &DesktopWishes::reducedMotion);
        wishes.ask();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toBool(), true); // no animations: less motion
        portal.becomes("true");
        wishes.ask();
        QTRY_COMPARE(said.size(), 2);
        QCOMPARE(said[1][0].toBool(), false);
        portal.becomes("false");
        wishes.ask();
        QTRY_COMPARE(said.size(), 3);
        QCOMPARE(said[2][0].toBool(), true);
    }

    void aPortalThatTellsIsFollowedAtOnce() // while the program stays in front
    {
        Portal portal("true");
        DesktopWishes wishes;
        QSignalSpy said(&wishes, &DesktopWishes::reducedMotion);
        wishes.ask();
        QTRY_COMPARE(said.size(), 1);
        portal.becomes("!false");
        QTRY_COMPARE(said.size(), 2); // and of the other key nothing is said
        QCOMPARE(said[1][0].toBool(), true);
        portal.becomes("!true");
        QTRY_COMPARE(said.size(), 3);
        QCOMPARE(said[2][0].toBool(), false);
    }

    void withoutAPortalNothingIsAskedFor()
    {
        DesktopWishes wishes;
        QSignalSpy said(&wishes, &DesktopWishes::reducedMotion);
        wishes.ask();
        Portal portal("true"); // comes up later
        wishes.ask();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toBool(), false);
    }

    void aPersonsChoiceCountsMore()
    {
        const QString key = QStringLiteral("look/reduced-motion");
        ui::Settings settings;
        settings.setDefault(key, true);
        QVERIFY(settings.isOn(key));
        settings.set(key, false);
        QVERIFY(!settings.isOn(key));
        settings.reset(key);
        QVERIFY(settings.isOn(key));
        settings.setDefault(key, false);
        QVERIFY(!settings.isOn(key));
        settings.set(key, true);
        settings.setDefault(key, true);
        settings.setDefault(key, false);
        QVERIFY(settings.isOn(key));
    }
};

QTEST_GUILESS_MAIN(TestDesktopWishes)
#include "tst_desktop_wishes.moc"

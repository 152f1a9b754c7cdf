// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/models/settings.h"

using gemba::ui::SettingEntry;
using gemba::ui::Settings;

namespace {

const QString kTheme = QStringLiteral("look/theme");
const QString kMotion = QStringLiteral("look/reduced-motion");

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir folder;
    QString path(const char* name) { return folder.filePath(QString::fromLatin1(name)); }
    static QByteArray contents(const QString& file)
    {
        QFile f(file);
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }

private Q_SLOTS:
    void everyRowOfTheTableIsSound()
    {
        QSet<QString> keys;
        for (const SettingEntry& e : Settings::table()) {
            QVERIFY2(!keys.contains(e.key), qPrintable(e.key));
            keys.insert(e.key);
            QVERIFY(!e.title.isEmpty() && !e.help.isEmpty() && e.byDefault.isValid());
            QCOMPARE(e.choiceTitles.size(), e.choices.size());
            QVERIFY(e.choices.isEmpty() || e.choices.contains(e.byDefault.toString()));
        }
    }

    void onlyWhatDiffersIsStored()
    {
        const QString file = path("a.ini");
        Settings settings(file);
        QSignalSpy changed(&settings, &Settings::changed);
        settings.set(kTheme, QStringLiteral("light")); // as it is
        QCOMPARE(changed.count(), 0);
        settings.set(kTheme, QStringLiteral("dark"));
        settings.set(kMotion, true);
        settings.sync();
        QVERIFY(contents(file).contains("theme=dark"));
        settings.reset(kTheme);
        settings.sync();
        QVERIFY(!contents(file).contains("theme"));
        QCOMPARE(Settings(file).isOn(kMotion), true);
        QCOMPARE(Settings(file).text(kTheme), QStringLiteral("light"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("no such setting") << QStringLiteral("look/none") << QVariant(true);
        QTest::newRow("no such choice") << kTheme << QVariant(QStringLiteral("pink"));
        QTest::newRow("another type") << kMotion << QVariant(QStringLiteral("yes"));
        QTest::newRow("nothing") << kMotion << QVariant();
    }
    void refuses()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        Settings settings;
        QSignalSpy changed(&settings, &Settings::changed);
        settings.set(key, value);
        QCOMPARE(changed.count(), 0);
    }

    void whatHoldsForOneRunIsNotStored()
    {
        const QString file = path("run.ini");
        {
            Settings settings(file);
            settings.set(kTheme, QStringLiteral("light"));
            QSignalSpy changed(&settings, &Settings::changed);
            settings.override(kTheme, QStringLiteral("dark"));
            settings.override(kMotion, true);
            QCOMPARE(changed.count(), 2);
            QCOMPARE(settings.text(kTheme), QStringLiteral("dark"));
            settings.set(kTheme, QStringLiteral("light")); // a person's choice counts at once
            QCOMPARE(settings.text(kTheme), QStringLiteral("light"));
            settings.override(kTheme, QStringLiteral("pink"));
            QCOMPARE(settings.text(kTheme), QStringLiteral("light"));
        }
        QCOMPARE(Settings(file).isOn(kMotion), false);
    }

    void aDamagedFileMeansDefaults()
    {
        const QString file = path("b.ini");
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("[look\ntheme=\xff\xfe\nreduced-motion=@Variant(\n\0\0");
        f.close();
        Settings settings(file);
        QCOMPARE(settings.isOn(kMotion), false);
        QCOMPARE(settings.text(kTheme), QStringLiteral("light"));
    }

    void aFileThatCannotBeWrittenIsSaidSo()
    {
        Settings settings(folder.path()); // a folder is not a file
        settings.set(kTheme, QStringLiteral("dark"));
        settings.sync();
        QVERIFY(settings.problem().contains(folder.path()));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"

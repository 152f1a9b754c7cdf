// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in a session bus of its own (session_bus.conf), which at first has no services.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "twin/notification/desktop_sender.h"
#include "twin/notification/keyring.h"

using namespace gemba::twin;

namespace {

Message message()
{
    return {1, {}, "Advisory: <b>Reactor</b>", "a < b & c\nقيمة 🙂", {}, 1};
}

} // namespace

class TestDesktopAndKeyring : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    std::optional<Error> write(Keyring& k, const QString& name, const QString& secret)
    {
        std::optional<Error> error;
        bool done = false;
        k.write(name, secret, [&](const Result<void>& r) {
            if (!r)
                error = r.error();
            done = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 30'000); }();
        return error;
    }
    Result<QString> read(Keyring& k, const QString& name)
    {
        std::optional<Result<QString>> result;
        k.read(name, [&](const Result<QString>& r) { result = r; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000); }();
        return result.value_or(Error{});
    }

private Q_SLOTS:
    void withoutServicesBothSaySo()
    {
        const auto failed = showOnDesktop(message());
        QVERIFY(failed);
        QCOMPARE(int(failed->error.code), int(ErrorCode::DesktopUnavailable));
        QVERIFY(!failed->passing);
        Keyring keyring;
        const auto secret = read(keyring, QStringLiteral("mail a@b"));
        QVERIFY(!secret);
        QCOMPARE(int(secret.error().code), int(ErrorCode::KeyringUnavailable));
        const auto error = write(keyring, QStringLiteral("mail a@b"), QStringLiteral("x"));
        QVERIFY(error);
        QCOMPARE(int(error->code), int(ErrorCode::KeyringUnavailable));
    }

    void theDesktopShowsPlainText_data()
    {
        QTest::addColumn<bool>("markup");
        QTest::addColumn<QString>("body");
        QTest::newRow("reads markup") << true << QStringLiteral("a &lt; b &amp; c\nقيمة 🙂");
        QTest::newRow("does not") << false << QStringLiteral("a < b & c\nقيمة 🙂");
    }
    void theDesktopShowsPlainText()
    {
        QFETCH(bool, markup);
        QFETCH(QString, body);
        const QString file = m_folder.filePath(QString::number(markup));
        QProcess service;
        QStringList arguments{QStringLiteral(GEMBA_SOURCE_DIR "/tests/notification/desktop_service.py"), file};
        if (markup)
            arguments << QStringLiteral("--markup");
        service.start(QStringLiteral("/usr/bin/python3"), arguments);
        QVERIFY(service.waitForReadyRead(20'000));
        const auto failed = showOnDesktop(message());
        QVERIFY2(!failed, failed ? std::get<std::string>(failed->error.args[0]).c_str() : "");
        QFile shown(file);
        QVERIFY(shown.open(QIODevice::ReadOnly));
        const QJsonObject n = QJsonDocument::fromJson(shown.readLine()).object();
        QCOMPARE(n.value(QStringLiteral("summary")).toString(), QStringLiteral("Advisory: <b>Reactor</b>"));
        QCOMPARE(n.value(QStringLiteral("body")).toString(), body);
        QCOMPARE(n.value(QStringLiteral("urgency")).toInt(), 2);
        service.kill();
        service.waitForFinished();
    }

    void theKeyringKeepsSecrets()
    {
        QProcess daemon;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        daemon.setProcessEnvironment(environment);
        daemon.start(QStringLiteral("gnome-keyring-daemon"),
                     {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                      QStringLiteral("--components=secrets"), QStringLiteral("--control-directory"), m_folder.path()});
        QVERIFY(daemon.waitForStarted());
        daemon.write("test");
        daemon.closeWriteChannel();
        QVERIFY(daemon.waitForReadyRead(20'000));
        Keyring keyring;
        const QString name = mailSecret({"mail.example", 465, MailSecurity::Tls, "gemba", "g@x.example"});
        QCOMPARE(name, QStringLiteral("mail gemba@mail.example"));
        // It says where it will be before it is there: asked until then.
        const auto codeOf = [](const Result<QString>& r) { return r ? -1 : int(r.error().code); };
        QTRY_COMPARE_WITH_TIMEOUT(codeOf(read(keyring, name)), int(ErrorCode::SecretMissing), 20'000);
        QVERIFY(!write(keyring, name, QStringLiteral("Pä$$ \"w")));
        const auto after = read(keyring, name);
        QVERIFY(after.ok());
        QCOMPARE(*after, QStringLiteral("Pä$$ \"w"));
        QVERIFY(!write(keyring, name, {}));
        QVERIFY(!read(keyring, name).ok());
        QVERIFY(!write(keyring, name, {})); // nothing to delete is no error
        daemon.terminate();
        daemon.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestDesktopAndKeyring)
#include "tst_desktop_and_keyring.moc"

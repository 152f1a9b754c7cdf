// SPDX-License-Identifier: GPL-3.0-or-later
#include <mutex>

#include <QTest>

#include "tests/acquisition/certificates.h"
#include "tests/notification/server_process.h"
#include "twin/notification/delivery.h"
#include "twin/notification/mail_text.h"

using namespace gemba::twin;
using gemba::test::CertificateAuthority;
using gemba::test::ServerProcess;

namespace {

struct Told {
    std::mutex mutex;
    std::vector<Outcome> all;
    OutboundQueue::Tell tell()
    {
        return [this](const Outcome& o) {
            const std::lock_guard lock(mutex);
            all.push_back(o);
        };
    }
    int finals()
    {
        const std::lock_guard lock(mutex);
        return int(std::count_if(all.begin(), all.end(), [](const Outcome& o) { return o.final; }));
    }
    Outcome last()
    {
        const std::lock_guard lock(mutex);
        return all.back();
    }
};

Message mailTo(const std::string& address, std::uint64_t id = 1)
{
    return {id, {ChannelKind::Email, address, false}, "Advisory: Reactor R-101 is critical",
            "Reactor pressure above 2 895 kPa.\nAct before 15:00.", {}, 1};
}

Message hook(const std::string& url, bool token = false, std::uint64_t id = 1)
{
    return {id, {ChannelKind::Webhook, url, token}, "t", "b", R"({"gemba":1,"text":"Ü"})", 1};
}

int codeOf(const Outcome& o)
{
    return o.error ? int(o.error->code) : -1;
}

const QString kSmtp = QStringLiteral("smtp_server.py"), kHttp = QStringLiteral("http_server.py");

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<CertificateAuthority> m_ca;
    CertificateAuthority::Pair m_good, m_other, m_old;
    Delivery::Options m_quick;

    QStringList tls(const CertificateAuthority::Pair& pair, const char* mode = nullptr) const
    {
        QStringList options{QStringLiteral("--cert"), pair.cert, QStringLiteral("--key"), pair.key};
        if (mode)
            options << QStringLiteral("--mode") << QString::fromLatin1(mode);
        return options;
    }
    static MailServer server(quint16 port, MailSecurity security, const std::string& user = {})
    {
        return {"localhost", port, security, user, "gemba@works.example"};
    }
    std::string url(const ServerProcess& s, const char* path, bool https = true) const
    {
        return std::string(https ? "https" : "http") + "://localhost:" + std::to_string(s.port()) + path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ca = std::make_unique<CertificateAuthority>(m_folder.path(), QStringLiteral("ca"));
        m_good = m_ca->issue(QStringLiteral("good"), "DNS:localhost,IP:127.0.0.1");
        m_other = m_ca->issue(QStringLiteral("other"), "DNS:elsewhere.example");
        m_old = m_ca->issue(QStringLiteral("old"), "DNS:localhost", -10, -1);
        m_quick.send.connectMs = 3000;
        m_quick.send.totalMs = 5000;
        m_quick.send.caFile = m_ca->file().toStdString();
        m_quick.limits.waits = {std::chrono::milliseconds(20), std::chrono::milliseconds(40)};
    }

    void mailOverTls_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("TLS") << QByteArray("tls");
        QTest::newRow("STARTTLS") << QByteArray("starttls");
    }
    void mailOverTls()
    {
        QFETCH(QByteArray, mode);
        ServerProcess smtp(kSmtp, tls(m_good, mode.constData()) +
                                      QStringList{QStringLiteral("--user"), QStringLiteral("gemba"),
                                                  QStringLiteral("--password"), QStringLiteral("Pä$$ \"w")});
        QVERIFY2(smtp.port() != 0, smtp.problem().constData());
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(smtp.port(), mode == "tls" ? MailSecurity::Tls : MailSecurity::StartTls, "gemba"),
                  std::string("Pä$$ \"w"));
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QVERIFY2(!told.last().error, told.last().error ? std::get<std::string>(told.last().error->args.at(1)).c_str() : "");
        const QByteArray letter = smtp.text(1);
        QVERIFY(letter.startsWith("MAIL FROM gemba@works.example\nRCPT TO lead@works.example\nTLS True\nAUTH True\n"));
        QVERIFY(letter.contains("\nSubject: =?UTF-8?B?" + QByteArray("Advisory: Reactor R-101 is critical").toBase64() + "?="));
        QVERIFY(letter.contains("\nAuto-Submitted: auto-generated"));
    }

    void mailThatIsNotSafeIsNotSent_data()
    {
        QTest::addColumn<int>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("another host") << 1 << true;
        QTest::newRow("expired") << 2 << true;
        QTest::newRow("unknown authority") << 0 << false;
    }
    void mailThatIsNotSafeIsNotSent()
    {
        QFETCH(int, certificate);
        QFETCH(bool, trusted);
        const CertificateAuthority::Pair pair = certificate == 0 ? m_good : certificate == 1 ? m_other : m_old;
        Delivery::Options options = m_quick;
        if (!trusted)
            options.send.caFile.clear();
        for (const char* mode : {"tls", "starttls"}) {
            ServerProcess smtp(kSmtp, tls(pair, mode));
            Told told;
            Delivery d(told.tell(), options);
            d.setMail(server(smtp.port(), QByteArray(mode) == "tls" ? MailSecurity::Tls : MailSecurity::StartTls),
                      std::string());
            d.send(mailTo("lead@works.example"));
            QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
            QCOMPARE(codeOf(told.last()), int(ErrorCode::TlsFailed));
            QCOMPARE(told.last().attempt, 1);
            QCOMPARE(smtp.taken(), 0);
        }
    }

    void anAuthorityOfOnesOwnIsTrustedOnceItIsNamed()
    {
        ServerProcess smtp(kSmtp, tls(m_good, "tls")), http(kHttp, tls(m_good));
        Told told;
        Delivery::Options options = m_quick;
        options.send.caFile.clear(); // the system's authorities
        Delivery d(told.tell(), options);
        d.setMail(server(smtp.port(), MailSecurity::Tls), std::string());
        int finals = 0;
        const auto bothEndWith = [&](std::optional<ErrorCode> code) {
            for (const Message& m : {mailTo("lead@works.example"), hook(url(http, "/hook"))}) {
                d.send(m);
                QTRY_COMPARE_WITH_TIMEOUT(told.finals(), finals + 1, 20'000);
                ++finals;
                QCOMPARE(codeOf(told.last()), code ? int(*code) : -1);
            }
        };
        bothEndWith(ErrorCode::TlsFailed);
        d.setAuthorities(m_ca->file().toStdString());
        bothEndWith(std::nullopt);
        QCOMPARE(smtp.taken() + http.taken(), 2);
        d.setAuthorities("/no/such/file.pem");
        bothEndWith(ErrorCode::TlsFailed);
        QVERIFY(QByteArray::fromStdString(std::get<std::string>(told.last().error->args.at(1))).contains("/no/such/file.pem"));
        d.setAuthorities({});
        bothEndWith(ErrorCode::TlsFailed);
    }

    void aServerWithoutStartTlsGetsNothing()
    {
        ServerProcess smtp(kSmtp, {});
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(smtp.port(), MailSecurity::StartTls), std::string());
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QCOMPARE(codeOf(told.last()), int(ErrorCode::TlsFailed));
        QCOMPARE(smtp.taken(), 0);
    }

    void plainMailStaysOnThisMachine()
    {
        ServerProcess smtp(kSmtp, {});
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(smtp.port(), MailSecurity::Plain), std::string());
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QVERIFY(!told.last().error);
        MailServer away = server(smtp.port(), MailSecurity::Plain);
        away.host = "mail.example";
        d.setMail(away, std::string());
        d.send(mailTo("lead@works.example", 2));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 2, 20'000);
        QCOMPARE(codeOf(told.last()), int(ErrorCode::ArgumentInvalid));
    }

    void wrongPasswordIsSaidAtOnce()
    {
        ServerProcess smtp(kSmtp, tls(m_good, "tls") + QStringList{QStringLiteral("--user"), QStringLiteral("gemba"),
                                                                   QStringLiteral("--password"), QStringLiteral("right")});
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(smtp.port(), MailSecurity::Tls, "gemba"), std::string("wrong"));
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QCOMPARE(codeOf(told.last()), int(ErrorCode::NotifyRefused));
        QCOMPARE(told.last().attempt, 1);
        QVERIFY(!QByteArray::fromStdString(std::get<std::string>(told.last().error->args.at(1))).contains("wrong"));
    }

    void busyIsTriedAgainRefusedIsNot_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("taken");
        QTest::addColumn<int>("attempt");
        QTest::newRow("busy once") << QStringLiteral("451") << 1 << 2;
        QTest::newRow("refused") << QStringLiteral("554") << 0 << 1;
    }
    void busyIsTriedAgainRefusedIsNot()
    {
        QFETCH(QString, code);
        QFETCH(int, taken);
        QFETCH(int, attempt);
        ServerProcess smtp(kSmtp, {QStringLiteral("--refuse"), code, QStringLiteral("1")});
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(smtp.port(), MailSecurity::Plain), std::string());
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QCOMPARE(smtp.taken(), taken);
        QCOMPARE(told.last().attempt, attempt);
        QCOMPARE(codeOf(told.last()), taken ? -1 : int(ErrorCode::NotifyRefused));
    }

    void nobodyListensIsTriedAgainThenSaid()
    {
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(1, MailSecurity::Tls), std::string());
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QCOMPARE(codeOf(told.last()), int(ErrorCode::NotifyUnreachable));
        QCOMPARE(told.last().attempt, 3);
        QCOMPARE(told.all.size(), std::size_t(3));
    }

    void headersCannotBeInjected_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("title") << QByteArray("lead@works.example") << QByteArray("A\r\nBcc: evil@x.example\r\n\r\nbody");
        QTest::newRow("long title of umlauts") << QByteArray("lead@works.example") << QByteArray("ä").repeated(150);
        QTest::newRow("address") << QByteArray("a@b.c>\r\nRCPT TO:<evil@x.example") << QByteArray("t");
        QTest::newRow("two addresses") << QByteArray("a@b.c,evil@x.example") << QByteArray("t");
    }
    void headersCannotBeInjected()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, title);
        ServerProcess smtp(kSmtp, {});
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setMail(server(smtp.port(), MailSecurity::Plain), std::string());
        Message m = mailTo(address.toStdString());
        m.title = title.toStdString();
        m.body = "line\r\n.\r\nMAIL FROM:<evil@x.example>\r\n";
        d.send(m);
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        if (address != "lead@works.example") {
            QCOMPARE(codeOf(told.last()), int(ErrorCode::ArgumentInvalid));
            QCOMPARE(smtp.taken(), 0);
            return;
        }
        QCOMPARE(smtp.taken(), 1);
        const QByteArray letter = smtp.text(1);
        QVERIFY(!letter.contains("evil"));
        for (const QByteArray& line : letter.split('\n'))
            QVERIFY2(line.size() <= 79, line.constData());
    }

    void webhookOverTls()
    {
        ServerProcess http(kHttp, tls(m_good));
        QVERIFY2(http.port() != 0, http.problem().constData());
        Told told;
        Delivery d(told.tell(), m_quick);
        d.setToken(url(http, "/hook"), std::string("s3cret"));
        d.send(hook(url(http, "/hook"), true));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QVERIFY(!told.last().error);
        const QByteArray request = http.text(1);
        QVERIFY(request.startsWith("/hook\n"));
        QVERIFY(request.contains("Authorization: Bearer s3cret"));
        QVERIFY(request.endsWith("{\"gemba\":1,\"text\":\"Ü\"}"));
    }

    void webhookAnswers_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("attempts");
        QTest::newRow("taken") << QByteArray("/") << -1 << 1;
        QTest::newRow("busy once") << QByteArray("/once/503") << -1 << 2;
        QTest::newRow("too many once") << QByteArray("/once/429") << -1 << 2;
        QTest::newRow("always broken") << QByteArray("/status/500") << int(ErrorCode::NotifyRefused) << 3;
        QTest::newRow("unknown") << QByteArray("/status/404") << int(ErrorCode::NotifyRefused) << 1;
        QTest::newRow("elsewhere") << QByteArray("/redirect") << int(ErrorCode::NotifyRefused) << 1;
    }
    void webhookAnswers()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, code);
        QFETCH(int, attempts);
        ServerProcess http(kHttp, {});
        Told told;
        Delivery d(told.tell(), m_quick);
        d.send(hook(url(http, path.constData(), false)));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QCOMPARE(codeOf(told.last()), code);
        QCOMPARE(told.last().attempt, attempts);
        QCOMPARE(http.taken(), attempts); // a redirect is not followed
        if (path == "/status/404")
            QCOMPARE(std::get<std::string>(told.last().error->args.at(1)), std::string("HTTP 404 no such hook  X: y"));
    }

    void whatNeedsASecretIsNotSentWithout_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("no keyring") << int(ErrorCode::KeyringUnavailable);
        QTest::newRow("no such entry") << int(ErrorCode::SecretMissing);
    }
    void whatNeedsASecretIsNotSentWithout()
    {
        QFETCH(int, error);
        ServerProcess http(kHttp, tls(m_good)), smtp(kSmtp, tls(m_good, "tls"));
        Told told;
        Delivery d(told.tell(), m_quick);
        const Error why{ErrorCode(error), {std::string("x")}, {}};
        d.setToken(url(http, "/hook"), why);
        d.setMail(server(smtp.port(), MailSecurity::Tls, "gemba"), why);
        d.send(hook(url(http, "/hook"), true));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 1, 20'000);
        QCOMPARE(codeOf(told.last()), error);
        d.send(mailTo("lead@works.example"));
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 2, 20'000);
        QCOMPARE(codeOf(told.last()), error);
        d.send(hook(url(http, "/hook"), false)); // needs none
        QTRY_COMPARE_WITH_TIMEOUT(told.finals(), 3, 20'000);
        QCOMPARE(http.taken(), 1);
        QCOMPARE(smtp.taken(), 0);
    }

    void aFullQueueIsSaidAndEndingIsQuick()
    {
        ServerProcess http(kHttp, {});
        Told told;
        Delivery::Options options = m_quick;
        options.limits.most = 3;
        options.send.totalMs = 60'000;
        {
            Delivery d(told.tell(), options);
            d.send(hook(url(http, "/slow", false), false, 1));
            QTRY_COMPARE_WITH_TIMEOUT(http.taken(), 1, 20'000);
            for (std::uint64_t id = 2; id <= 5; ++id)
                d.send(hook(url(http, "/slow", false), false, id));
            QCOMPARE(told.finals(), 1);
            QCOMPARE(told.last().id, std::uint64_t(5));
            QCOMPARE(codeOf(told.last()), int(ErrorCode::NotifyQueueFull));
        }
        QCOMPARE(told.finals(), 5); // each with exactly one end
        for (const Outcome& o : told.all)
            QVERIFY(o.error);
        QCOMPARE(codeOf(told.last()), int(ErrorCode::NotifyEnded));
    }

    void lettersAreByTheBook()
    {
        const std::string text = letter(mailTo("lead@works.example"), "gemba@works.example", 1'795'003'662, "u");
        QVERIFY(text.starts_with("Date: Wed, 18 Nov 2026 12:07:42 +0000\r\n"));
        QVERIFY(text.find("Message-ID: <u@works.example>\r\n") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"

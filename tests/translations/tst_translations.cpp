// SPDX-License-Identifier: GPL-3.0-or-later
// The German texts are whole, in step with the sources, and found by the programs that show them.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include "twin/wording/error_text.h"
#include "ui/models/phrases.h"

using namespace gemba;

namespace {

const QString kRoot = QStringLiteral(GEMBA_SOURCE_DIR);
const QString kGerman = kRoot + QStringLiteral("/translations/gemba_de.ts");

struct Message {
    QString context;
    QString source;
    QString comment;
    QString translation;
    QString state; ///< "" when done; unfinished, vanished or obsolete

    QString name() const
    {
        return context + QStringLiteral(": ") + source + QLatin1Char('|') + comment;
    }
};

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message out;
    out.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            out.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            out.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            out.state = xml.attributes().value(QLatin1String("type")).toString();
            out.translation = xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return out;
}

std::vector<Message> readTranslations(const QString& path)
{
    std::vector<Message> out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return out;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            out.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<Message>{} : out;
}

QStringList names(const std::vector<Message>& messages)
{
    QStringList out;
    for (const Message& m : messages)
        out << m.name();
    out.sort();
    return out;
}

/// %1, %L2 and %n of a text, sorted; the order in the sentence is the translator's.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?[0-9]+|n)"));
    QStringList out;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        out << it.next().captured();
    out.sort();
    return out;
}

QByteArray listed(const QStringList& names)
{
    return names.join(QLatin1Char('\n')).toUtf8();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsUnfinished();
    void placeholdersAreKept();
    void edgesAreKept();
    void inStepWithTheSources();
    void programsFindThem();

private:
    std::vector<Message> m_german;
};

void TestTranslations::initTestCase()
{
    m_german = readTranslations(kGerman);
    QVERIFY2(m_german.size() > 100, "translations/gemba_de.ts cannot be read");
}

void TestTranslations::nothingIsUnfinished()
{
    QStringList bad;
    for (const Message& m : m_german)
        if (!m.state.isEmpty() || m.translation.trimmed().isEmpty())
            bad << m.name();
    QVERIFY2(bad.isEmpty(), listed(bad).constData());
}

void TestTranslations::placeholdersAreKept()
{
    QStringList bad;
    for (const Message& m : m_german)
        if (placeholders(m.source) != placeholders(m.translation))
            bad << m.name() + QStringLiteral(" -> ") + m.translation;
    QVERIFY2(bad.isEmpty(), listed(bad).constData());
}

/// Texts are put together: a lost full stop or "…", or a space too many, shows.
void TestTranslations::edgesAreKept()
{
    QStringList bad;
    for (const Message& m : m_german) {
        const QString& t = m.translation;
        const QLatin1Char newline('\n');
        bool kept = t == t.trimmed() && t.count(newline) == m.source.count(newline);
        for (const char16_t mark : {u'…', u':'})
            kept = kept && m.source.endsWith(mark) == t.endsWith(mark);
        kept = kept && m.source.contains(u'&') == t.contains(u'&');
        if (!kept)
            bad << m.name() + QStringLiteral(" -> ") + t;
    }
    QVERIFY2(bad.isEmpty(), listed(bad).constData());
}

void TestTranslations::inStepWithTheSources()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
    QVERIFY(QFile::copy(kGerman, fresh));
    QVERIFY(QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner));

    QProcess collect;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LUPDATE"), QStringLiteral(GEMBA_LUPDATE));
    collect.setProcessEnvironment(environment);
    collect.start(kRoot + QStringLiteral("/packaging/update-translations"), {fresh});
    QVERIFY(collect.waitForFinished());
    QVERIFY2(collect.exitStatus() == QProcess::NormalExit && collect.exitCode() == 0,
             collect.readAllStandardError().constData());

    // Run packaging/update-translations and translate what is new when this fails.
    const QStringList inSources = names(readTranslations(fresh));
    const QStringList inFile = names(m_german);
    QStringList added;
    QStringList gone;
    for (const QString& name : inSources)
        if (!inFile.contains(name))
            added << name;
    for (const QString& name : inFile)
        if (!inSources.contains(name))
            gone << name;
    QVERIFY2(added.isEmpty(), listed(added).constData());
    QVERIFY2(gone.isEmpty(), listed(gone).constData());
}

/// A context that lupdate guesses differently from the program would leave the text in English.
void TestTranslations::programsFindThem()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/gemba_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    QCOMPARE(ui::Phrases::word(twin::ConditionWord::Watch), QStringLiteral("Beobachten"));
    const twin::Error error{twin::ErrorCode::SessionUnrecorded,
                            {std::int64_t{7}, std::string("A"), std::string("B")},
                            {}};
    QCOMPARE(twin::errorText(error),
             QStringLiteral("7 Datensätze ließen sich nicht speichern, von A bis B."));
    QCoreApplication::removeTranslator(&german);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

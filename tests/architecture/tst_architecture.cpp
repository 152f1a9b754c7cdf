// SPDX-License-Identifier: GPL-3.0-or-later
// The layers by what the files include and call; the links are checked when the build is configured.
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

struct SourceFile {
    QString path; ///< relative to the root
    QString text;
    QStringList includes; ///< as written, without brackets or quotes
};

const QDir& root()
{
    static const QDir dir(QStringLiteral(GEMBA_SOURCE_DIR));
    return dir;
}

QString read(const QString& path)
{
    QFile file(root().filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<SourceFile> sources(const QStringList& folders)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator it(root().filePath(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            SourceFile f{root().relativeFilePath(it.next()), {}, {}};
            f.text = read(f.path);
            for (auto m = include.globalMatch(f.text); m.hasNext();)
                f.includes << m.next().captured(1);
            files << f;
        }
    }
    return files;
}

QString room(const QString& path) // "twin/store/sqlite.h" -> "store"
{
    return path.section(QLatin1Char('/'), 1, 1);
}

/// The stems ("twin/model/time") that a library takes from the rooms' build files.
QSet<QString> stemsOf(const QString& library)
{
    QSet<QString> stems;
    const QRegularExpression block(
        QStringLiteral("target_sources\\(%1\\s([^)]*)\\)").arg(library));
    const QDir twin(root().filePath(QStringLiteral("twin")));
    for (const QString& r : twin.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = QStringLiteral("twin/") + r;
        const QString cmake = read(folder + QStringLiteral("/CMakeLists.txt"));
        for (auto m = block.globalMatch(cmake); m.hasNext();) {
            const QStringList words = m.next().captured(1).split(
                QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
            for (const QString& w : words) {
                if (w.endsWith(QLatin1String(".cpp")))
                    stems << folder + QLatin1Char('/') + w.chopped(4);
            }
        }
    }
    return stems;
}

QString stem(const QString& path) { return path.section(QLatin1Char('.'), 0, 0); }

/// Code without comments and string literals, so that prose may name what code may not.
QString codeOnly(QString text)
{
    static const QRegularExpression noise(
        QStringLiteral("//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\""),
        QRegularExpression::DotMatchesEverythingOption);
    return text.replace(noise, QStringLiteral(" "));
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sourcesAreFound()
    {
        QVERIFY(sources({QStringLiteral("twin")}).size() > 10);
        QVERIFY(stemsOf(QStringLiteral("twin_core")).contains(QStringLiteral("twin/model/time")));
    }

    void coreKnowsNoQtFilesSocketsThreadsOrClock()
    {
        const QSet<QString> core = stemsOf(QStringLiteral("twin_core"));
        static const QRegularExpression badInclude(QStringLiteral(
            "^(Q[A-Z].*|Qt.*|sqlite3\\.h|mqtt/.*|MQTT.*|thread|mutex|condition_variable|future|"
            "fstream|filesystem|iostream|random|ctime|sys/.*|unistd\\.h)$"));
        static const QRegularExpression badCall(QStringLiteral(
            "system_clock|steady_clock|high_resolution_clock|clock_gettime|gettimeofday|"
            "\\bstd::time\\(|\\brand\\(|random_device|unordered_map<[^;]*>\\s*&?\\s*:|getenv"));
        for (const SourceFile& f : sources({QStringLiteral("twin")})) {
            if (!core.contains(stem(f.path)))
                continue;
            for (const QString& i : f.includes)
                QVERIFY2(!badInclude.match(i).hasMatch(), qPrintable(f.path + QLatin1String(" includes ") + i));
            const auto m = badCall.match(codeOnly(f.text));
            QVERIFY2(!m.hasMatch(), qPrintable(f.path + QLatin1String(" uses ") + m.captured()));
        }
    }

    void dataWalksDownTheRooms()
    {
        // ISO 13374 order; a room includes itself and those before it.
        const QStringList order{QStringLiteral("model"), QStringLiteral("acquisition"),
            QStringLiteral("manipulation"), QStringLiteral("detection"), QStringLiteral("health"),
            QStringLiteral("prognosis"), QStringLiteral("advisory"), QStringLiteral("training"),
            QStringLiteral("store"), QStringLiteral("runtime"), QStringLiteral("notification")};
        for (const SourceFile& f : sources({QStringLiteral("twin")})) {
            if (room(f.path) == QLatin1String("wording"))
                continue;
            const qsizetype own = order.indexOf(room(f.path));
            QVERIFY2(own >= 0, qPrintable(f.path + QLatin1String(" is in no known room")));
            for (const QString& i : f.includes) {
                if (!i.startsWith(QLatin1String("twin/")))
                    continue;
                const qsizetype other = order.indexOf(room(i));
                QVERIFY2(other >= 0 && other <= own, qPrintable(f.path + QLatin1String(" includes ") + i));
            }
        }
    }

    void twinIncludesNeitherWindowNorPrograms()
    {
        for (const SourceFile& f : sources({QStringLiteral("twin")})) {
            for (const QString& i : f.includes)
                QVERIFY2(!i.startsWith(QLatin1String("ui/")) && !i.startsWith(QLatin1String("app/")),
                         qPrintable(f.path + QLatin1String(" includes ") + i));
        }
    }

    void windowReachesOnlyValues()
    {
        for (const SourceFile& f : sources({QStringLiteral("ui")})) {
            for (const QString& i : f.includes) {
                const bool foreign = i.startsWith(QLatin1String("twin/")) && room(i) != QLatin1String("model");
                QVERIFY2(!foreign && !i.startsWith(QLatin1String("app/")) && !i.startsWith(QLatin1String("mqtt/"))
                             && i != QLatin1String("sqlite3.h"),
                         qPrintable(f.path + QLatin1String(" includes ") + i));
            }
        }
    }

    void modelsNeedNoWindowSystem()
    {
        static const QRegularExpression gui(QStringLiteral("^(QWidget|QApplication|QPainter|QColor|QIcon|QFont|QPixmap|QImage|QGuiApplication|Qt(Gui|Widgets)/.*)$"));
        for (const SourceFile& f : sources({QStringLiteral("ui/models")})) {
            for (const QString& i : f.includes)
                QVERIFY2(!gui.match(i).hasMatch(), qPrintable(f.path + QLatin1String(" includes ") + i));
        }
    }

    void everyFileStatesItsLicence()
    {
        for (const SourceFile& f : sources({QStringLiteral("twin"), QStringLiteral("ui"),
                                            QStringLiteral("app"), QStringLiteral("tests")}))
            QVERIFY2(f.text.startsWith(QLatin1String("// SPDX-License-Identifier: ")), qPrintable(f.path));
    }

    void noSingletonsNoDrawers()
    {
        static const QRegularExpression bad(QStringLiteral(
            "static\\s+\\w+&\\s+instance\\(|Q_GLOBAL_STATIC|\\b(class|struct)\\s+\\w*(Manager|Helper|Utils?)\\b"));
        for (const SourceFile& f : sources({QStringLiteral("twin"), QStringLiteral("ui"), QStringLiteral("app")})) {
            const auto m = bad.match(codeOnly(f.text));
            QVERIFY2(!m.hasMatch(), qPrintable(f.path + QLatin1String(": ") + m.captured()));
        }
    }

    void numbersAreReadWithoutALocale()
    {
        static const QRegularExpression bad(QStringLiteral("\\b(strtod|strtof|atof|std::stod|std::stof|sscanf)\\s*\\("));
        for (const SourceFile& f : sources({QStringLiteral("twin"), QStringLiteral("ui"), QStringLiteral("app")})) {
            const auto m = bad.match(codeOnly(f.text));
            QVERIFY2(!m.hasMatch(), qPrintable(f.path + QLatin1String(": ") + m.captured()));
        }
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"

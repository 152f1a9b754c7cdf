// SPDX-License-Identifier: GPL-3.0-or-later
// Pen sets as values, as JSON from anywhere, and as the file of a person.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/snapshot_builder.h"
#include "twin/model/json_document.h"
#include "ui/models/pen_book.h"
#include "ui/models/pen_set_json.h"
#include "ui/models/settings.h"
#include "ui/models/tag_search_model.h"

using namespace gemba;
using namespace gemba::ui;

namespace {

PenSets example()
{
    PenSets sets;
    sets.plant = QStringLiteral("eastman");
    sets.calculated = {{QStringLiteral("c1"), QStringLiteral("Ratio <b>“ä”</b>"), QStringLiteral("%"),
                        QStringLiteral("xmeas_07 / [pump-1.flow]"), 3}};
    ChartSpec chart;
    chart.pens = {{QStringLiteral("xmeas_07"), {}, {LineDash::Dotted, 3}}, {{}, QStringLiteral("c1"), {}}};
    chart.axes = AxisLayout::Own;
    chart.following = Following::Centre;
    chart.span = 8 * twin::kHour;
    sets.sets = {{QString(300, QChar(0x05d0)), QStringLiteral("reactor"), {chart, {}}}};
    return sets;
}

/// JSON as one can read it here.
QByteArray quoted(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray inSet(const QByteArray& chart)
{
    return quoted("{'format':1,'sets':[{'name':'a','charts':[") + chart + "]}]}";
}

} // namespace

class TestPenSets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto read = penSetsFrom(toJson(example()));
        QVERIFY(read.ok());
        QVERIFY(read.value() == example());
        QVERIFY(penSetsFrom(toJson({})).value() == PenSets{});
    }

    void whatIsWrittenFitsTheSchema()
    {
        QFile schema(QStringLiteral(GEMBA_SOURCE_DIR "/resources/schemas/pen-sets.schema.json"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        std::vector<twin::Error> errors;
        const auto document = twin::parseJson(toJson(example()).toStdString(), {}, errors);
        QVERIFY(document);
        twin::checkSchema(*document, schema.readAll().toStdString(), errors);
        QVERIFY(errors.empty());
    }

    void whatDoesNotFitIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("no object") << QByteArray("[1]") << QString();
        QTest::newRow("no format") << QByteArray("{}") << QStringLiteral("/format");
        QTest::newRow("later format") << quoted("{'format':2}") << QStringLiteral("/format");
        QTest::newRow("sets no list") << quoted("{'format':1,'sets':{}}") << QStringLiteral("/sets");
        QTest::newRow("set no object") << quoted("{'format':1,'sets':[1]}") << QStringLiteral("/sets/0");
        QTest::newRow("no name") << quoted("{'format':1,'sets':[{'charts':[{}]}]}") << QStringLiteral("/sets/0/name");
        QTest::newRow("no chart") << quoted("{'format':1,'sets':[{'name':'a','charts':[]}]}")
                                  << QStringLiteral("/sets/0/charts");
        QTest::newRow("long name") << quoted("{'format':1,'sets':[{'name':'") + QByteArray(301, 'x') +
                                          quoted("','charts':[{}]}]}")
                                   << QStringLiteral("/sets/0/name");
        QTest::newRow("twice") << quoted("{'format':1,'sets':[{'name':'a','charts':[{}]},{'name':'a','charts':[{}]}]}")
                               << QStringLiteral("/sets/1/name");
        QTest::newRow("pen of nothing") << inSet(quoted("{'pens':[{}]}")) << QStringLiteral("/sets/0/charts/0/pens/0");
        QTest::newRow("pen of both") << inSet(quoted("{'pens':[{'tag':'a','calculated':'b'}]}"))
                                     << QStringLiteral("/sets/0/charts/0/pens/0");
        QTest::newRow("weight") << inSet(quoted("{'pens':[{'tag':'a','weight':9}]}"))
                                << QStringLiteral("/sets/0/charts/0/pens/0/weight");
        QTest::newRow("dash") << inSet(quoted("{'pens':[{'tag':'a','dash':'red'}]}"))
                              << QStringLiteral("/sets/0/charts/0/pens/0/dash");
        QTest::newRow("span") << inSet(quoted("{'seconds':1e300}")) << QStringLiteral("/sets/0/charts/0/seconds");
        QTest::newRow("many pens") << inSet(quoted("{'pens':[") + quoted("{'tag':'a'},").repeated(8) +
                                             quoted("{'tag':'a'}]}"))
                                   << QStringLiteral("/sets/0/charts/0/pens");
        QTest::newRow("deep") << QByteArray(100'000, '[') << QString();
        QTest::newRow("large") << QByteArray(kMostPenSetBytes + 1, ' ') << QString();
    }
    void whatDoesNotFitIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto read = penSetsFrom(json);
        QVERIFY(!read.ok());
        QCOMPARE(QString::fromStdString(read.error().place.jsonPath), place);
    }

    void mergingReplacesWhatIsCalledTheSame()
    {
        PenSets into = example();
        PenSets from;
        from.sets = {{into.sets[0].name, {}, {{}}},
                     {QStringLiteral("other"), QStringLiteral("reactor"), {{}}}};
        QVERIFY(mergePenSets(into, from));
        QCOMPARE(into.sets.size(), 2u);
        QCOMPARE(into.sets[0].charts.size(), 1u);
        QCOMPARE(into.defaultOf(QStringLiteral("reactor"))->name, QStringLiteral("other")); // one default a machine
        PenSets many;
        for (std::size_t i = 0; i < PenSets::kMostSets + 5; ++i)
            many.sets.push_back({QString::number(i), {}, {{}}});
        QVERIFY(!mergePenSets(into, many));
        QCOMPARE(into.sets.size(), PenSets::kMostSets);
    }

    void theBookComesBack()
    {
        QTemporaryDir folder;
        {
            Settings settings(folder.filePath(QStringLiteral("gemba.ini")));
            PenBook& book = PenBook::of(settings);
            QCOMPARE(&PenBook::of(settings), &book); // one for all windows
            book.setPlant(QStringLiteral("eastman"));
            book.replace(example());
            QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("pens-eastman.json"))));
        }
        Settings settings(folder.filePath(QStringLiteral("gemba.ini")));
        PenBook& book = PenBook::of(settings);
        book.setPlant(QStringLiteral("eastman"));
        QTRY_VERIFY(book.sets() == example());
        book.setPlant(QStringLiteral("../other"));
        QVERIFY(book.sets().sets.empty());
        book.replace(example());
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("pens-___other.json"))));
    }

    void aDamagedBookIsKeptBesideAndSaidSo()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("pens-eastman.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\":1,\"sets\":7}") > 0);
        file.close();
        Settings settings(folder.filePath(QStringLiteral("gemba.ini")));
        PenBook& book = PenBook::of(settings);
        QSignalSpy failed(&book, &PenBook::failed);
        book.setPlant(QStringLiteral("eastman"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QLatin1String("/sets")));
        QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".unreadable")));
    }

    void setsArePassedOnAsAFile()
    {
        QTemporaryDir folder;
        Settings settings;
        PenBook& book = PenBook::of(settings);
        const QString path = folder.filePath(QStringLiteral("shared.json"));
        QString problem = QStringLiteral("not yet");
        book.exportTo(path, example(), [&](const QString& p) { problem = p; });
        QTRY_COMPARE(problem, QString());
        PenSets read;
        book.importFrom(path, [&](const PenSets& sets, const QString&) { read = sets; });
        QTRY_VERIFY(read == example());
        book.exportTo(folder.filePath(QStringLiteral("no/such/folder.json")), example(), [&](const QString& p) { problem = p; });
        QTRY_VERIFY(problem.contains(QLatin1String("cannot be written")));
        book.importFrom(folder.filePath(QStringLiteral("none.json")), [&](const PenSets&, const QString& p) { problem = p; });
        QTRY_VERIFY(problem.contains(QLatin1String("cannot be read")));
    }

    void tagsAreFoundByWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("first"); // id of the best answer
        QTest::newRow("name") << QStringLiteral("reactor press") << QStringLiteral("xmeas_07");
        QTest::newRow("any order") << QStringLiteral("PRESSURE reactor") << QStringLiteral("xmeas_07");
        QTest::newRow("number") << QStringLiteral("xmeas(7)") << QStringLiteral("xmeas_07");
        QTest::newRow("id") << QStringLiteral("xmeas_07") << QStringLiteral("xmeas_07");
        QTest::newRow("german") << QStringLiteral("druck reaktor") << QStringLiteral("xmeas_07");
    }
    void tagsAreFoundByWords()
    {
        QFETCH(QString, words);
        QFETCH(QString, first);
        TagSearchModel model(QLocale(QLocale::English));
        const auto plant = test::eastman();
        model.setPlant(plant, {});
        model.search(words);
        QVERIFY(model.rowCount() > 0);
        const auto tag = static_cast<twin::TagId>(model.index(0).data(TagSearchModel::TagRole).toUInt());
        QCOMPARE(QString::fromStdString(plant->tag(tag).id), first);
    }

    void accentsMayBeSpelledOut()
    {
        auto plant = std::make_shared<twin::Plant>(*test::eastman());
        plant->tags[3].name.byLanguage = {{"en", "Coolant"}, {"de", "Rückkühlwerk Überlauf"}};
        TagSearchModel model(QLocale(QLocale::English));
        model.setPlant(plant, {{QStringLiteral("c"), QStringLiteral("Müller ratio"), {}, QStringLiteral("1"), 0}});
        for (const char* words : {"ruckkuhl", "Rueckkuehlwerk ueber", "RÜCKKÜHLWERK", "uberlauf"}) {
            model.search(QString::fromUtf8(words));
            QCOMPARE(model.rowCount(), 1);
            QCOMPARE(model.index(0).data().toString(), QStringLiteral("Coolant"));
        }
        model.search(QStringLiteral("muller"));
        QCOMPARE(model.index(0).data(TagSearchModel::CalculatedRole).toString(), QStringLiteral("c"));
        model.search(QStringLiteral("no such thing"));
        QCOMPARE(model.rowCount(), 0);
        model.search(QString::fromStdString(test::eastman()->areas[0].name.in("en")));
        QVERIFY(model.rowCount() > 10); // by area
    }
};

QTEST_GUILESS_MAIN(TestPenSets)
#include "tst_pen_sets.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Prints into real PDF files and reads them back with poppler's tools.
#include <QFileInfo>
#include <QImage>
#include <QListView>
#include <QProcess>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/operate/operate_workspace.h"
#include "ui/print/print_commands.h"
#include "ui/shell/main_window.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                : QByteArray();
}

} // namespace

class TestPrinting : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir folder;
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;
    Selection selection;
    QUndoStack undo;
    ConsoleContext context{view, transport, history, selection, settings, undo,
                           QLocale(QLocale::English)};
    std::unique_ptr<MainWindow> window;

    [[nodiscard]] std::vector<Printable> printables() const
    {
        return window->findChild<OperateWorkspace*>()->printables();
    }
    [[nodiscard]] QString print(const std::vector<Printable>& what, const QString& path, bool a3 = false)
    {
        const PrintCommands commands(context, {}, [] { return Theme::light(); }, window.get());
        return commands.toPdf(what, path, a3);
    }
    static QString textOf(const QString& path)
    {
        return QString::fromUtf8(run(QStringLiteral("pdftotext"),
                                     {QStringLiteral("-layout"), path, QStringLiteral("-")}));
    }

private Q_SLOTS:
    void init()
    {
        window = std::make_unique<MainWindow>(view, transport, history, settings);
        SnapshotBuilder b = troubled(eastman());
        view.setMode(Mode::ReplayFile, QStringLiteral("demo.gmb"));
        view.setSnapshot(b.build(), ChangeReason::Load);
        window->selection().setAsset(view.plant()->findAsset("reactor"));
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    void everyPanelCarriesItsStamp_data()
    {
        QTest::addColumn<bool>("scene");
        QTest::newRow("overview") << false;
        QTest::newRow("scene") << true;
    }
    void everyPanelCarriesItsStamp()
    {
        QFETCH(bool, scene);
        scene ? window->showScene() : window->showOverview();
        const auto all = printables();
        QVERIFY(all.size() >= (scene ? 5u : 2u));
        for (const Printable& p : all) {
            const QString path = folder.filePath(QStringLiteral("panel.pdf"));
            QCOMPARE(print({p}, path), QString());
            const QString text = textOf(path);
            QVERIFY2(text.contains(QLatin1String("REPLAY")), qPrintable(p.title));
            QVERIFY2(text.contains(QLatin1String("Eastman works")), qPrintable(p.title));
            QVERIFY2(text.contains(QLatin1String("America/New_York")), qPrintable(p.title));
            QVERIFY2(text.contains(p.title), qPrintable(p.title));
            QVERIFY2(text.contains(QLatin1String("page 1")), qPrintable(p.title));
        }
    }

    void theWordsAreTextAndTheColoursGrey()
    {
        const QString path = folder.filePath(QStringLiteral("overview.pdf"));
        QCOMPARE(print({printables().front()}, path), QString());
        QVERIFY(textOf(path).contains(QLatin1String("Separator V")));
        const QString picture = folder.filePath(QStringLiteral("page"));
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("60"),
                                         QStringLiteral("-png"), QStringLiteral("-singlefile"),
                                         path, picture});
        const QImage page(picture + QStringLiteral(".png"));
        QVERIFY(!page.isNull());
        constexpr int kGrey = 24; // the blueish greys of text; alert colours differ by 100 and more
        int dark = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QRgb c = page.pixel(x, y);
                QVERIFY(std::abs(qRed(c) - qBlue(c)) < kGrey && std::abs(qRed(c) - qGreen(c)) < kGrey);
                dark += qGray(c) < 128;
            }
        }
        QVERIFY(dark > 500); // something is printed
    }

    void theScreenKeepsItsTheme()
    {
        const QImage before = window->grab().toImage();
        QCOMPARE(print({printables().front()}, folder.filePath(QStringLiteral("a.pdf"))), QString());
        QCOMPARE(window->grab().toImage(), before);
    }

    void aLongListGoesOverPages()
    {
        QStandardItemModel rows;
        for (int i = 0; i < 300; ++i)
            rows.appendRow(new QStandardItem(QStringLiteral("row-%1").arg(i)));
        QListView list;
        list.setModel(&rows);
        const QString path = folder.filePath(QStringLiteral("long.pdf"));
        QCOMPARE(print({{QStringLiteral("List"), &list}}, path), QString());
        const QString text = textOf(path);
        for (int i = 0; i < 300; ++i)
            QVERIFY2(text.contains(QStringLiteral("row-%1").arg(i)), qPrintable(QString::number(i)));
        QVERIFY(text.contains(QLatin1String("page 2")));
    }

    void a3IsTwiceThePaper()
    {
        const QString path = folder.filePath(QStringLiteral("a3.pdf"));
        QCOMPARE(print({printables().front()}, path, true), QString());
        QVERIFY(run(QStringLiteral("pdfinfo"), {path}).contains("A3"));
    }

    void whereNothingCanBeWrittenNothingIsLeft()
    {
        const QString path = folder.filePath(QStringLiteral("no/such/folder/a.pdf"));
        QVERIFY(print({printables().front()}, path).contains(path));
        QVERIFY(!QFileInfo::exists(path));
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"

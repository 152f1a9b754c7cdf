// SPDX-License-Identifier: GPL-3.0-or-later
// Draws each workspace from a session that is the same everywhere and compares the pictures with
// those in tests/golden. GEMBA_UPDATE_GOLDEN=1 writes them anew (packaging/update-golden).
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/runtime/recorded_log.h"

using namespace gemba::test;

namespace {

constexpr int kCoarser = 4;         ///< pictures are compared at a quarter of their size
constexpr int kLevels = 28;         ///< of 255: less is anti-aliasing
constexpr double kMostDiffer = 0.004; ///< share of coarse pixels

const QString kFolder = QStringLiteral(GEMBA_SOURCE_DIR "/tests/golden");

bool updating()
{
    return qEnvironmentVariableIntValue("GEMBA_UPDATE_GOLDEN") != 0;
}

/// Pictures are only comparable where text is drawn from the same font by the same rasteriser.
QByteArray textFingerprint()
{
    QImage image(400, 40, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter p(&image);
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(20);
    p.setFont(font);
    p.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("Gemba 0123456789 Ätzung"));
    p.end();
    const QByteArray bytes(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QImage coarse(const QImage& image)
{
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(image.size() / kCoarser, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Where two pictures differ, black on white; how much, as a share.
std::pair<QImage, double> difference(const QImage& a, const QImage& b)
{
    const QImage x = coarse(a);
    const QImage y = coarse(b);
    QImage out(x.size(), QImage::Format_Grayscale8);
    out.fill(255);
    int differ = 0;
    for (int row = 0; row < x.height(); ++row) {
        for (int column = 0; column < x.width(); ++column) {
            const QRgb p = x.pixel(column, row);
            const QRgb q = y.pixel(column, row);
            if (std::abs(qRed(p) - qRed(q)) > kLevels || std::abs(qGreen(p) - qGreen(q)) > kLevels ||
                std::abs(qBlue(p) - qBlue(q)) > kLevels) {
                out.setPixel(column, row, 0);
                ++differ;
            }
        }
    }
    return {out, static_cast<double>(differ) / (x.width() * x.height())};
}

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir folder;
    QString session;

    [[nodiscard]] QString draw(const QString& name, const QStringList& options)
    {
        const QString path = folder.filePath(name);
        QProcess process;
        process.start(QStringLiteral(GEMBACTL_PROGRAM),
                      QStringList{QStringLiteral("render"), session, QStringLiteral("--at"),
                                  QStringLiteral("+78s"), QStringLiteral("--out"), path,
                                  QStringLiteral("--size"), QStringLiteral("1280x800")} +
                          options);
        return process.waitForFinished(120'000) && process.exitCode() == 0 ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        session = QString::fromStdString(lostFeedSession(folder.path().toStdString()));
        QVERIFY(!session.isEmpty());
        QFile stored(kFolder + QStringLiteral("/text.sha256"));
        if (updating()) {
            QVERIFY(stored.open(QIODevice::WriteOnly));
            stored.write(textFingerprint() + '\n');
            return;
        }
        QVERIFY(stored.open(QIODevice::ReadOnly));
        if (stored.readAll().trimmed() != textFingerprint())
            QSKIP("Text looks different here: another version of Inter or of the rasteriser.");
    }

    void workspaces_data()
    {
        QTest::addColumn<QString>("options");
        const auto row = [](const char* name, const char* options) {
            QTest::newRow(name) << QString::fromLatin1(options);
        };
        row("overview-light-en", "--workspace operate --theme light --locale en");
        row("overview-dark-de", "--workspace operate --theme dark --locale de");
        row("scene-light-en", "--workspace operate --view scene --theme light --locale en");
        row("scene-dark-de", "--workspace operate --view scene --theme dark --locale de");
        row("review-light-en", "--workspace review --theme light --locale en");
        row("models-dark-de", "--workspace models --theme dark --locale de");
        row("data-light-de", "--workspace data --theme light --locale de");
        row("fleet-dark-en", "--workspace fleet --theme dark --locale en");
        row("value-light-en", "--workspace value --theme light --locale en");
    }
    void workspaces()
    {
        QFETCH(QString, options);
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png");
        const QString drawn = draw(name, options.split(u' '));
        QVERIFY(!drawn.isEmpty());
        const QString kept = kFolder + u'/' + name;
        if (updating()) {
            QFile::remove(kept);
            QVERIFY(QFile::copy(drawn, kept));
            return;
        }
        const QImage a(kept);
        const QImage b(drawn);
        QVERIFY2(!a.isNull(), qPrintable(kept));
        QCOMPARE(b.size(), a.size());
        const auto [picture, share] = difference(a, b);
        if (share <= kMostDiffer)
            return;
        const QDir out(QStringLiteral(GEMBA_BINARY_DIR "/golden"));
        out.mkpath(QStringLiteral("."));
        picture.save(out.filePath(QStringLiteral("difference-") + name));
        b.save(out.filePath(name));
        QFAIL(qPrintable(QStringLiteral("%1 % differ; see %2 and difference-%3. If that is meant, run "
                                        "packaging/update-golden.")
                             .arg(100 * share, 0, 'f', 2)
                             .arg(out.filePath(name), name)));
    }
};

QTEST_MAIN(TestGolden)
#include "tst_golden.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether everybody can read the console: contrast by WCAG 2.1, alert marks under three kinds of
// colour blindness and in grey.
#include <array>
#include <cmath>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "ui/look/markers.h"
#include "ui/look/theme.h"

using namespace gemba::ui;

namespace {

using Matrix = std::array<double, 9>; ///< by rows, on linear red, green, blue

double linear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double coded(double c)
{
    c = std::clamp(c, 0.0, 1.0);
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

/// Relative luminance by WCAG 2.1.
double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; the last one is grey vision.
const std::array<std::pair<const char*, Matrix>, 4> kVisions{
    {{"protanopia",
      {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}},
     {"deuteranopia",
      {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}},
     {"tritanopia",
      {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}},
     {"grey",
      {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722}}}};

QColor seen(const QColor& c, const Matrix& m)
{
    const double rgb[]{linear(c.redF()), linear(c.greenF()), linear(c.blueF())};
    double out[3];
    for (std::size_t row = 0; row < 3; ++row)
        out[row] = coded(m[3 * row] * rgb[0] + m[3 * row + 1] * rgb[1] + m[3 * row + 2] * rgb[2]);
    return QColor::fromRgbF(float(out[0]), float(out[1]), float(out[2]));
}

constexpr int kSize = 24;

QImage mark(int priority, const Theme& theme)
{
    QImage image(kSize, kSize, QImage::Format_RGB32);
    image.fill(theme.panel);
    QPainter p(&image);
    drawPriority(p, QRectF(3, 3, kSize - 6, kSize - 6), priority, false, theme);
    return image;
}

/// The share of pixels that somebody with this vision sees differ clearly in lightness.
double difference(const QImage& a, const QImage& b, const Matrix& vision)
{
    int different = 0;
    for (int y = 0; y < kSize; ++y) {
        for (int x = 0; x < kSize; ++x)
            different +=
                contrast(seen(a.pixelColor(x, y), vision), seen(b.pixelColor(x, y), vision)) >= 1.5;
    }
    return static_cast<double>(different) / (kSize * kSize);
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void themes_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("paper") << 2;
    }
    static Theme theme(int which)
    {
        return which == 0 ? Theme::light() : which == 1 ? Theme::darkGrey() : Theme::paper();
    }

    void everythingWrittenCanBeRead_data() { themes_data(); }
    void everythingWrittenCanBeRead()
    {
        QFETCH(int, which);
        const Theme t = theme(which);
        for (const QColor& ground : {t.canvas, t.panel, t.raised}) {
            QVERIFY(contrast(t.text, ground) >= 7.0);
            QVERIFY(contrast(t.quietText, ground) >= 4.5);
            QVERIFY(contrast(t.ink, ground) >= 3.0);
        }
        QVERIFY(contrast(t.railText, t.rail) >= 4.5);
        QVERIFY(contrast(t.railText, t.railActive) >= 4.5);
        QVERIFY(contrast(t.inkText, t.ink) >= 4.5);
        QVERIFY(contrast(t.replayText, t.replayGround) >= 4.5);
        QVERIFY(contrast(t.quietText, t.replayGround) >= 4.5);
        QVERIFY(contrast(t.doubt, t.canvas) >= 3.0);
        QVERIFY(contrast(t.line, t.panel) >= 3.0);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(contrast(t.priorityText[i], t.priority[i]) >= 4.5);
    }

    void marksDifferForEveryEye_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("vision");
        for (int which = 0; which < 3; ++which) {
            for (std::size_t v = 0; v < kVisions.size(); ++v)
                QTest::addRow("%d %s", which, kVisions[v].first) << which << static_cast<int>(v);
        }
    }
    void marksDifferForEveryEye()
    {
        QFETCH(int, which);
        QFETCH(int, vision);
        const Theme t = theme(which);
        const Matrix& eye = kVisions[static_cast<std::size_t>(vision)].second;
        QImage nothing(kSize, kSize, QImage::Format_RGB32);
        nothing.fill(t.panel);
        for (int a = 1; a <= 3; ++a) {
            QVERIFY(difference(mark(a, t), nothing, eye) > 0.15); // it is seen at all
            for (int b = a + 1; b <= 3; ++b)
                QVERIFY2(difference(mark(a, t), mark(b, t), eye) > 0.1,
                         qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }

    void alertHuesAreTheSameInBothThemes()
    {
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(Theme::light().priority[i], Theme::darkGrey().priority[i]);
    }

    void onlyAlertsAndWhatIsNotLiveHaveColour_data() { themes_data(); }
    void onlyAlertsAndWhatIsNotLiveHaveColour()
    {
        QFETCH(int, which);
        const Theme t = theme(which);
        constexpr int kHardlyAny = 24; // of 255: the blueish greys
        for (const QColor& c : {t.canvas, t.panel, t.raised, t.line, t.softLine, t.text, t.quietText,
                                t.ink, t.inkText, t.track, t.band, t.rail, t.railText, t.outline}) {
            const auto [low, high] = std::minmax({c.red(), c.green(), c.blue()});
            QVERIFY2(high - low <= kHardlyAny, qPrintable(c.name()));
        }
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"

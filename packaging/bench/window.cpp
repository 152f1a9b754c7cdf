// SPDX-License-Identifier: GPL-3.0-or-later
// What the console's window costs and how quickly it answers: start, idleness, keys, and its event
// loop and memory while the demo plant runs amid other traffic. Needs a display and a broker of its
// own, and is the only one to draw there. The programs are the ones that users run.
#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include <QCommandLineParser>
#include <QCoreApplication>

#include "packaging/bench/child.h"
#include "packaging/bench/display.h"
#include "packaging/bench/report.h"

using namespace gemba;

namespace {

using Kind = bench::Goal::Kind;
using What = bench::Display::Event::Kind;

constexpr double kStartSeconds = 60.0, kSettleSeconds = 5.0;
constexpr double kAskEvery = 0.010, kAnswerSeconds = 30.0;
constexpr double kFrameGap = 0.005; ///< what is drawn closer together is one frame
constexpr int kTraffic = 20'000;    ///< messages a second beside the plant's
constexpr int kKeys = 60;
constexpr std::uint32_t kTab = 0xff09, kF5 = 0xffc2, kF6 = 0xffc3; ///< X keysyms; F5 overview, F6 scene

struct Setup {
    QString port, folder, plant;
    [[nodiscard]] QString broker() const { return QStringLiteral("mqtt://127.0.0.1:") + port; }
    [[nodiscard]] QStringList console() const
    {
        return {QStringLiteral("--plant"), plant, QStringLiteral("--broker"), broker(), QStringLiteral("--ring"),
                folder + QStringLiteral("/window.gmb"), QStringLiteral("--theme"), QStringLiteral("light")};
    }
};

bench::Spread one(double v) { return {v, v, v}; }

double quantile(std::vector<double> v, double q)
{
    std::sort(v.begin(), v.end());
    const auto at = static_cast<std::size_t>(std::ceil(q * static_cast<double>(v.size())));
    return v[std::clamp<std::size_t>(at, 1, v.size()) - 1];
}

/// A program with a window, from before it was started.
struct Shown {
    bench::Child program;
    std::uint32_t window = 0;
    double firstFrame = 0.0; ///< seconds after it was started

    bool start(bench::Display& display, const QString& name, const QStringList& arguments)
    {
        const double begun = bench::wallSeconds();
        if (!program.start(name, arguments))
            return false;
        while (const auto e = display.next(begun + kStartSeconds)) {
            if (e->kind == What::Shown)
                window = e->window;
            if (e->kind != What::Drawn || window == 0)
                continue;
            firstFrame = e->at - begun;
            display.focus(window);
            return true;
        }
        bench::say(QStringLiteral("void: %1 drew nothing within %2 s").arg(name).arg(kStartSeconds));
        return false;
    }
};

void letPass(bench::Display& display, double seconds)
{
    const double until = bench::wallSeconds() + seconds;
    while (display.next(until)) {
    }
}

bool measureStart(bench::Display& display, const Setup& setup, int pairs, bench::Report& report)
{
    std::vector<double> empty, console;
    for (int pair = 0; pair <= pairs; ++pair) {
        Shown a;
        if (!a.start(display, QStringLiteral("bench-empty-window"), {}))
            return false;
        a.program.end();
        letPass(display, 0.2);
        Shown b;
        if (!b.start(display, QStringLiteral("gemba"), setup.console()))
            return false;
        b.program.end();
        letPass(display, 0.2);
        bench::say(QStringLiteral("start %1/%2: empty window %3 ms, console %4 ms").arg(pair).arg(pairs)
                       .arg(a.firstFrame * 1e3, 0, 'f', 0).arg(b.firstFrame * 1e3, 0, 'f', 0));
        if (pair == 0)
            continue;
        empty.push_back(a.firstFrame);
        console.push_back(b.firstFrame);
    }
    report.add({QStringLiteral("window.start"), QStringLiteral("first frame, console with a plant : empty window"),
                bench::ratiosOf(console, empty), Kind::AtMost, 12.0});
    report.note(QStringLiteral("empty_start_s"), bench::toJson(bench::spreadOf(empty)));
    report.note(QStringLiteral("console_start_s"), bench::toJson(bench::spreadOf(console)));
    return true;
}

/// Nothing arrives and nobody touches anything: once a second the clock in the time bar is drawn.
void measureIdle(bench::Display& display, const bench::Child& console, double seconds, const QString& view,
                 bench::Report& report)
{
    letPass(display, kSettleSeconds);
    const double begun = bench::wallSeconds(), cpu = console.cpuSeconds();
    int frames = 0;
    for (double last = 0.0; const auto e = display.next(begun + seconds);) {
        frames += e->kind == What::Drawn && e->at - last > kFrameGap ? 1 : 0;
        last = e->at;
    }
    const double share = 100.0 * (console.cpuSeconds() - cpu) / (bench::wallSeconds() - begun);
    const QString id = QStringLiteral("window.idle.") + view;
    report.add({id + QStringLiteral(".frames"), QStringLiteral("frames a second without data but for a clock, ") + view,
                one(frames / seconds), Kind::AtMost, 1.1, false, QStringLiteral("/s")});
    report.add({id + QStringLiteral(".cpu"), QStringLiteral("CPU without data, ") + view, one(share), Kind::AtMost, 0.5,
                false, QStringLiteral("%")});
}

/// From a key to the frame that it causes: Tab moves the focus, which is drawn.
bool measureKeys(bench::Display& display, bench::Report& report)
{
    std::vector<double> delays;
    for (int i = 0; i < kKeys; ++i) {
        const double begun = bench::wallSeconds();
        if (!display.press(kTab))
            return false;
        for (bool drawn = false; const auto e = display.next(begun + (drawn ? 0.1 : 1.0));) {
            if (e->kind == What::Drawn && !drawn)
                delays.push_back((e->at - begun) * 1e3);
            drawn = drawn || e->kind == What::Drawn;
        }
    }
    if (delays.size() < kKeys / 2) {
        bench::say(QStringLiteral("void: only %1 of %2 keys drew anything").arg(delays.size()).arg(kKeys));
        return false;
    }
    report.add({QStringLiteral("window.key"), QStringLiteral("key to frame, p95"), one(quantile(delays, 0.95)),
                Kind::AtMost, 50.0, false, QStringLiteral("ms")});
    return true;
}

/// How late each window's event loop answers: both are asked every 10 ms, and wait for the same
/// processors.
class Answers
{
public:
    Answers(bench::Display& display, std::vector<std::uint32_t> windows)
        : m_display(display), m_windows(std::move(windows)), m_delays(m_windows.size())
    {
    }

    void collect(double seconds, const std::function<void()>& everySecond)
    {
        const double begun = bench::wallSeconds();
        double due = begun, tell = begun;
        while (bench::wallSeconds() < begun + seconds) {
            if (bench::wallSeconds() >= due) {
                askAll();
                due += kAskEvery;
            }
            if (due >= tell + 1.0) {
                everySecond();
                tell += 1.0;
            }
            take(due);
        }
        const double until = bench::wallSeconds() + kAnswerSeconds;
        while (m_open > 0 && take(until)) {
        }
        // One that never came is as late as it can be.
        for (std::size_t w = 0; w < m_windows.size(); ++w)
            m_delays[w].resize(m_asked.size(), (bench::wallSeconds() - begun) * 1e3);
    }
    [[nodiscard]] const std::vector<double>& delaysMs(std::size_t window) const { return m_delays[window]; }

private:
    void askAll()
    {
        m_asked.push_back(bench::wallSeconds());
        for (const std::uint32_t window : m_windows)
            m_display.ask(window, static_cast<std::uint32_t>(m_asked.size()));
        m_open += m_windows.size();
    }
    bool take(double until)
    {
        const auto e = m_display.next(until);
        if (e && e->kind == What::Answer && e->serial > 0 && e->serial <= m_asked.size()) {
            const auto w = std::find(m_windows.begin(), m_windows.end(), e->window) - m_windows.begin();
            if (w < std::ssize(m_windows)) {
                m_delays[static_cast<std::size_t>(w)].push_back((e->at - m_asked[e->serial - 1]) * 1e3);
                --m_open;
            }
        }
        return e.has_value();
    }
    bench::Display& m_display;
    std::vector<std::uint32_t> m_windows;
    std::vector<double> m_asked;
    std::vector<std::vector<double>> m_delays;
    std::size_t m_open = 0;
};

/// Memory, second after second.
class Memory
{
public:
    void add(double mib) { m_mib.push_back(mib); }
    [[nodiscard]] double highest() const { return *std::max_element(m_mib.begin(), m_mib.end()); }
    /// MiB an hour by least squares, without the first third, in which caches fill.
    [[nodiscard]] double slope() const
    {
        const std::size_t from = m_mib.size() / 3;
        const auto n = static_cast<double>(m_mib.size() - from);
        double t = 0, m = 0, tt = 0, tm = 0;
        for (std::size_t i = from; i < m_mib.size(); ++i) {
            const auto x = static_cast<double>(i - from);
            t += x;
            m += m_mib[i];
            tt += x * x;
            tm += x * m_mib[i];
        }
        return 3600.0 * (n * tm - t * m) / (n * tt - t * t);
    }

private:
    std::vector<double> m_mib;
};

bool measureLoad(bench::Display& display, const Setup& setup, double seconds, bool soak, const Shown& empty,
                 const Shown& console, bench::Report& report)
{
    bench::Child plant, traffic;
    const double all = seconds + 2 * kSettleSeconds + 2.0;
    if (!plant.start(QStringLiteral("gemba-plant"), {QStringLiteral("--plant"), setup.plant, QStringLiteral("--broker"),
                         setup.broker(), QStringLiteral("--run"), QStringLiteral("6"), QStringLiteral("--from-row"),
                         QStringLiteral("150"), QStringLiteral("--loop"), QStringLiteral("--quiet")})
        || !traffic.start(QStringLiteral("bench-publisher"), {setup.port, QString::number(std::llround(all * kTraffic)),
                              QString::number(kTraffic), QStringLiteral("500"), QStringLiteral("eastman/other/")}))
        return false;
    Memory memory;
    for (const auto& [key, view] : {std::pair{kF5, QStringLiteral("overview")}, {kF6, QStringLiteral("scene")}}) {
        if (!display.press(key))
            return false;
        letPass(display, kSettleSeconds);
        Answers answers(display, {console.window, empty.window});
        const double cpu = console.program.cpuSeconds();
        answers.collect(seconds / 2, [&] { memory.add(console.program.residentMiB()); });
        const QString id = QStringLiteral("window.stall.") + view;
        const auto& delays = answers.delaysMs(0);
        report.add({id + QStringLiteral(".p999"), QStringLiteral("event loop late under load, p99.9, ") + view,
                    one(quantile(delays, 0.999)), Kind::AtMost, 50.0, false, QStringLiteral("ms")});
        report.add({id + QStringLiteral(".max"), QStringLiteral("event loop late under load, at most, ") + view,
                    one(quantile(delays, 1.0)), Kind::AtMost, 100.0, false, QStringLiteral("ms")});
        report.note(id, QJsonObject{{QStringLiteral("p50"), quantile(delays, 0.5)},
                        {QStringLiteral("p99"), quantile(delays, 0.99)},
                        {QStringLiteral("asked"), static_cast<qint64>(delays.size())},
                        {QStringLiteral("cpu_share"), (console.program.cpuSeconds() - cpu) / (seconds / 2)},
                        {QStringLiteral("empty_window_p999"), quantile(answers.delaysMs(1), 0.999)},
                        {QStringLiteral("empty_window_max"), quantile(answers.delaysMs(1), 1.0)}});
    }
    if (!console.program.runs() || !traffic.finish(60'000))
        return false;
    report.add({QStringLiteral("window.memory"), QStringLiteral("resident memory under load"), one(memory.highest()),
                Kind::AtMost, 250.0, false, QStringLiteral("MiB")});
    if (soak)
        report.add({QStringLiteral("window.memory.slope"), QStringLiteral("resident memory, growth in an hour"),
                    one(memory.slope()), Kind::AtMost, 1.0, false, QStringLiteral("MiB")});
    report.note(QStringLiteral("traffic"), QString::fromUtf8(traffic.output()).trimmed());
    report.note(QStringLiteral("memory_slope_mib_per_hour"), memory.slope());
    return true;
}

bool measure(bench::Display& display, const Setup& setup, const QCommandLineParser& p, bench::Report& report)
{
    const double idle = p.value(QStringLiteral("idle")).toDouble(), load = p.value(QStringLiteral("seconds")).toDouble();
    letPass(display, 0.5);
    if (!measureStart(display, setup, p.value(QStringLiteral("pairs")).toInt(), report))
        return false;
    Shown empty, console;
    if (!empty.start(display, QStringLiteral("bench-empty-window"), {})
        || !console.start(display, QStringLiteral("gemba"), setup.console()))
        return false;
    measureIdle(display, console.program, idle, QStringLiteral("overview"), report);
    report.note(QStringLiteral("memory_after_start_mib"), console.program.residentMiB());
    if (!measureKeys(display, report) || !display.press(kF6))
        return false;
    measureIdle(display, console.program, idle, QStringLiteral("scene"), report);
    return measureLoad(display, setup, load, p.isSet(QStringLiteral("soak")), empty, console, report);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("port"), QStringLiteral("Of a broker of our own."), QStringLiteral("PORT")},
                  {QStringLiteral("plant"), QStringLiteral("Folder of the demo plant."), QStringLiteral("DIR")},
                  {QStringLiteral("folder"), QStringLiteral("For the history."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("pairs"), QStringLiteral("Starts after one warm-up."), QStringLiteral("N"), QStringLiteral("5")},
                  {QStringLiteral("idle"), QStringLiteral("Seconds without data, each view."), QStringLiteral("S"), QStringLiteral("20")},
                  {QStringLiteral("seconds"), QStringLiteral("Seconds under load."), QStringLiteral("S"), QStringLiteral("120")},
                  {QStringLiteral("soak"), QStringLiteral("Judge how memory grows: for an hour or more.")}});
    p.addHelpOption();
    p.process(app);
    const auto display = bench::Display::open();
    if (!display) {
        bench::say(QStringLiteral("no display that tells what is drawn"));
        return 4;
    }
    bench::Report report;
    const Setup setup{p.value(QStringLiteral("port")), p.value(QStringLiteral("folder")), p.value(QStringLiteral("plant"))};
    return measure(*display, setup, p, report) && report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}

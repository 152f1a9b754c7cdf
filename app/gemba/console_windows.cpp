// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/console_windows.h"

#include <QApplication>

namespace gemba {
namespace {

const QString kKey = QStringLiteral("windows");
const QString kNumber = QStringLiteral("number");
constexpr int kMost = 8;

} // namespace

ConsoleWindows::ConsoleWindows(Console& console, ui::Settings& settings, ui::WindowOptions options)
    : m_console(console), m_settings(settings), m_options(std::move(options))
{
    m_options.app.newWindow = [this] { openAnother(); };
    connect(&console, &Console::packageChanged, this, &ConsoleWindows::showScenes);
    qApp->installEventFilter(this);
}

/// Ending the program closes one window after the other; what was open is remembered before.
bool ConsoleWindows::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::Quit && !m_quitting) {
        remember();
        m_quitting = true;
    }
    return false;
}

ConsoleWindows::~ConsoleWindows() = default;

void ConsoleWindows::openRemembered()
{
    QVariantList state = m_settings.remembered(kKey).toList();
    for (QVariant& item : state) { // the overview comes first, always
        QVariantMap map = item.toMap();
        map.remove(QStringLiteral("scene"));
        item = map;
    }
    apply(state);
    if (m_windows.empty())
        open(1).show();
}

void ConsoleWindows::apply(const QVariantList& state)
{
    for (const QVariant& item : state.mid(0, kMost)) {
        const QVariantMap map = item.toMap();
        const int number = map.value(kNumber).toInt();
        if (number < 1 || number > kMost)
            continue;
        ui::MainWindow& window = m_windows.contains(number) ? *m_windows[number].window : open(number);
        window.applyState(map);
        window.show();
    }
}

void ConsoleWindows::openAnother()
{
    int number = 1;
    while (m_windows.contains(number))
        ++number;
    if (number > kMost)
        return m_console.view().setNotice(tr("There are %1 windows already; close one first.").arg(kMost));
    open(number).show();
}

ui::MainWindow& ConsoleWindows::open(int number)
{
    ui::WindowOptions options = m_options;
    options.number = number;
    Window& w = m_windows[number];
    const bool firstHistory = m_windows.size() == 1;
    w.history = firstHistory ? &m_console.history() : &m_console.newHistory();
    w.window = std::make_unique<ui::MainWindow>(m_console.view(), m_console, *w.history, m_settings, options);
    ui::MainWindow& window = *w.window;
    connect(&window, &ui::MainWindow::closed, this, [this, number] { closed(number); });
    connect(&window, &ui::MainWindow::quitAsked, qApp, &QCoreApplication::quit);
    window.setDays(m_console.days());
    showScene(window);
    return window;
}

/// The last one takes the program with it, and is what is found the next time.
void ConsoleWindows::closed(int number)
{
    if (m_quitting)
        return;
    if (m_windows.size() == 1) {
        remember();
        m_quitting = true;
        return;
    }
    const auto found = m_windows.find(number);
    Window gone = std::move(found->second);
    m_windows.erase(found);
    RecordedHistory* history = gone.history;
    ui::MainWindow* window = gone.window.release(); // it is in the middle of closing
    connect(window, &QObject::destroyed, this, [this, history] {
        if (history != &m_console.history())
            m_console.endHistory(*history);
    });
    window->deleteLater();
    remember();
}

ui::MainWindow* ConsoleWindows::first() const
{
    return m_windows.empty() ? nullptr : m_windows.begin()->second.window.get();
}

QVariantList ConsoleWindows::state() const
{
    QVariantList list;
    for (const auto& [number, w] : m_windows) {
        QVariantMap state = w.window->stateNow();
        state.insert(kNumber, number);
        list += state;
    }
    return list;
}

void ConsoleWindows::remember()
{
    m_settings.remember(kKey, state());
}

void ConsoleWindows::showScenes()
{
    m_scene.reset();
    m_reading.reset();
    m_loading.cancel();
    for (auto& [number, w] : m_windows)
        showScene(*w.window);
}

void ConsoleWindows::showScene(ui::MainWindow& window)
{
    LivePlant* plant = m_console.plant();
    window.setNotifications(plant ? plant->notifications() : nullptr);
    if (plant)
        window.setWaitingFor(QString::fromStdString(m_console.plant()->address()));
    if (m_scene)
        return window.setScene(m_scene->make, m_scene->problem);
    const bool nothing = m_console.package().blobs.empty();
    window.setScene(nullptr, nothing ? QString() : tr("The scene is being read."));
    if (!nothing && !m_loading.underWay())
        readScene();
}

/// Models of machines are as large as their makers leave them: no window waits for them.
void ConsoleWindows::readScene()
{
    m_reading = m_console.view().jobs().begin(tr("Reading the scene"));
    m_loading.load(m_console.package(), [this](LoadedScene scene) {
        m_reading.reset();
        m_scene = std::move(scene);
        for (auto& [number, w] : m_windows)
            showScene(*w.window);
        if (!m_scene->problem.isEmpty())
            m_console.view().setNotice(m_scene->problem);
    });
}

} // namespace gemba

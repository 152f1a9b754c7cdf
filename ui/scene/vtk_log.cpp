// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_log.h"

#include <map>
#include <mutex>
#include <string>

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>

namespace gemba::ui {

namespace {

Q_LOGGING_CATEGORY(logVtk, "gemba.scene.vtk")

constexpr qint64 kQuietMs = 10'000;
constexpr std::size_t kMaxTexts = 256; ///< texts carry addresses, so they might never repeat

class LogWindow : public vtkOutputWindow
{
public:
    static LogWindow* New();
    vtkTypeMacro(LogWindow, vtkOutputWindow);

    void DisplayText(const char* text) override { log(QtInfoMsg, text); }
    void DisplayErrorText(const char* text) override { log(QtCriticalMsg, text); }
    void DisplayWarningText(const char* text) override { log(QtWarningMsg, text); }
    void DisplayGenericWarningText(const char* text) override { log(QtWarningMsg, text); }
    void DisplayDebugText(const char* text) override { log(QtDebugMsg, text); }

private:
    struct Seen {
        QElapsedTimer since;
        int held = 0;
    };

    void log(QtMsgType type, const char* text)
    {
        const std::scoped_lock lock(m_mutex); // VTK's filters may speak from their own threads
        if (m_seen.size() >= kMaxTexts)
            m_seen.clear();
        Seen& seen = m_seen[text];
        if (seen.since.isValid() && seen.since.elapsed() < kQuietMs) {
            ++seen.held;
            return;
        }
        const QString line = QString::fromUtf8(text).trimmed()
                             + (seen.held > 0 ? QStringLiteral(" (%1 times)").arg(seen.held + 1)
                                              : QString());
        seen.held = 0;
        seen.since.start();
        switch (type) {
        case QtCriticalMsg: qCCritical(logVtk).noquote() << line; break;
        case QtWarningMsg: qCWarning(logVtk).noquote() << line; break;
        case QtDebugMsg: qCDebug(logVtk).noquote() << line; break;
        default: qCInfo(logVtk).noquote() << line; break;
        }
    }

    std::mutex m_mutex;
    std::map<std::string, Seen> m_seen;
};

vtkStandardNewMacro(LogWindow)

} // namespace

void routeVtkMessages()
{
    if (LogWindow::SafeDownCast(vtkOutputWindow::GetInstance()) != nullptr)
        return;
    const vtkNew<LogWindow> window;
    vtkOutputWindow::SetInstance(window);
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/job_list.h"

class QVBoxLayout;

namespace gemba::ui {

/// Says what is being worked on, how long it will still take, and lets a person cancel it: one
/// line a job, there from the second in which it turns out to be long. Gone otherwise.
class ProgressStrip : public QWidget, public Themed
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kLong{1000};

    explicit ProgressStrip(JobList& jobs, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

    /// "about 12 s left", "some moments left"; empty where nobody knows.
    [[nodiscard]] static QString timeLeft(const Job& job);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Line;
    void refresh();
    JobList& m_jobs;
    std::vector<Line*> m_lines; ///< reused: as many as there have been jobs at once
    QVBoxLayout* m_column = nullptr;
    QTimer m_timer; ///< while there are jobs: some become long, time goes by
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

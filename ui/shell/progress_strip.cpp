// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progress_strip.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kLookEveryMs = 250;
constexpr int kBarWidth = 180, kLeftWidth = 150;

} // namespace

class ProgressStrip::Line : public QWidget
{
public:
    Line() : m_title(new TextLabel(TextLabel::Voice::Body)),
             m_left(new TextLabel(TextLabel::Voice::Quiet)), m_bar(new QProgressBar),
             m_cancel(new FlatButton(ProgressStrip::tr("Cancel")))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(12, 3, 12, 3);
        row->setSpacing(12);
        m_bar->setTextVisible(false);
        m_bar->setFixedSize(kBarWidth, 8);
        m_left->setFixedWidth(kLeftWidth);
        row->addWidget(m_title, 1);
        row->addWidget(m_bar);
        row->addWidget(m_left);
        row->addWidget(m_cancel);
        connect(m_cancel, &QPushButton::clicked, this, [this] {
            if (m_job)
                m_job->cancel();
        });
    }
    void show(Job* job)
    {
        m_job = job;
        setVisible(job);
        if (!job)
            return;
        m_title->setText(job->title());
        m_left->setText(timeLeft(*job));
        m_bar->setAccessibleName(job->title());
        m_bar->setRange(0, job->done() < 0 ? 0 : 1000); // 0: something moves, nobody knows how far
        m_bar->setValue(static_cast<int>(std::lround(std::max(0.0, job->done()) * 1000)));
        m_cancel->setVisible(job->canCancel());
        m_cancel->setAccessibleName(ProgressStrip::tr("Cancel: %1").arg(job->title()));
    }

private:
    Job* m_job = nullptr;
    TextLabel* m_title;
    TextLabel* m_left;
    QProgressBar* m_bar;
    FlatButton* m_cancel;
};

ProgressStrip::ProgressStrip(JobList& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("progressStrip"));
    m_column->setContentsMargins(0, 2, 0, 3);
    m_column->setSpacing(0);
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &ProgressStrip::refresh);
    connect(&jobs, &JobList::changed, this, &ProgressStrip::refresh);
    refresh();
}

QString ProgressStrip::timeLeft(const Job& job)
{
    const auto left = job.timeLeft();
    if (!left)
        return {};
    const qint64 seconds = (left->count() + 999) / 1000;
    if (seconds <= 1)
        return tr("almost done");
    return seconds < 90 ? tr("about %1 s left").arg(seconds)
                        : tr("about %1 min left").arg((seconds + 30) / 60);
}

void ProgressStrip::refresh()
{
    std::vector<Job*> lasting;
    for (Job* job : m_jobs.jobs()) {
        if (job->elapsed() >= kLong)
            lasting.push_back(job);
    }
    while (m_lines.size() < lasting.size()) {
        m_lines.push_back(new Line);
        m_column->addWidget(m_lines.back());
        handTheme(*this, m_theme);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->show(i < lasting.size() ? lasting[i] : nullptr);
    setVisible(!lasting.empty());
    m_jobs.jobs().empty() ? m_timer.stop() : m_timer.start();
}

void ProgressStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(QStringLiteral("QProgressBar{background:%1;border:1px solid %2;border-radius:3px}"
                                 "QProgressBar::chunk{background:%3;border-radius:2px}")
                      .arg(theme.track.name(), theme.line.name(), theme.ink.name()));
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.raised);
    p.setPen(m_theme.line);
    p.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace gemba::ui

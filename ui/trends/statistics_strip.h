// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/trends/chart_feed.h"

class QTableView;

namespace gemba::ui {

class StatisticsModel;
class TextLabel;

/// What the stored samples of a stretch say, a row a pen: worked out exactly, beside the window.
class StatisticsStrip : public QFrame
{
    Q_OBJECT
public:
    explicit StatisticsStrip(const ConsoleContext& context, QWidget* parent = nullptr);
    void measure(const std::vector<FedPen>& pens, TimeRange range, const Format& site);
    [[nodiscard]] StatisticsModel& model() { return *m_model; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy() const;
    ConsoleContext m_context;
    int m_firstTicket;
    quint64 m_round = 0;
    TextLabel* m_title = nullptr;
    StatisticsModel* m_model = nullptr;
    QTableView* m_table = nullptr;
};

} // namespace gemba::ui

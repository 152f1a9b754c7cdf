// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <memory>

#include <QObject>
#include <QThread>

#include "app/gemba/recorded_reasons.h"
#include "app/gemba/stored_pens.h"
#include "twin/store/session_reader.h"
#include "ui/models/history_query.h"

namespace gemba {

/// Answers the window's questions about recorded time from a session file or the ring file, with a
/// reader and a thread of its own. Answers come on the GUI thread; those that have been overtaken by
/// a newer question with the same ticket, or by another file, do not come at all.
class RecordedHistory : public QObject, public ui::HistoryQuery
{
    Q_OBJECT
public:
    RecordedHistory();
    ~RecordedHistory() override;

    void setFile(const std::string& path, twin::SessionReader::OpenMode mode);
    void close(); ///< returns when the file is no longer open
    void tagTrend(int ticket, twin::TagId tag, twin::TimeNs from, twin::TimeNs to, int columns,
                  twin::TimeNs knownAt, std::function<void(ui::Trend)> done) override;
    void conditionTrend(int ticket, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to,
                        int columns, twin::TimeNs knownAt, std::function<void(ui::Trend)> done) override;
    void density(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                 std::function<void(ui::Density)> done) override;
    void marks(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
               std::function<void(std::vector<twin::Event>)> done) override;
    void lowestCondition(int ticket, std::size_t assets, twin::TimeNs from, twin::TimeNs to, int columns,
                         std::function<void(std::vector<double>)> done) override;
    void penTrend(int ticket, const ui::PenSource& pen, twin::TimeNs from, twin::TimeNs to, int columns,
                  twin::TimeNs knownAt, std::function<void(ui::Trend)> done) override;
    void statistics(int ticket, const ui::PenSource& pen, const twin::Limits& limits, twin::TimeNs from,
                    twin::TimeNs to, twin::TimeNs knownAt,
                    std::function<void(ui::StretchStatistics)> done) override;
    void valuePairs(int ticket, const ui::PenSource& x, const ui::PenSource& y, twin::TimeNs from,
                    twin::TimeNs to, twin::TimeNs knownAt, int most,
                    std::function<void(ui::ValuePairs)> done) override;
    void reasonCourse(int ticket, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to, int columns,
                      std::function<void(double)> progress, std::function<void(ui::ReasonCourse)> done) override;
    void spectrum(int ticket, ui::SpectrumQuestion question, std::function<void(ui::SpectrumFigure)> done) override;
    void writeTable(int ticket, const ui::ValueTable& table, std::function<void(double)> progress,
                    std::function<void(QString)> done) override;
    [[nodiscard]] QString formulaProblem(const QString& formula, const twin::Plant& plant) const override;
    void cancel(int ticket) override;
    [[nodiscard]] int pending() const { return m_pending + m_reasons.pending(); } ///< questions not answered yet

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    using Serial = std::shared_ptr<std::atomic<quint64>>;
    struct Round {
        Serial latest;
        quint64 serial = 0;
        [[nodiscard]] bool wanted() const { return *latest == serial; }
    };
    struct Writing;
    [[nodiscard]] Round newRound(int ticket);
    void forgetAll();
    void writeNext(const std::shared_ptr<Writing>& writing); ///< by the worker
    /// Hands an answer over, on the GUI thread.
    using Delivery = std::function<void()>;
    /// Asked on the reader's thread; wanted() turns false once the answer would not count any more.
    using Question = std::function<twin::Result<Delivery>(twin::SessionReader&, const StillWanted& wanted)>;
    void ask(int ticket, Question question);
    void askTrend(int ticket, std::function<twin::Result<twin::TrendSeries>(twin::SessionReader&)> question,
                  std::function<void(ui::Trend)> done);

    class Worker;
    QThread m_thread;
    Worker* m_worker = nullptr; ///< lives on m_thread
    std::map<int, Serial> m_latest; ///< by ticket: the serial of the question that still counts
    quint64 m_serial = 0;
    int m_pending = 0;
    RecordedReasons m_reasons;
    int m_reasonTicket = 0;
};

} // namespace gemba

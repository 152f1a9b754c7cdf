// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QObject>
#include <QThread>

#include "twin/store/session_reader.h"
#include "ui/models/day_query.h"

namespace gemba {

/// Reads days from a session file or the ring file, with a thread and a reader of its own, so that
/// a sheet of a long day holds up no trend. Answers come on the GUI thread; none after cancelDay().
class RecordedDay : public QObject, public ui::DayQuery
{
    Q_OBJECT
public:
    RecordedDay();
    ~RecordedDay() override;

    /// The file that days are read from, from now on; empty: there is none.
    void setFile(const std::string& path, twin::SessionReader::OpenMode mode);
    void readDay(twin::TimeNs from, twin::TimeNs to, twin::TimeNs until, const twin::Plant& plant,
                 Answer answer) override;
    void cancelDay() override; ///< returns when nothing reads the file any more

private:
    QThread m_thread;
    QObject* m_worker = nullptr; ///< lives on m_thread
    std::string m_path;
    twin::SessionReader::OpenMode m_mode = twin::SessionReader::OpenMode::Foreign;
    std::shared_ptr<std::atomic<bool>> m_cancel; ///< of the day that is being read
};

} // namespace gemba

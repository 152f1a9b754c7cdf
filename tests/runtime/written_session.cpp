// SPDX-License-Identifier: GPL-3.0-or-later
#include "written_session.h"

#include <stdexcept>

namespace gemba::test {

using namespace twin;

class WrittenSession::Outputs : public PipelineOutput
{
public:
    explicit Outputs(SessionWriter& writer) : m_writer(writer) {}
    void onSample(const Sample& s) override { m_writer.appendSample(s); }
    void onAssessment(AssetId id, const Assessment& a) override
    {
        if (a.withheld == Withheld::No)
            m_writer.appendCondition(id, a.at, a.score);
    }
    void onEvent(const Event& e) override { m_writer.appendEvent(e); }

private:
    SessionWriter& m_writer;
};

WrittenSession::WrittenSession(const std::string& path, const SessionWriter::Options& options)
{
    const PlantPackage package = eastman();
    auto pipeline = Pipeline::create(package);
    auto writer = SessionWriter::create(path, package, {"eastman", "Eastman works", "test", "", 1},
                                        options);
    if (!pipeline || !writer)
        throw std::runtime_error("no session to write");
    m_pipeline = std::move(*pipeline);
    m_outputs = std::make_unique<Outputs>(**writer);
    m_file = std::make_unique<SessionRecording>(path, std::move(*writer));
}

WrittenSession::~WrittenSession() = default;

void WrittenSession::append(const std::vector<OwnedRecord>& log)
{
    for (const OwnedRecord& owned : log) {
        Record record = owned.view();
        record.seq = ++m_seq;
        if (m_meter.startsInterval(record)) {
            const Sha256 digest = m_pipeline->takeIntervalDigest();
            m_meter.begin(record.arrival);
            m_file->cut(digest, m_pipeline->state(), m_pipeline->derivedHash(), record);
        }
        m_meter.count();
        m_file->append(record);
        m_pipeline->apply(record, *m_outputs);
    }
}

bool WrittenSession::committed()
{
    return m_file->writer().waitCommitted(m_seq, std::chrono::seconds(30));
}

Result<void> WrittenSession::close()
{
    return m_file->close(m_pipeline->takeIntervalDigest());
}

std::vector<OwnedRecord> withSilence(std::vector<OwnedRecord> log, std::size_t at, TimeNs length)
{
    constexpr TimeNs kTick = 250 * kMillisecond;
    std::vector<OwnedRecord> out(log.begin(), log.begin() + static_cast<std::ptrdiff_t>(at));
    const TimeNs begin = out.back().arrival;
    for (TimeNs t = begin + kTick; t < begin + length; t += kTick)
        out.push_back({RecordKind::Tick, t, 0, SourceId{0}, {}});
    for (std::size_t i = at; i < log.size(); ++i) {
        log[i].arrival += length;
        out.push_back(std::move(log[i]));
    }
    return out;
}

} // namespace gemba::test

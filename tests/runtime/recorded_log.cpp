// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_log.h"

#include "twin/runtime/digest.h"
#include "twin/runtime/interval_meter.h"
#include "twin/runtime/session_recording.h"

namespace gemba::test {
namespace {

class Outputs : public twin::PipelineOutput
{
public:
    explicit Outputs(twin::SessionWriter& writer) : m_writer(writer) {}
    void onSample(const twin::Sample& sample) override { m_writer.appendSample(sample); }
    void onAssessment(twin::AssetId asset, const twin::Assessment& a) override
    {
        if (a.withheld == twin::Withheld::No)
            m_writer.appendCondition(asset, a.at, a.score);
    }
    void onEvent(const twin::Event& event) override { m_writer.appendEvent(event); }

private:
    twin::SessionWriter& m_writer;
};

} // namespace

twin::Result<void> recordLog(const std::vector<OwnedRecord>& log, const twin::PlantPackage& package,
                             const std::string& path)
{
    auto pipeline = twin::Pipeline::create(package);
    if (!pipeline)
        return pipeline.error();
    auto writer = twin::SessionWriter::create(path, package, {});
    if (!writer)
        return writer.error();
    twin::SessionRecording file(path, std::move(*writer));
    Outputs outputs(file.writer());
    twin::IntervalMeter meter;
    for (const OwnedRecord& owned : log) {
        const twin::Record record = owned.view();
        if (meter.startsInterval(record)) {
            file.cut((*pipeline)->takeIntervalDigest(), (*pipeline)->state(),
                     (*pipeline)->derivedHash(), record);
            meter.begin(record.arrival);
        }
        meter.count();
        file.append(record);
        (*pipeline)->apply(record, outputs);
    }
    return file.close((*pipeline)->takeIntervalDigest());
}

std::string lostFeedSession(const std::string& folder)
{
    LogOptions options;
    options.run = "6";
    options.fromRow = 130;
    options.rows = 80;
    const std::string path = folder + "/lost-feed.gmb";
    return recordLog(makeLog(options), eastman(), path) ? path : std::string();
}

} // namespace gemba::test

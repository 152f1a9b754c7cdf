// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/made_up_session.h"

#include <chrono>
#include <thread>

#include "twin/runtime/fingerprint.h"
#include "twin/runtime/interval_meter.h"
#include "twin/runtime/session_recording.h"

namespace gemba::bench {
namespace {

constexpr twin::TimeNs kStart = 1'790'000'000 * twin::kSecond;
constexpr std::size_t kMostQueued = std::size_t{16} << 20;

/// The ingest thread without its thread: cut, write, apply.
class Recorder : public twin::PipelineOutput
{
public:
    Recorder(twin::Pipeline& pipeline, twin::SessionRecording& file) : m_pipeline(pipeline), m_file(file) {}

    void handle(twin::Record record)
    {
        record.seq = ++m_seq;
        if (m_meter.startsInterval(record)) {
            const twin::Sha256 digest = m_pipeline.takeIntervalDigest();
            m_meter.begin(record.arrival);
            m_file.cut(digest, m_pipeline.state(), m_pipeline.derivedHash(), record);
        }
        m_meter.count();
        m_file.append(record);
        m_pipeline.apply(record, *this);
    }
    void waitForRoom()
    {
        while (m_file.writer().status().queuedBytes > kMostQueued)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    [[nodiscard]] std::uint64_t records() const { return m_seq; }

private:
    void onSample(const twin::Sample& s) override { m_file.writer().appendSample(s); }
    void onAssessment(twin::AssetId asset, const twin::Assessment& a) override
    {
        if (a.withheld == twin::Withheld::No)
            m_file.writer().appendCondition(asset, a.at, a.score);
    }
    void onEvent(const twin::Event& e) override { m_file.writer().appendEvent(e); }

    twin::Pipeline& m_pipeline;
    twin::SessionRecording& m_file;
    twin::IntervalMeter m_meter;
    std::uint64_t m_seq = 0;
};

twin::Record record(twin::RecordKind kind, twin::TimeNs arrival, std::string_view bytes)
{
    return {0, arrival, kind, twin::SourceId{0}, bytes};
}

} // namespace

twin::Result<MadeUpSession> recordSession(const PlantShape& shape, std::uint64_t seconds, const std::string& path)
{
    const auto package = makePackage(shape);
    if (!package)
        return package.error();
    auto pipeline = twin::Pipeline::create(*package);
    if (!pipeline)
        return pipeline.error();
    auto writer = twin::SessionWriter::create(path, *package, {"bench", "Benchmark", "", twin::fingerprint(), kStart});
    if (!writer)
        return writer.error();
    twin::SessionRecording file(path, std::move(*writer));
    Recorder recorder(**pipeline, file);

    MadeUpSession made;
    made.from = kStart;
    twin::Bytes bytes;
    twin::encode(twin::LinkView{"mqtt://127.0.0.1", {}, false, false}, bytes);
    recorder.handle(record(twin::RecordKind::LinkUp, kStart, bytes));
    std::vector<std::string> topics, texts;
    for (std::uint32_t t = 0; t < shape.tags(); ++t) {
        topics.push_back(topicOf(t));
        texts.push_back(Message(t).text());
    }
    for (std::uint64_t row = 0; row < seconds; ++row) {
        const twin::TimeNs source = kStart + static_cast<twin::TimeNs>(row) * twin::kSecond;
        const std::string time = twin::toIso8601(source);
        for (std::uint32_t t = 0; t < shape.tags(); ++t) {
            Message::setRow(texts[t].data(), row, valueOf(t, row), time);
            twin::encode(twin::PacketView{topics[t], texts[t], 0, false, false}, bytes);
            made.packetBytes += topics[t].size() + texts[t].size();
            made.to = source + t * (twin::kSecond / shape.tags());
            recorder.handle(record(twin::RecordKind::Packet, made.to, bytes));
        }
        recorder.waitForRoom();
    }
    made.records = recorder.records();
    if (const auto closed = file.close((*pipeline)->takeIntervalDigest()); !closed)
        return closed.error();
    return made;
}

} // namespace gemba::bench

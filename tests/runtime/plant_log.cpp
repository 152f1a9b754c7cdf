// SPDX-License-Identifier: GPL-3.0-or-later
#include "plant_log.h"

#include <random>
#include <stdexcept>

#include "app/gemba-plant/node_speaker.h"
#include "app/gemba-plant/playlist.h"
#include "twin/model/plant_json.h"
#include "twin/store/plant_folder.h"

namespace gemba::test {
namespace {

using twin::kMillisecond;
using twin::kSecond;
using twin::TimeNs;

const std::string kFolder = std::string(GEMBA_SOURCE_DIR) + "/resources/plants/eastman";
constexpr TimeNs kStart = 1'700'000'000 * kSecond + 123'456'789;

template <class T>
T must(twin::Result<T> result)
{
    if (!result)
        throw std::runtime_error("test data: error " + std::to_string(static_cast<int>(result.error().code)));
    return std::move(result).value();
}

class LogBuilder
{
public:
    explicit LogBuilder(const LogOptions& options) : m_options(options), m_random(options.seed) {}

    void add(twin::RecordKind kind, TimeNs arrival, twin::Bytes bytes)
    {
        m_last = std::max(arrival, m_last);
        m_log.push_back({kind, m_last, m_log.size() + 1, twin::SourceId{0}, std::move(bytes)});
    }

    void ticksUntil(TimeNs t)
    {
        while (m_last != 0 && m_last + 250 * kMillisecond < t)
            add(twin::RecordKind::Tick, m_last + 250 * kMillisecond, {});
    }

    void link(bool up, TimeNs t)
    {
        twin::Bytes bytes;
        encode(twin::LinkView{"mqtt://127.0.0.1:1883", up ? "" : "connection lost", false, true}, bytes);
        add(up ? twin::RecordKind::LinkUp : twin::RecordKind::LinkDown, t, bytes);
    }

    void message(const plant::Message& m, TimeNs t)
    {
        twin::Bytes bytes;
        encode(twin::PacketView{m.topic, m.payload, static_cast<std::uint8_t>(m.qos), false, false}, bytes);
        if (!m_options.faults || m.type != plant::Message::Type::Data) {
            add(twin::RecordKind::Packet, t, bytes);
            return;
        }
        switch (m_random() % 40) {
        case 0: // lost
            break;
        case 1: // twice
            add(twin::RecordKind::Packet, t, bytes);
            add(twin::RecordKind::Packet, t + kMillisecond, bytes);
            break;
        case 2: // behind the next one
            m_held.push_back(bytes);
            return;
        case 3: // torn
            bytes.resize(bytes.size() / 2);
            add(twin::RecordKind::Packet, t, bytes);
            break;
        default:
            add(twin::RecordKind::Packet, t, bytes);
        }
        for (const twin::Bytes& held : std::exchange(m_held, {}))
            add(twin::RecordKind::Packet, t + 2 * kMillisecond, held);
    }

    void misfortune(TimeNs t)
    {
        if (!m_options.faults)
            return;
        const auto dice = m_random() % 30;
        if (dice == 0) {
            link(false, t);
            link(true, t + 100 * kMillisecond);
        } else if (dice == 1) {
            twin::Bytes bytes;
            encode(twin::ActView{"tester", "acknowledge", std::to_string(1 + m_random() % 3), ""}, bytes);
            add(twin::RecordKind::Act, t, bytes);
        } else if (dice == 2) {
            twin::Bytes bytes;
            encode(twin::DropView{1 + m_random() % 5, 100}, bytes);
            add(twin::RecordKind::Drop, t, bytes);
        }
    }

    std::vector<OwnedRecord> take() { return std::move(m_log); }

private:
    LogOptions m_options;
    std::mt19937_64 m_random;
    std::vector<OwnedRecord> m_log;
    std::vector<twin::Bytes> m_held;
    TimeNs m_last = 0;
};

} // namespace

twin::PlantPackage eastman()
{
    return must(twin::loadPlantFolder(kFolder));
}

std::vector<OwnedRecord> makeLog(const LogOptions& options)
{
    const twin::Plant described = must(twin::parsePlant(eastman().find("plant")->bytes));
    std::vector<plant::Run> runs;
    runs.push_back(must(plant::loadRun(plant::runPath(kFolder, options.run))));
    return makeLog(described, plant::Playlist(std::move(runs), {options.fromRow, options.rows, false}), options);
}

std::vector<OwnedRecord> makeLog(const twin::Plant& described, plant::Playlist playlist, const LogOptions& options)
{
    const plant::NodeLayout layout = must(plant::makeLayout(described, playlist.columns(), options.format, 1, {}, playlist.texts()));
    const auto speaker = options.format == plant::Format::Json ? must(plant::makeJsonSpeaker(layout))
                                                               : plant::makeSparkplugSpeaker(layout);
    LogBuilder log(options);
    TimeNs t = kStart;
    log.link(true, t);
    (void)speaker->connecting(t);
    for (const plant::Message& m : speaker->births(playlist.beginning(), t))
        log.message(m, t += kMillisecond);
    for (std::size_t row = 0; auto frame = playlist.next(); ++row) {
        const TimeNs at = kStart + static_cast<TimeNs>(row + 1) * kSecond;
        log.ticksUntil(at);
        log.misfortune(at);
        TimeNs arrival = at;
        for (const plant::Message& m : speaker->row(*frame, at, true))
            log.message(m, arrival += kMillisecond);
    }
    return log.take();
}

} // namespace gemba::test

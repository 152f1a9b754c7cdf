// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QStringList>

#include "twin/acquisition/sparkplug_session.h"

namespace gemba::test {

/// Writes down what a session tells, a line each, e.g. "birth E", "sample 3 = 2.5", "gap 2".
class HostLog : public twin::SessionOutput
{
public:
    void onSample(twin::TagId tag, twin::TimeNs source, twin::Quality quality, bool historical,
                  const twin::Value& value) override;
    void onStale(twin::TagId tag) override;
    void onBirth(const twin::NodeRef& node, twin::TimeNs at) override;
    void onDeath(const twin::NodeRef& node, twin::TimeNs at) override;
    void onGap(const twin::NodeRef& node, std::uint32_t atLeast) override;
    void onLate(const twin::NodeRef& node) override;
    void onDuplicate(const twin::NodeRef& node) override;
    void onSequence(twin::TagId tag, const twin::SequenceStep& step) override;
    void onRebirthWanted(const twin::NodeRef& node) override;
    void onRejected(const twin::Error& error) override;
    void onNonCompliant(const twin::NodeRef& node, twin::NonCompliance what) override;

    QStringList take(); ///< the lines since the last take
    QStringList lines;
    twin::TimeNs lastSource = twin::kNoTime; ///< source time of the last sample
    twin::TimeNs lastAt = twin::kNoTime;     ///< of the last birth or death
};

/// One metric for a message, e.g. {.name = "m3", .value = 2.5}.
struct M {
    std::string name;
    twin::Value value;
    std::optional<std::uint64_t> alias = {};
    twin::SparkplugType type = twin::SparkplugType::Double;
};

/// The payload of a message at 1000 s of node time; seq below 0: none.
twin::Bytes payload(int seq, const std::vector<M>& metrics);

/// A host session and the log of what it tells. Metric "m7" is tag 7; "n7" is tag 7 and a sequence.
/// Everything arrives at `now`, which the test moves.
class Host
{
public:
    explicit Host(twin::SparkplugSettings settings = {});
    void send(const char* topic, const twin::Bytes& payload, int qos = 0, bool retained = false);
    void nbirth(const std::vector<M>& metrics, int bdSeq = 0, const char* node = "E");
    void ndeath(int bdSeq, const char* node = "E");
    void ndata(int seq, const std::vector<M>& metrics);
    void dbirth(int seq, const std::vector<M>& metrics, const char* device = "D");
    void ddata(int seq, const std::vector<M>& metrics, const char* device = "D");
    void at(double seconds); ///< sets now and tells the session
    [[nodiscard]] twin::Bytes state() const;
    bool load(const twin::Bytes& state);

    HostLog log;
    twin::SparkplugSession session;
    twin::TimeNs now = twin::kSecond;
};

} // namespace gemba::test

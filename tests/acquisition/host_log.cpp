// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acquisition/host_log.h"

#include <array>
#include <charconv>

namespace gemba::test {

using namespace twin;

namespace {

QString str(std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); }

QString str(const NodeRef& n) { return str(n.node) + (n.device.empty() ? QString() : u'/' + str(n.device)); }

QString shown(const Value& v)
{
    switch (kindOf(v)) {
    case ValueKind::Null: return QStringLiteral("null");
    case ValueKind::String: return str(std::get<std::string>(v));
    case ValueKind::Waveform: return QStringLiteral("wave");
    default: return QString::number(toNumber(v));
    }
}

QString str(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DataBeforeBirth: return QStringLiteral("data before birth");
    case ErrorCode::AliasUnknown: return QStringLiteral("unknown alias");
    case ErrorCode::AliasDuplicate: return QStringLiteral("duplicate alias");
    case ErrorCode::TypeChanged: return QStringLiteral("type changed");
    case ErrorCode::PayloadMalformed: return QStringLiteral("malformed");
    case ErrorCode::PayloadTooLarge: return QStringLiteral("too large");
    case ErrorCode::BirthIncomplete: return QStringLiteral("not in birth");
    case ErrorCode::TopicUnknown: return QStringLiteral("topic");
    case ErrorCode::LimitReached: return QStringLiteral("limit");
    default: return QString::number(int(code));
    }
}

QString str(NonCompliance what)
{
    constexpr std::array kNames{"no bdSeq", "birth seq", "no seq", "no rebirth control", "no type",
                                "retained", "qos", "not in birth", "name twice"};
    return QString::fromLatin1(kNames[std::size_t(what)]);
}

MetricTarget resolve(const NodeRef&, std::string_view metric)
{
    if (metric.size() < 2 || (metric[0] != 'm' && metric[0] != 'n'))
        return {};
    std::uint32_t tag = 0;
    std::from_chars(metric.data() + 1, metric.data() + metric.size(), tag);
    return {TagId(tag), metric[0] == 'n'};
}

} // namespace

void HostLog::onSample(TagId tag, TimeNs source, Quality quality, bool historical, const Value& value)
{
    lastSource = source;
    QString line = QStringLiteral("sample %1 = %2").arg(index(tag)).arg(shown(value));
    if (quality != Quality::Good)
        line += quality == Quality::Bad ? QStringLiteral(" bad") : QStringLiteral(" uncertain");
    lines << line + (historical ? QStringLiteral(" historical") : QString());
}
void HostLog::onStale(TagId tag) { lines << QStringLiteral("stale %1").arg(index(tag)); }
void HostLog::onBirth(const NodeRef& node, TimeNs at)
{
    lastAt = at;
    lines << QStringLiteral("birth ") + str(node);
}
void HostLog::onDeath(const NodeRef& node, TimeNs at)
{
    lastAt = at;
    lines << QStringLiteral("death ") + str(node);
}
void HostLog::onGap(const NodeRef&, std::uint32_t n) { lines << QStringLiteral("gap %1").arg(n); }
void HostLog::onLate(const NodeRef&) { lines << QStringLiteral("late"); }
void HostLog::onDuplicate(const NodeRef&) { lines << QStringLiteral("duplicate"); }
void HostLog::onSequence(TagId tag, const SequenceStep& step)
{
    if (step != SequenceStep{})
        lines << QStringLiteral("sequence %1 lost %2").arg(index(tag)).arg(step.lost);
}
void HostLog::onRebirthWanted(const NodeRef& node) { lines << QStringLiteral("rebirth ") + str(node); }
void HostLog::onRejected(const Error& error) { lines << QStringLiteral("rejected ") + str(error.code); }
void HostLog::onNonCompliant(const NodeRef&, NonCompliance what) { lines << QStringLiteral("note ") + str(what); }

QStringList HostLog::take() { return std::exchange(lines, {}); }

Bytes payload(int seq, const std::vector<M>& metrics)
{
    SparkplugPayload p;
    p.timestamp = 1000 * kSecond;
    if (seq >= 0)
        p.seq = std::uint64_t(seq);
    for (const M& m : metrics) {
        SparkplugMetric& out = p.metrics.emplace_back();
        out.name = m.name;
        out.alias = m.alias;
        out.type = m.type;
        out.value = m.value;
    }
    return encodeSparkplug(p).value();
}

Host::Host(SparkplugSettings settings) : session(settings, resolve, log) {}

void Host::send(const char* topic, const Bytes& bytes, int qos, bool retained)
{
    session.onMessage({topic, bytes, std::uint8_t(qos), retained, false}, now);
}

void Host::nbirth(const std::vector<M>& metrics, int bdSeq, const char* node)
{
    std::vector<M> all{{"bdSeq", std::int64_t{bdSeq}, {}, SparkplugType::Int64},
                       {"Node Control/Rebirth", false, {}, SparkplugType::Boolean}};
    all.insert(all.end(), metrics.begin(), metrics.end());
    send((std::string("spBv1.0/G/NBIRTH/") + node).c_str(), payload(0, all));
}
void Host::ndeath(int bdSeq, const char* node)
{
    send((std::string("spBv1.0/G/NDEATH/") + node).c_str(),
         payload(-1, {{"bdSeq", std::int64_t{bdSeq}, {}, SparkplugType::Int64}}), 1);
}
void Host::ndata(int seq, const std::vector<M>& metrics) { send("spBv1.0/G/NDATA/E", payload(seq, metrics)); }
void Host::dbirth(int seq, const std::vector<M>& metrics, const char* device)
{
    send((std::string("spBv1.0/G/DBIRTH/E/") + device).c_str(), payload(seq, metrics));
}
void Host::ddata(int seq, const std::vector<M>& metrics, const char* device)
{
    send((std::string("spBv1.0/G/DDATA/E/") + device).c_str(), payload(seq, metrics));
}

void Host::at(double seconds)
{
    now = TimeNs(seconds * kSecond);
    session.onTime(now);
}

Bytes Host::state() const
{
    Bytes out;
    ByteWriter w(out);
    session.save(w);
    return out;
}

bool Host::load(const Bytes& state)
{
    ByteReader in(state);
    return session.load(in).ok() && in.atEnd();
}

} // namespace gemba::test

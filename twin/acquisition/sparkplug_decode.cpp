// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include "twin/acquisition/sparkplug.pb.h"
#include "twin/acquisition/sparkplug_payload.h"
#include "twin/acquisition/sparkplug_wire.h"

namespace gemba::twin {
namespace {

namespace proto = sparkplug_wire;

constexpr const char* kCompressed = "SPBV1.0_COMPRESSED";

TimeNs fromMilliseconds(std::uint64_t ms)
{
    constexpr auto kLargest = static_cast<std::uint64_t>(INT64_MAX / kMillisecond);
    return ms > kLargest ? kNoTime : static_cast<TimeNs>(ms) * kMillisecond;
}

SparkplugType typeOf(std::uint32_t number)
{
    return number <= static_cast<std::uint32_t>(SparkplugType::DateTimeArray)
             ? static_cast<SparkplugType>(number)
             : SparkplugType::Unknown;
}

/// Keeps the memory of a string that is there already.
void assign(Value& value, const std::string& text)
{
    if (auto* had = std::get_if<std::string>(&value))
        had->assign(text);
    else
        value = text;
}

SparkplugForm readValue(const proto::Payload_Metric& in, Value& value)
{
    switch (in.value_case()) {
    case proto::Payload_Metric::kIntValue:
        value = static_cast<std::int64_t>(in.int_value());
        return SparkplugForm::Int;
    case proto::Payload_Metric::kLongValue:
        value = static_cast<std::int64_t>(in.long_value());
        return SparkplugForm::Long;
    case proto::Payload_Metric::kFloatValue:
        value = static_cast<double>(in.float_value());
        return SparkplugForm::Float;
    case proto::Payload_Metric::kDoubleValue:
        value = in.double_value();
        return SparkplugForm::Double;
    case proto::Payload_Metric::kBooleanValue:
        value = in.boolean_value();
        return SparkplugForm::Boolean;
    case proto::Payload_Metric::kStringValue:
        assign(value, in.string_value());
        return SparkplugForm::String;
    case proto::Payload_Metric::kBytesValue:
        assign(value, in.bytes_value());
        return SparkplugForm::Bytes;
    case proto::Payload_Metric::kDatasetValue:
        value = std::monostate{};
        return SparkplugForm::DataSet;
    case proto::Payload_Metric::kTemplateValue:
        value = std::monostate{};
        return SparkplugForm::Template;
    case proto::Payload_Metric::VALUE_NOT_SET:
        break;
    }
    value = std::monostate{};
    return SparkplugForm::None;
}

/// A property's value by the same rules as a metric's.
Value readProperty(const proto::Payload_PropertyValue& in)
{
    SparkplugMetric m;
    switch (in.value_case()) {
    case proto::Payload_PropertyValue::kIntValue:
        m.value = static_cast<std::int64_t>(in.int_value());
        m.form = SparkplugForm::Int;
        break;
    case proto::Payload_PropertyValue::kLongValue:
        m.value = static_cast<std::int64_t>(in.long_value());
        m.form = SparkplugForm::Long;
        break;
    case proto::Payload_PropertyValue::kFloatValue:
        m.value = static_cast<double>(in.float_value());
        m.form = SparkplugForm::Float;
        break;
    case proto::Payload_PropertyValue::kDoubleValue:
        m.value = in.double_value();
        m.form = SparkplugForm::Double;
        break;
    case proto::Payload_PropertyValue::kBooleanValue:
        m.value = in.boolean_value();
        m.form = SparkplugForm::Boolean;
        break;
    case proto::Payload_PropertyValue::kStringValue:
        m.value = in.string_value();
        m.form = SparkplugForm::String;
        break;
    default:
        break;
    }
    applyType(m, typeOf(in.type()));
    return std::move(m.value);
}

void readProperties(const proto::Payload_PropertySet& in, std::vector<SparkplugProperty>& out)
{
    const int n = std::min(in.keys_size(), in.values_size());
    for (int i = 0; i < n; ++i) {
        const proto::Payload_PropertyValue& value = in.values(i);
        SparkplugProperty& property = out.emplace_back();
        property.key = in.keys(i);
        property.type = typeOf(value.type());
        if (!value.is_null())
            property.value = readProperty(value);
    }
}

void readMetric(const proto::Payload_Metric& in, SparkplugMetric& out)
{
    out.name.assign(in.name());
    out.alias.reset();
    if (in.has_alias())
        out.alias = in.alias();
    out.timestamp = in.has_timestamp() ? fromMilliseconds(in.timestamp()) : kNoTime;
    out.historical = in.is_historical();
    out.transient = in.is_transient();
    out.null = in.is_null();
    out.opaque = false;
    out.mismatch = false;
    out.properties.clear();
    if (in.has_properties())
        readProperties(in.properties(), out.properties);
    out.form = readValue(in, out.value);
    if (out.null)
        out.value = std::monostate{};
    out.type = SparkplugType::Unknown;
    if (in.has_datatype())
        applyType(out, typeOf(in.datatype()));
}

} // namespace

struct SparkplugDecoder::Buffers {
    proto::Payload message;
    Bytes inflated;
};

SparkplugDecoder::SparkplugDecoder(SparkplugLimits limits)
    : m_limits(limits), m_buffers(std::make_unique<Buffers>())
{
}
SparkplugDecoder::~SparkplugDecoder() = default;
SparkplugDecoder::SparkplugDecoder(SparkplugDecoder&&) noexcept = default;
SparkplugDecoder& SparkplugDecoder::operator=(SparkplugDecoder&&) noexcept = default;

Result<void> SparkplugDecoder::decodePlain(std::string_view bytes, SparkplugPayload& out)
{
    if (auto checked = checkSparkplugWire(bytes, m_limits); !checked)
        return checked;
    proto::Payload& in = m_buffers->message;
    if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return Error{ErrorCode::PayloadMalformed, {std::string("not a Sparkplug payload")}, {}};
    out.timestamp = in.has_timestamp() ? fromMilliseconds(in.timestamp()) : kNoTime;
    out.seq.reset();
    if (in.has_seq())
        out.seq = in.seq();
    out.uuid = in.uuid();
    out.body = in.body();
    out.metrics.resize(static_cast<std::size_t>(in.metrics_size()));
    for (int i = 0; i < in.metrics_size(); ++i)
        readMetric(in.metrics(i), out.metrics[static_cast<std::size_t>(i)]);
    return {};
}

Result<void> SparkplugDecoder::decode(std::string_view bytes, SparkplugPayload& out)
{
    if (auto plain = decodePlain(bytes, out); !plain || out.uuid != kCompressed)
        return plain;
    if (auto opened = inflateBody(out.body, m_limits.bytes, m_buffers->inflated); !opened)
        return opened;
    const std::optional<std::uint64_t> outerSeq = out.seq;
    const TimeNs outerTime = out.timestamp;
    if (auto inner = decodePlain(m_buffers->inflated, out); !inner)
        return inner;
    if (out.uuid == kCompressed)
        return Error{ErrorCode::PayloadMalformed, {std::string("compressed twice")}, {}};
    if (!out.seq)
        out.seq = outerSeq;
    if (out.timestamp == kNoTime)
        out.timestamp = outerTime;
    return {};
}

Result<SparkplugPayload> decodeSparkplug(std::string_view bytes, const SparkplugLimits& limits)
{
    SparkplugPayload out;
    SparkplugDecoder decoder(limits);
    if (auto decoded = decoder.decode(bytes, out); !decoded)
        return decoded.error();
    return out;
}

} // namespace gemba::twin

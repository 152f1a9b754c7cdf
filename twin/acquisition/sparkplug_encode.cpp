// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstring>

#include "twin/acquisition/sparkplug.pb.h"
#include "twin/acquisition/sparkplug_payload.h"

namespace gemba::twin {
namespace {

namespace proto = sparkplug_wire;

std::uint64_t toMilliseconds(TimeNs t) { return static_cast<std::uint64_t>(t / kMillisecond); }

/// Whole-number types: the range that may be sent, and whether the field has 64 bits.
struct IntegerRange {
    std::int64_t low = 0, high = 0;
    bool wide = false;
};

std::optional<IntegerRange> rangeOf(SparkplugType type)
{
    switch (type) {
    case SparkplugType::Int8: return IntegerRange{INT8_MIN, INT8_MAX};
    case SparkplugType::Int16: return IntegerRange{INT16_MIN, INT16_MAX};
    case SparkplugType::Int32: return IntegerRange{INT32_MIN, INT32_MAX};
    case SparkplugType::Int64: return IntegerRange{INT64_MIN, INT64_MAX, true};
    case SparkplugType::UInt8: return IntegerRange{0, UINT8_MAX};
    case SparkplugType::UInt16: return IntegerRange{0, UINT16_MAX};
    case SparkplugType::UInt32: return IntegerRange{0, UINT32_MAX};
    case SparkplugType::UInt64:
    case SparkplugType::DateTime: return IntegerRange{0, INT64_MAX, true};
    default: return std::nullopt;
    }
}

/// Sets the value on a metric or a property; false: it cannot be sent as that type.
template <class Message>
bool writeScalar(SparkplugType type, const Value& value, Message& out)
{
    if (const auto range = rangeOf(type)) {
        const auto* v = std::get_if<std::int64_t>(&value);
        if (v == nullptr || *v < range->low || *v > range->high)
            return false;
        if (range->wide)
            out.set_long_value(static_cast<std::uint64_t>(*v));
        else
            out.set_int_value(static_cast<std::uint32_t>(*v));
        return true;
    }
    switch (type) {
    case SparkplugType::Float:
        if (const auto* v = std::get_if<double>(&value)) {
            out.set_float_value(static_cast<float>(*v));
            return true;
        }
        return false;
    case SparkplugType::Double:
        if (const auto* v = std::get_if<double>(&value)) {
            out.set_double_value(*v);
            return true;
        }
        return false;
    case SparkplugType::Boolean:
        if (const auto* v = std::get_if<bool>(&value)) {
            out.set_boolean_value(*v);
            return true;
        }
        return false;
    case SparkplugType::String:
    case SparkplugType::Text:
    case SparkplugType::Uuid:
        if (const auto* v = std::get_if<std::string>(&value)) {
            out.set_string_value(*v);
            return true;
        }
        return false;
    default:
        return false;
    }
}

template <class T>
Bytes packed(const std::vector<float>& values)
{
    Bytes out(values.size() * sizeof(T), '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto v = static_cast<T>(values[i]);
        std::memcpy(out.data() + i * sizeof v, &v, sizeof v);
    }
    return out;
}

bool writeBytes(SparkplugType type, const Value& value, proto::Payload_Metric& out)
{
    const auto* wave = std::get_if<Waveform>(&value);
    const auto* bytes = std::get_if<std::string>(&value);
    if (type == SparkplugType::FloatArray && wave != nullptr)
        out.set_bytes_value(packed<float>(wave->values));
    else if (type == SparkplugType::DoubleArray && wave != nullptr)
        out.set_bytes_value(packed<double>(wave->values));
    else if ((type == SparkplugType::Bytes || type == SparkplugType::File) && bytes != nullptr)
        out.set_bytes_value(*bytes);
    else
        return false;
    return true;
}

/// The type a value has by itself, for metrics whose type the birth has told.
SparkplugType naturalType(const Value& value)
{
    switch (kindOf(value)) {
    case ValueKind::Double: return SparkplugType::Double;
    case ValueKind::Int64: return SparkplugType::Int64;
    case ValueKind::Bool: return SparkplugType::Boolean;
    case ValueKind::String: return SparkplugType::String;
    case ValueKind::Waveform: return SparkplugType::FloatArray;
    case ValueKind::Null: break;
    }
    return SparkplugType::Unknown;
}

bool writeProperties(const std::vector<SparkplugProperty>& in, proto::Payload_PropertySet& out)
{
    for (const SparkplugProperty& property : in) {
        out.add_keys(property.key);
        proto::Payload_PropertyValue& value = *out.add_values();
        value.set_type(static_cast<std::uint32_t>(property.type));
        if (kindOf(property.value) == ValueKind::Null)
            value.set_is_null(true);
        else if (!writeScalar(property.type, property.value, value))
            return false;
    }
    return true;
}

bool writeMetric(const SparkplugMetric& in, proto::Payload_Metric& out)
{
    if (!in.name.empty())
        out.set_name(in.name);
    if (in.alias)
        out.set_alias(*in.alias);
    if (in.timestamp != kNoTime)
        out.set_timestamp(toMilliseconds(in.timestamp));
    if (in.type != SparkplugType::Unknown)
        out.set_datatype(static_cast<std::uint32_t>(in.type));
    if (in.historical)
        out.set_is_historical(true);
    if (in.transient)
        out.set_is_transient(true);
    if (!in.properties.empty() && !writeProperties(in.properties, *out.mutable_properties()))
        return false;
    if (in.null || (kindOf(in.value) == ValueKind::Null && !in.opaque)) {
        out.set_is_null(true);
        return true;
    }
    const SparkplugType type = in.type == SparkplugType::Unknown ? naturalType(in.value) : in.type;
    return writeScalar(type, in.value, out) || writeBytes(type, in.value, out);
}

} // namespace

Result<Bytes> encodeSparkplug(const SparkplugPayload& payload)
{
    proto::Payload out;
    if (payload.timestamp != kNoTime)
        out.set_timestamp(toMilliseconds(payload.timestamp));
    if (payload.seq)
        out.set_seq(*payload.seq);
    if (!payload.uuid.empty())
        out.set_uuid(payload.uuid);
    if (!payload.body.empty())
        out.set_body(payload.body);
    for (const SparkplugMetric& metric : payload.metrics) {
        if (!writeMetric(metric, *out.add_metrics()))
            return Error{ErrorCode::ArgumentInvalid, {"a value of its type for metric " + metric.name}, {}};
    }
    Bytes bytes;
    if (!out.SerializeToString(&bytes))
        return Error{ErrorCode::ArgumentInvalid, {std::string("a payload below 2 GiB")}, {}};
    return bytes;
}

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
// What the value of a metric means once its type is known.
#include <bit>
#include <cstring>
#include <limits>

#include "twin/acquisition/sparkplug_payload.h"

namespace gemba::twin {
namespace {

/// A signed integer of the given width that came as a 32-bit field: cut to its width by some
/// senders, sign-extended to 32 bits by others. Both mean the same number.
std::optional<std::int64_t> narrow(std::uint32_t raw, int bits)
{
    const auto wide = static_cast<std::int32_t>(raw);
    const std::int64_t lowest = -(std::int64_t{1} << (bits - 1));
    if (raw >> bits == 0) {
        const bool negative = (raw >> (bits - 1)) != 0;
        return static_cast<std::int64_t>(raw) - (negative ? std::int64_t{1} << bits : 0);
    }
    if (wide < 0 && wide >= lowest)
        return wide;
    return std::nullopt;
}

bool setSigned(SparkplugMetric& m, int bits)
{
    const auto raw = std::get<std::int64_t>(m.value);
    if (bits == 64) {
        return true; // Long by its bits, Int as sent
    }
    if (m.form == SparkplugForm::Long) { // some senders use long for everything
        const std::int64_t limit = std::int64_t{1} << (bits - 1);
        if (raw >= -limit && raw < limit)
            return true;
        if (raw < 0 || raw > UINT32_MAX)
            return false;
    }
    if (bits == 32) {
        m.value = static_cast<std::int64_t>(static_cast<std::int32_t>(raw));
        return true;
    }
    const auto narrowed = narrow(static_cast<std::uint32_t>(raw), bits);
    if (narrowed)
        m.value = *narrowed;
    return narrowed.has_value();
}

bool setUnsigned(SparkplugMetric& m, int bits)
{
    const auto raw = std::get<std::int64_t>(m.value);
    if (bits == 64) {
        if (raw < 0) // above 2^63-1: no int64 holds it
            m.value = static_cast<double>(static_cast<std::uint64_t>(raw));
        return true;
    }
    return raw >= 0 && raw < (std::int64_t{1} << bits);
}

template <class T>
void appendNumbers(std::string_view bytes, std::vector<float>& out)
{
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(T)) {
        T v;
        std::memcpy(&v, bytes.data() + at, sizeof v); // little-endian by §6.4.16, as is the host
        out.push_back(static_cast<float>(v));
    }
}

/// A count of bits as 32-bit little-endian, then the bits, first one highest in its byte.
bool appendBits(std::string_view bytes, std::vector<float>& out)
{
    std::uint32_t count = 0;
    if (bytes.size() < sizeof count)
        return false;
    std::memcpy(&count, bytes.data(), sizeof count);
    bytes.remove_prefix(sizeof count);
    if (bytes.size() != (static_cast<std::size_t>(count) + 7) / 8)
        return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[i / 8]);
        out.push_back((byte >> (7 - i % 8)) & 1 ? 1.0F : 0.0F);
    }
    return true;
}

struct ArrayReader {
    std::size_t width;
    void (*append)(std::string_view, std::vector<float>&);
};

ArrayReader readerOf(SparkplugType type)
{
    switch (type) {
    case SparkplugType::Int8Array: return {1, appendNumbers<std::int8_t>};
    case SparkplugType::UInt8Array: return {1, appendNumbers<std::uint8_t>};
    case SparkplugType::Int16Array: return {2, appendNumbers<std::int16_t>};
    case SparkplugType::UInt16Array: return {2, appendNumbers<std::uint16_t>};
    case SparkplugType::Int32Array: return {4, appendNumbers<std::int32_t>};
    case SparkplugType::UInt32Array: return {4, appendNumbers<std::uint32_t>};
    case SparkplugType::FloatArray: return {4, appendNumbers<float>};
    case SparkplugType::DoubleArray: return {8, appendNumbers<double>};
    case SparkplugType::UInt64Array:
    case SparkplugType::DateTimeArray: return {8, appendNumbers<std::uint64_t>};
    default: return {8, appendNumbers<std::int64_t>};
    }
}

bool setArray(SparkplugMetric& m, SparkplugType type)
{
    if (m.form != SparkplugForm::Bytes)
        return false;
    const std::string& bytes = std::get<std::string>(m.value);
    Waveform wave;
    if (type == SparkplugType::BooleanArray) {
        if (!appendBits(bytes, wave.values))
            return false;
    } else {
        const ArrayReader reader = readerOf(type);
        if (bytes.size() % reader.width != 0)
            return false;
        wave.values.reserve(bytes.size() / reader.width);
        reader.append(bytes, wave.values);
    }
    m.value = std::move(wave);
    return true;
}

bool setOpaque(SparkplugMetric& m, bool formFits)
{
    m.value = std::monostate{};
    m.opaque = formFits;
    return formFits;
}

bool setReal(SparkplugMetric& m)
{
    return m.form == SparkplugForm::Float || m.form == SparkplugForm::Double;
}

bool setInteger(SparkplugMetric& m, SparkplugType type)
{
    if (m.form != SparkplugForm::Int && m.form != SparkplugForm::Long)
        return false;
    switch (type) {
    case SparkplugType::Int8: return setSigned(m, 8);
    case SparkplugType::Int16: return setSigned(m, 16);
    case SparkplugType::Int32: return setSigned(m, 32);
    case SparkplugType::UInt8: return setUnsigned(m, 8);
    case SparkplugType::UInt16: return setUnsigned(m, 16);
    case SparkplugType::UInt32: return setUnsigned(m, 32);
    case SparkplugType::UInt64: return setUnsigned(m, 64);
    default: return setSigned(m, 64); // Int64, DateTime
    }
}

bool setValue(SparkplugMetric& m, SparkplugType type)
{
    switch (type) {
    case SparkplugType::Unknown:
        return true;
    case SparkplugType::Float:
    case SparkplugType::Double:
        return setReal(m);
    case SparkplugType::Boolean:
        return m.form == SparkplugForm::Boolean;
    case SparkplugType::String:
    case SparkplugType::Text:
    case SparkplugType::Uuid:
        return m.form == SparkplugForm::String;
    case SparkplugType::Bytes:
    case SparkplugType::File:
        return m.form == SparkplugForm::Bytes;
    case SparkplugType::DataSet:
        return setOpaque(m, m.form == SparkplugForm::DataSet);
    case SparkplugType::Template:
        return setOpaque(m, m.form == SparkplugForm::Template);
    case SparkplugType::StringArray:
        return setOpaque(m, m.form == SparkplugForm::Bytes);
    case SparkplugType::PropertySet:
    case SparkplugType::PropertySetList:
        return false; // types of properties, never of metrics
    default:
        break;
    }
    return type >= SparkplugType::Int8Array ? setArray(m, type) : setInteger(m, type);
}

} // namespace

bool applyType(SparkplugMetric& metric, SparkplugType type)
{
    metric.type = type;
    if (metric.null || metric.form == SparkplugForm::None || setValue(metric, type))
        return true;
    metric.mismatch = true;
    metric.value = std::monostate{};
    return false;
}

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/sparkplug_wire.h"

#include <zlib.h>

namespace gemba::twin {
namespace {

/// Kinds of nested message, and which fields of each hold further ones (numbers of the .proto).
enum class Shape : std::uint8_t {
    Leaf, Payload, Metric, PropertySet, PropertyValue, PropertySetList, DataSet, Row, Template,
    NotAMessage,
};

Shape childOf(Shape parent, std::uint64_t field)
{
    switch (parent) {
    case Shape::Payload:
        return field == 2 ? Shape::Metric : Shape::NotAMessage;
    case Shape::Metric:
        switch (field) {
        case 8: return Shape::Leaf; // metadata
        case 9: return Shape::PropertySet;
        case 17: return Shape::DataSet;
        case 18: return Shape::Template;
        default: return Shape::NotAMessage;
        }
    case Shape::PropertySet:
        return field == 2 ? Shape::PropertyValue : Shape::NotAMessage;
    case Shape::PropertyValue:
        return field == 9 ? Shape::PropertySet
             : field == 10 ? Shape::PropertySetList
                           : Shape::NotAMessage;
    case Shape::PropertySetList:
        return field == 1 ? Shape::PropertySet : Shape::NotAMessage;
    case Shape::DataSet:
        return field == 4 ? Shape::Row : Shape::NotAMessage;
    case Shape::Row:
        return field == 1 ? Shape::Leaf : Shape::NotAMessage;
    case Shape::Template:
        return field == 2 ? Shape::Metric : field == 3 ? Shape::Leaf : Shape::NotAMessage;
    case Shape::Leaf:
    case Shape::NotAMessage:
        break;
    }
    return Shape::NotAMessage;
}

class Walk
{
public:
    explicit Walk(const SparkplugLimits& limits) : m_limits(limits) {}

    /// Why the message must not be parsed; nullptr: it may.
    const char* message(std::string_view in, Shape shape, int depth)
    {
        if (depth > m_limits.depth)
            return "nested too deeply";
        while (!in.empty()) {
            std::uint64_t tag = 0;
            std::uint64_t length = 0;
            if (!varint(in, tag) || tag >> 3 == 0 || tag > UINT32_MAX)
                return kBroken;
            switch (tag & 7) {
            case 0:
                if (!varint(in, length))
                    return kBroken;
                continue;
            case 1: length = 8; break;
            case 5: length = 4; break;
            case 2:
                if (!varint(in, length))
                    return kBroken;
                break;
            default: // groups do not occur in Sparkplug
                return kBroken;
            }
            if (length > in.size())
                return kBroken;
            const Shape child = (tag & 7) == 2 ? childOf(shape, tag >> 3) : Shape::NotAMessage;
            if (child != Shape::NotAMessage) {
                if (const char* why = part(in.substr(0, length), child, depth + 1))
                    return why;
            }
            in.remove_prefix(length);
        }
        return nullptr;
    }

private:
    static constexpr const char* kBroken = "not a Sparkplug payload";

    const char* part(std::string_view in, Shape shape, int depth)
    {
        if (shape == Shape::Metric && ++m_metrics > m_limits.metrics)
            return "too many metrics";
        if (++m_parts > m_limits.parts)
            return "too many parts";
        return shape == Shape::Leaf ? nullptr : message(in, shape, depth);
    }

    static bool varint(std::string_view& in, std::uint64_t& out)
    {
        out = 0;
        for (std::size_t i = 0; i < in.size() && i < 10; ++i) {
            const auto b = static_cast<std::uint8_t>(in[i]);
            out |= static_cast<std::uint64_t>(b & 0x7f) << (7 * i);
            if ((b & 0x80) == 0) {
                in.remove_prefix(i + 1);
                return true;
            }
        }
        return false;
    }

    const SparkplugLimits& m_limits;
    std::size_t m_metrics = 0;
    std::size_t m_parts = 0;
};

/// inflateInit2 and inflateEnd as a scope.
struct Inflater {
    z_stream stream{};
    bool ready = false;
    Inflater() { ready = inflateInit2(&stream, 15 + 32) == Z_OK; } // 32: zlib or gzip, by header
    ~Inflater()
    {
        if (ready)
            inflateEnd(&stream);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

Error tooLarge(std::size_t size, std::size_t limit)
{
    return {ErrorCode::PayloadTooLarge,
            {static_cast<std::int64_t>(size), static_cast<std::int64_t>(limit)},
            {}};
}

} // namespace

Result<void> checkSparkplugWire(std::string_view bytes, const SparkplugLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return tooLarge(bytes.size(), limits.bytes);
    const char* why = bytes.empty() ? "empty" : Walk(limits).message(bytes, Shape::Payload, 0);
    if (why != nullptr)
        return Error{ErrorCode::PayloadMalformed, {std::string(why)}, {}};
    return {};
}

Result<void> inflateBody(std::string_view body, std::size_t limit, Bytes& out)
{
    const Error broken{ErrorCode::PayloadMalformed, {std::string("damaged compressed body")}, {}};
    Inflater inflater;
    if (!inflater.ready || body.size() > limit)
        return broken;
    z_stream& z = inflater.stream;
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data())); // zlib only reads it
    z.avail_in = static_cast<uInt>(body.size());
    out.clear();
    int status = Z_OK;
    while (status == Z_OK) {
        const std::size_t had = out.size();
        if (had > limit)
            return tooLarge(had, limit);
        // Grown as it is filled: a small body must not be able to ask for the limit at once.
        out.resize(had + std::min(std::max<std::size_t>(had, 16'384), limit + 1 - had));
        z.next_out = reinterpret_cast<Bytef*>(out.data() + had);
        z.avail_out = static_cast<uInt>(out.size() - had);
        status = inflate(&z, Z_NO_FLUSH);
        out.resize(out.size() - z.avail_out);
        if (status == Z_OK && z.avail_in == 0 && z.avail_out != 0)
            return broken; // ends in mid-stream
    }
    if (status != Z_STREAM_END)
        return broken;
    if (out.size() > limit)
        return tooLarge(out.size(), limit);
    return {};
}

} // namespace gemba::twin

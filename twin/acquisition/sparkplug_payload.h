// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twin/model/bytes.h"
#include "twin/model/result.h"
#include "twin/model/time.h"
#include "twin/model/value.h"

namespace gemba::twin {

/// Data types of Sparkplug 3.0 §6.4.16, by their numbers on the wire.
enum class SparkplugType : std::uint8_t {
    Unknown = 0, Int8 = 1, Int16 = 2, Int32 = 3, Int64 = 4, UInt8 = 5, UInt16 = 6, UInt32 = 7,
    UInt64 = 8, Float = 9, Double = 10, Boolean = 11, String = 12, DateTime = 13, Text = 14,
    Uuid = 15, DataSet = 16, Bytes = 17, File = 18, Template = 19, PropertySet = 20,
    PropertySetList = 21, Int8Array = 22, Int16Array = 23, Int32Array = 24, Int64Array = 25,
    UInt8Array = 26, UInt16Array = 27, UInt32Array = 28, UInt64Array = 29, FloatArray = 30,
    DoubleArray = 31, BooleanArray = 32, StringArray = 33, DateTimeArray = 34,
};

/// Which field of the metric carried the value.
enum class SparkplugForm : std::uint8_t {
    None, Int, Long, Float, Double, Boolean, String, Bytes, DataSet, Template
};

struct SparkplugProperty {
    std::string key;
    SparkplugType type = SparkplugType::Unknown;
    Value value; ///< null for a null property and for nested sets
    bool operator==(const SparkplugProperty&) const = default;
};

/// One metric. Once its type is known (in the message, or applied from the birth) value holds
///   Int*, UInt*   int64; a UInt64 above 2^63-1 a double, which rounds
///   DateTime      int64, milliseconds since 1970-01-01 UTC, as sent
///   Float, Double double;  Boolean bool;  String, Text, Uuid string;  Bytes, File string of bytes
///   *Array        Waveform with rate 0 (numbers narrowed to float, bools as 0 and 1)
///   DataSet, Template, StringArray: null with opaque set; Gemba carries them no further.
/// Without a type an integer is as sent: Int zero-extended, Long by its 64 bits.
struct SparkplugMetric {
    std::string name; ///< empty: none
    std::optional<std::uint64_t> alias;
    TimeNs timestamp = kNoTime; ///< whole milliseconds on the wire; kNoTime: none
    SparkplugType type = SparkplugType::Unknown;
    SparkplugForm form = SparkplugForm::None; ///< set by decoding only
    bool historical = false;
    bool transient = false;
    bool null = false;
    bool opaque = false;
    bool mismatch = false; ///< the value does not fit its type; value is null
    Value value;
    std::vector<SparkplugProperty> properties;
};

struct SparkplugPayload {
    TimeNs timestamp = kNoTime;
    std::optional<std::uint64_t> seq; ///< 0..255 where the sender is right
    std::vector<SparkplugMetric> metrics;
    std::string uuid;
    Bytes body;
};

/// What a sender may ask of us before its payload is refused unread.
struct SparkplugLimits {
    std::size_t bytes = 1 << 20; ///< of the message, and of what it inflates to
    std::size_t metrics = 65'536;
    std::size_t parts = 200'000; ///< nested messages of any kind
    int depth = 16;
};

/// Reads payloads. Keeps its buffers, so in a steady stream of like messages nothing is
/// allocated. One thread at a time.
class SparkplugDecoder
{
public:
    explicit SparkplugDecoder(SparkplugLimits limits = {});
    ~SparkplugDecoder();
    SparkplugDecoder(SparkplugDecoder&&) noexcept;
    SparkplugDecoder& operator=(SparkplugDecoder&&) noexcept;

    /// Decodes bytes into out, whose memory is used again; a body compressed as
    /// SPBV1.0_COMPRESSED (zlib or gzip) is opened. Errors: PayloadTooLarge, PayloadMalformed; out
    /// is then unspecified. A value that does not fit its type is no error: see mismatch.
    [[nodiscard]] Result<void> decode(std::string_view bytes, SparkplugPayload& out);

private:
    struct Buffers;
    [[nodiscard]] Result<void> decodePlain(std::string_view bytes, SparkplugPayload& out);
    SparkplugLimits m_limits;
    std::unique_ptr<Buffers> m_buffers;
};

[[nodiscard]] Result<SparkplugPayload> decodeSparkplug(std::string_view bytes,
                                                       const SparkplugLimits& limits = {});

/// Makes the value of a metric that came without a type what that type says; false (and mismatch
/// set) where the value sent cannot be of that type. Accepts the habits of known senders: UInt32 as
/// long or int, Int8 and Int16 cut to their width or sign-extended to 32 bits.
bool applyType(SparkplugMetric& metric, SparkplugType type);

/// Encodes for sending: Int8..Int32, UInt8, UInt16 and UInt32 as int_value (negative ones as
/// 32-bit two's complement), Int64, UInt64 and DateTime as long_value, times in whole milliseconds.
/// Metrics without a type are written by the kind of their value (double, long, bool, string).
/// Error ArgumentInvalid names a metric whose value cannot be sent as its type.
[[nodiscard]] Result<Bytes> encodeSparkplug(const SparkplugPayload& payload);

} // namespace gemba::twin

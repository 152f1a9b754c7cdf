// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gemba::twin {

/// What went wrong. The sentence for each code is made in twin/wording/error_text, in the user's
/// language; the comment names the arguments in order. Codes are not stored, so they may move.
enum class ErrorCode : std::uint16_t {
    // Files and streams
    FileNotReadable,   ///< system message
    FileNotWritable,   ///< system message
    FileTooLarge,      ///< size in bytes, limit in bytes
    FileTruncated,     ///<
    FileExposed,       ///< a secret that others may read
    // Text formats
    JsonSyntax,        ///< parser message
    JsonSchema,        ///< what was expected
    CsvSyntax,         ///< what is wrong
    CsvNotANumber,     ///< the text found
    CsvTimeNotIncreasing, ///<
    CsvMissingColumn,  ///< column name
    CsvNoClass,        ///<
    // Plant description
    PlantUnknownReference, ///< what kind of thing, its id
    PlantDuplicate,    ///< what kind of thing, its id
    PlantInconsistent, ///< what was expected
    // Recorded runs
    RunInvalid,        ///< what was expected
    // Models and training
    ModelInvalid,      ///< what was expected
    ModelInputMissing, ///< input name
    ModelForOtherTask, ///< task found
    TrainNoInputs,     ///< names of the dropped constant inputs
    TrainTooFewRows,   ///< rows found, rows needed
    RecipeInvalid,     ///< what was expected
    BoostingFailed,    ///< library message
    // Signals
    WaveformInvalid,   ///< what was expected
    // Calculated tags
    ExpressionInvalid, ///< position in characters from 1, what was expected
    // Telemetry
    PayloadTooLarge,   ///< size in bytes, limit in bytes
    PayloadMalformed,  ///< what is wrong
    TopicUnknown,      ///<
    TypeChanged,       ///< type before, type now
    ValueNotFinite,    ///<
    DataBeforeBirth,   ///<
    AliasUnknown,      ///< alias
    AliasDuplicate,    ///< alias
    SequenceGap,       ///< expected, found
    BirthIncomplete,   ///< what is missing
    LimitReached,      ///< what there is too much of, limit
    // Brokers
    BrokerUnreachable, ///< broker address, library message
    BrokerRefused,     ///< broker address, reason
    BrokerLost,        ///< broker address, library message
    BrokerUrlInvalid,  ///< the text found
    BrokerCredentials, ///< broker address: user or password not accepted
    BrokerPlainText,   ///< broker address: another machine, and no TLS
    TlsFailed,         ///< broker address, library message
    TlsUntrusted,      ///< broker address, library message: not signed by a CA we trust
    TlsExpired,        ///< broker address, library message: outside the certificate's dates
    TlsWrongHost,      ///< broker address, library message: a certificate of another host
    SubscribeRefused,  ///< topic filter
    // Sessions
    SessionForeign,    ///< what was expected
    SessionNewer,      ///< version found, version supported
    SessionDamaged,    ///< what is wrong
    SessionEmpty,      ///<
    SessionNoKeyframe, ///<
    StoreFailed,       ///< library message
    SessionTailMissing, ///< recorded to the end, but copied without the file that holds its tail
    SessionNotClosed,  ///< the recording was cut off; what was committed by then is here
    SessionUnrecorded, ///< how many could not be written, from and to (ISO 8601)
    // Notifications
    NotifyUnreachable, ///< server, library message
    NotifyRefused,     ///< server, its answer
    NotifyQueueFull,   ///< how many wait
    NotifyEnded,       ///< the console ended first
    NotifyNoMailServer, ///<
    DesktopUnavailable, ///< message of the bus
    KeyringUnavailable, ///< library message
    SecretMissing,     ///< what it is for
    // Usage
    ArgumentInvalid,   ///< what was expected
    ProgramNotFound,   ///< program name
};

/// Where it went wrong; empty or negative parts are unknown and not shown.
struct Place {
    std::string file;
    std::int64_t row = -1; ///< 1-based line or row
    std::string column;
    std::string topic;
    std::string jsonPath; ///< JSON pointer
    bool operator==(const Place&) const = default;
};

using ErrorArg = std::variant<std::int64_t, double, std::string>;

struct Error {
    ErrorCode code{};
    std::vector<ErrorArg> args;
    Place place;
    bool operator==(const Error&) const = default;
};

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twin/model/plant.h"
#include "twin/model/result.h"

namespace gemba::plant {

class RowSource;
class WaveformSource;

/// One recorded run: rows of all columns in the units of the plant's tags.
struct Run
{
    struct Mark
    {
        std::size_t row = 0; ///< from this row on, counted from 0
        std::string text;    ///< an event's text, or the name of a state
    };
    std::string id; ///< "d06_te"
    int fault = 0;  ///< number of the disturbance; 0: normal operation
    twin::LocalText name;
    std::string origin;               ///< source and copyright
    std::vector<std::string> columns; ///< tag ids
    std::size_t rows = 0;
    std::size_t faultRow = 0;   ///< first row with the fault; rows where there is none
    double processPeriod = 0.0; ///< seconds of process time between two rows
    std::vector<Mark> events;   ///< by row
    std::vector<Mark> states;   ///< by row; before the first one the plant is "running"
    std::vector<double> values; ///< row by row, rows x columns.size(); empty where there is a source
    std::shared_ptr<const RowSource> source; ///< may be null: the rows are in values
    std::shared_ptr<const WaveformSource> waveforms; ///< may be null: there are none
    bool generated = false; ///< by a model; nothing of it was recorded

    [[nodiscard]] std::span<const double> row(std::size_t i) const
    {
        return std::span(values).subspan(i * columns.size(), columns.size());
    }
};

/// Reads a run written by packaging/import-tep (the format is described there). The values are
/// bit for bit those of the published decimal text; their checksum is verified. Any bytes may be
/// given; memory is bounded by kMaxRunValues.
/// Errors: FileTruncated, JsonSyntax, RunInvalid.
[[nodiscard]] twin::Result<Run> parseRun(std::string_view bytes);

/// The same from a file. Errors: FileNotReadable, FileTooLarge and those of parseRun, with the
/// file's name.
[[nodiscard]] twin::Result<Run> loadRun(const std::string& path);

inline constexpr std::size_t kMaxRunValues = 4'000'000;
inline constexpr std::size_t kMaxRunBytes = 32 * 1024 * 1024;

/// The file of a run in a plant's folder: "6" is "runs/d06_te.run", "normal" and "0" are
/// "runs/d00_te.run", anything else is taken as the run's id.
[[nodiscard]] std::string runPath(const std::string& plantFolder, std::string_view name);

} // namespace gemba::plant

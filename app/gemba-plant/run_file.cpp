// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/run_file.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "twin/model/bytes.h"
#include "twin/model/json_document.h"
#include "twin/model/package.h"

namespace gemba::plant {

using nlohmann::json;
using twin::Error;
using twin::ErrorCode;
using twin::Result;

namespace {

constexpr std::string_view kMagic = "GMBRUN1\n";
constexpr std::size_t kMaxHead = 1024 * 1024;

Error invalid(std::string expected)
{
    return Error{ErrorCode::RunInvalid, {std::move(expected)}, {}};
}

/// Powers of ten up to here are exact doubles, so one division rounds once: to the double nearest
/// to the decimal text.
double powerOfTen(unsigned n)
{
    static constexpr std::array<double, 23> kPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    return kPowers.at(n);
}

std::vector<Run::Mark> readMarks(const json& list, const char* textKey, std::size_t rows)
{
    std::vector<Run::Mark> out;
    for (const json& m : list) {
        out.push_back({m.at("row").get<std::size_t>(), m.at(textKey).get<std::string>()});
        if (out.back().row >= rows || (out.size() > 1 && out.back().row < out.end()[-2].row))
            throw std::out_of_range("row");
    }
    return out;
}

/// Throws where a key is missing or of another type; parseRun turns that into an error.
Run readHead(const json& head, std::vector<unsigned>& scales)
{
    Run run;
    run.id = head.at("id").get<std::string>();
    run.fault = head.at("fault").get<int>();
    run.name.byLanguage = {{"en", head.at("name").at("en").get<std::string>()},
                           {"de", head.at("name").at("de").get<std::string>()}};
    run.origin = head.at("origin").get<std::string>();
    run.columns = head.at("columns").get<std::vector<std::string>>();
    run.rows = head.at("rows").get<std::size_t>();
    run.processPeriod = head.at("processPeriod").get<double>();
    run.faultRow = std::min(head.value("faultRow", run.rows), run.rows);
    run.events = readMarks(head.at("events"), "text", run.rows);
    run.states = readMarks(head.at("states"), "state", run.rows);
    scales = head.at("scales").get<std::vector<unsigned>>();
    return run;
}

Result<std::string> unpack(std::string_view body, std::size_t limit)
{
    std::string out(limit, '\0');
    const std::size_t n = ZSTD_decompress(out.data(), out.size(), body.data(), body.size());
    if (ZSTD_isError(n))
        return invalid(ZSTD_getErrorName(n));
    out.resize(n);
    return out;
}

Result<void> readValues(std::string_view packed, const std::vector<unsigned>& scales, Run& run)
{
    const std::size_t columns = run.columns.size();
    run.values.resize(run.rows * columns);
    twin::ByteReader in(packed);
    for (std::size_t c = 0; c < columns; ++c) {
        const double divisor = powerOfTen(scales[c]);
        std::uint64_t number = 0; // unsigned: a hostile file may make it wrap
        for (std::size_t r = 0; r < run.rows; ++r) {
            number += static_cast<std::uint64_t>(in.zigzag());
            run.values[r * columns + c] =
                static_cast<double>(static_cast<std::int64_t>(number)) / divisor;
        }
    }
    if (in.failed() || !in.atEnd())
        return invalid("one value per row and column");
    return {};
}

} // namespace

Result<Run> parseRun(std::string_view bytes)
{
    if (!bytes.starts_with(kMagic))
        return invalid("a recorded run (GMBRUN1)");
    twin::ByteReader in(bytes.substr(kMagic.size()));
    const std::size_t headSize = in.u32();
    const std::size_t bodyAt = kMagic.size() + 4 + headSize;
    if (in.failed() || headSize > kMaxHead || bodyAt > bytes.size())
        return Error{ErrorCode::FileTruncated, {}, {}};
    std::vector<Error> errors;
    const std::optional<json> head =
        twin::parseJson(bytes.substr(kMagic.size() + 4, headSize), twin::JsonLimits{}, errors);
    if (!head)
        return errors.front();
    try {
        std::vector<unsigned> scales;
        Run run = readHead(*head, scales);
        const std::size_t columns = run.columns.size();
        if (columns == 0 || columns > 10'000 || run.rows == 0 || run.rows > kMaxRunValues / columns)
            return invalid("1 to 4000000 values");
        if (scales.size() != columns ||
            std::ranges::any_of(scales, [](unsigned s) { return s > 22; }))
            return invalid("one scale from 0 to 22 per column");
        const Result<std::string> packed = unpack(bytes.substr(bodyAt), 10 * run.rows * columns);
        if (!packed)
            return packed.error();
        if (const Result<void> r = readValues(*packed, scales, run); !r)
            return r.error();
        // The doubles as they lie in memory: little-endian, row by row.
        const std::string_view raw(reinterpret_cast<const char*>(run.values.data()),
                                   run.values.size() * sizeof(double));
        if (twin::sha256Hex(raw) != head->at("sha256").get<std::string>())
            return invalid("values with the checksum that the file gives");
        return run;
    } catch (const json::exception& e) {
        return invalid(e.what());
    } catch (const std::out_of_range&) {
        return invalid("marks in order of their rows");
    }
}

Result<Run> loadRun(const std::string& path)
{
    Error error{ErrorCode::FileNotReadable, {}, {}};
    error.place.file = path;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                               &std::fclose);
    std::string bytes;
    std::array<char, 65536> block{};
    if (file) {
        errno = 0;
        while (const std::size_t n = std::fread(block.data(), 1, block.size(), file.get())) {
            bytes.append(block.data(), n);
            if (bytes.size() > kMaxRunBytes) {
                error.code = ErrorCode::FileTooLarge;
                error.args = {static_cast<std::int64_t>(bytes.size()),
                              static_cast<std::int64_t>(kMaxRunBytes)};
                return error;
            }
        }
    }
    if (!file || std::ferror(file.get())) {
        error.args = {std::string(std::strerror(errno))};
        return error;
    }
    Result<Run> run = parseRun(bytes);
    if (run.ok())
        return run;
    error = run.error();
    error.place.file = path;
    return error;
}

std::string runPath(const std::string& plantFolder, std::string_view name)
{
    std::string id(name);
    if (id == "normal")
        id = "0";
    if (id.size() <= 2 && !id.empty() &&
        std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; }))
        id = "d" + std::string(2 - id.size(), '0') + id + "_te";
    return plantFolder + "/runs/" + id + ".run";
}

} // namespace gemba::plant

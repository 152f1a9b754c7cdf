// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "twin/model/package.h"
#include "twin/model/result.h"

namespace gemba::bench {

/// The plant that the benchmarks play: assets of ten tags each, every tag on a topic of its own.
struct PlantShape {
    std::uint32_t assets = 500;
    bool models = false;            ///< a PCA model for every asset
    std::string period = "1s";      ///< between two values of a tag
    bool incomplete = false; ///< no model asks for the last tag of its asset: where nobody tells it either,
                             ///< rows are never complete

    static constexpr std::uint32_t kTagsPerAsset = 10;
    [[nodiscard]] std::uint32_t tags() const { return assets * kTagsPerAsset; }
};

/// The plant as a package. Models are trained here, from rows of the same process.
[[nodiscard]] twin::Result<twin::PlantPackage> makePackage(const PlantShape& shape);

/// Topic of a tag, by its position in the plant.
[[nodiscard]] std::string topicOf(std::uint32_t tag);

/// Two slow sines shared by the tags of an asset, and noise; two decimals, between 0 and 100. The
/// same arguments always give the same value.
[[nodiscard]] double valueOf(std::uint32_t tag, std::uint64_t row);

/// One message of exactly 256 bytes: source time, value and a 64-bit sequence beside texts that
/// tell the tag, as gateways send them. Fields have fixed places and are overwritten.
class Message
{
public:
    static constexpr std::size_t kSize = 256;
    explicit Message(std::uint32_t tag);
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Overwrites a message of this form that begins at text. time: as toIso8601() has it.
    static void setRow(char* text, std::uint64_t row, double value, std::string_view time);

private:
    std::string m_text;
};

} // namespace gemba::bench

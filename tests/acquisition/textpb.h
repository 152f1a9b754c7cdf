// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gemba::test {

/// One field of protobuf text format as protoc prints it: a scalar or a message.
struct TextField {
    std::string name;
    std::string scalar; ///< quotes and escapes undone
    std::vector<TextField> fields;

    [[nodiscard]] const TextField* find(std::string_view field) const;
    [[nodiscard]] std::vector<const TextField*> all(std::string_view field) const;
    [[nodiscard]] std::string text(std::string_view field) const; ///< empty where absent
};

/// Parses what `protoc --decode` printed; nullopt where it is something else.
[[nodiscard]] std::optional<TextField> parseTextpb(std::string_view text);

} // namespace gemba::test

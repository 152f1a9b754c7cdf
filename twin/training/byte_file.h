// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "twin/model/result.h"

namespace gemba::twin {

/// The whole of a file of at most limit bytes. Errors: FileNotReadable, FileTooLarge.
[[nodiscard]] Result<std::string> readBytes(const std::string& path, std::size_t limit);

/// Replaces a file at once or not at all. Error: FileNotWritable.
[[nodiscard]] Result<void> writeBytes(const std::string& path, std::string_view bytes);

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLocale;

namespace gemba {

/// Gives the program's texts and Qt's own in this language; what neither knows stays English. Call
/// it once, in the main thread, when the application object is there and before any text is made.
/// Also makes `locale` the default one.
void installLanguage(const QLocale& locale);

} // namespace gemba

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/advisory/notification_planner.h"
#include "twin/notification/message.h"
#include "ui/models/phrases.h"

namespace gemba {

/// The words of a notification, in the user's language: what is wrong, since when, by when to act,
/// who decides, and that it is advice. `phrases` knows the plant.
[[nodiscard]] twin::Message wordsOf(const twin::Notification& notification, const twin::Snapshot& snapshot,
                                    const ui::Phrases& phrases);
/// A message that says of itself that it is a test.
[[nodiscard]] twin::Message testWords(const twin::Channel& channel, twin::TimeNs now, const ui::Phrases& phrases);

} // namespace gemba

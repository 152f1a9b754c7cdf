// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/rejection.h"

#include <algorithm>
#include <iterator>

namespace gemba::twin {
namespace {

constexpr std::string_view kNames[kRejections] = {
    "other",        "malformed",     "too-large",       "unknown-topic",    "type-changed",
    "before-birth", "unknown-alias", "duplicate-alias", "incomplete-birth", "too-many"};

} // namespace

Rejection rejectionOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PayloadMalformed:
    case ErrorCode::JsonSyntax:
        return Rejection::Malformed;
    case ErrorCode::PayloadTooLarge:
        return Rejection::TooLarge;
    case ErrorCode::TopicUnknown:
        return Rejection::UnknownTopic;
    case ErrorCode::TypeChanged:
        return Rejection::TypeChanged;
    case ErrorCode::DataBeforeBirth:
        return Rejection::BeforeBirth;
    case ErrorCode::AliasUnknown:
        return Rejection::UnknownAlias;
    case ErrorCode::AliasDuplicate:
        return Rejection::DuplicateAlias;
    case ErrorCode::BirthIncomplete:
        return Rejection::IncompleteBirth;
    case ErrorCode::LimitReached:
        return Rejection::TooMany;
    default:
        return Rejection::Other;
    }
}

std::string rejectedText(Rejection reason, std::string_view topic)
{
    std::string text(kNames[static_cast<std::size_t>(reason)]);
    text.append(" ").append(topic);
    return text;
}

RejectedView rejectedOf(const Event& event)
{
    const std::string_view text = event.text;
    const std::size_t blank = text.find(' ');
    const auto* name = std::find(std::begin(kNames), std::end(kNames), text.substr(0, blank));
    if (blank == std::string_view::npos || name == std::end(kNames))
        return {Rejection::Other, text};
    return {static_cast<Rejection>(name - std::begin(kNames)), text.substr(blank + 1)};
}

} // namespace gemba::twin

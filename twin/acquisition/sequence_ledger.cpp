// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/sequence_ledger.h"

#include <algorithm>

namespace gemba::twin {
namespace {

constexpr std::uint64_t kLargestGap = 1'000'000'000;
constexpr std::uint64_t kDuplicateWindow = 1024;
constexpr std::uint64_t kStartWindow = 8;
constexpr std::size_t kMostHoles = 32;

} // namespace

SequenceStep SequenceLedger::begin(std::uint64_t number, bool restarted)
{
    m_begun = true;
    m_next = number + 1;
    m_holes.clear();
    return {.restarted = restarted};
}

SequenceStep SequenceLedger::advance(std::uint64_t number)
{
    const std::uint64_t lost = number - m_next;
    if (lost > kLargestGap)
        return begin(number, true);
    if (lost > 0) {
        if (m_holes.size() == kMostHoles)
            m_holes.erase(m_holes.begin());
        m_holes.push_back({m_next, number});
    }
    m_next = number + 1;
    return {.lost = lost};
}

/// Takes the number out of the hole it is missing from; false where it is not missing.
bool SequenceLedger::fill(std::uint64_t number)
{
    const auto hole = std::find_if(m_holes.begin(), m_holes.end(), [number](const Hole& h) {
        return h.from <= number && number < h.to;
    });
    if (hole == m_holes.end())
        return false;
    const Hole before{hole->from, number};
    const Hole after{number + 1, hole->to};
    const auto at = m_holes.erase(hole);
    const auto second = after.from == after.to ? at : m_holes.insert(at, after);
    if (before.from != before.to)
        m_holes.insert(second, before);
    if (m_holes.size() > kMostHoles)
        m_holes.erase(m_holes.begin());
    return true;
}

SequenceStep SequenceLedger::observe(std::uint64_t number)
{
    if (!m_begun)
        return begin(number, false);
    if (number >= m_next)
        return advance(number);
    if (fill(number))
        return {.recovered = true};
    const std::uint64_t behind = m_next - 1 - number;
    if (behind > kDuplicateWindow || (number <= 1 && behind > kStartWindow))
        return begin(number, true);
    return {.duplicate = true};
}

SequenceStep SequenceLedger::observeBirth(std::uint64_t number)
{
    if (!m_begun)
        return begin(number, false);
    if (number + 1 == m_next)
        return {};
    return number >= m_next ? advance(number) : begin(number, true);
}

void SequenceLedger::save(ByteWriter& out) const
{
    out.boolean(m_begun);
    out.u64(m_next);
    out.varint(m_holes.size());
    for (const Hole& hole : m_holes) {
        out.u64(hole.from);
        out.u64(hole.to);
    }
}

void SequenceLedger::load(ByteReader& in)
{
    m_begun = in.boolean();
    m_next = in.u64();
    m_holes.clear();
    for (std::uint64_t n = in.count(16); n > 0; --n) {
        const std::uint64_t from = in.u64();
        m_holes.push_back({from, in.u64()});
    }
}

} // namespace gemba::twin

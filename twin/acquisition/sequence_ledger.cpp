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

SequenceStep SequenceLedger::restart(Account& account, std::uint64_t number)
{
    account.next = number + 1;
    account.holes.clear();
    return {.restarted = true};
}

SequenceStep SequenceLedger::advance(Account& account, std::uint64_t number)
{
    const std::uint64_t lost = number - account.next;
    if (lost > kLargestGap)
        return restart(account, number);
    if (lost > 0) {
        if (account.holes.size() == kMostHoles)
            account.holes.erase(account.holes.begin());
        account.holes.push_back({account.next, number});
    }
    account.next = number + 1;
    return {.lost = lost};
}

bool SequenceLedger::fill(Account& account, std::uint64_t number)
{
    const auto hole = std::find_if(account.holes.begin(), account.holes.end(), [number](const Hole& h) {
        return h.from <= number && number < h.to;
    });
    if (hole == account.holes.end())
        return false;
    const Hole after{number + 1, hole->to};
    hole->to = number;
    if (after.from == after.to) {
        if (hole->from == hole->to)
            account.holes.erase(hole);
    } else if (hole->from == hole->to) {
        *hole = after;
    } else {
        account.holes.insert(hole + 1, after);
        if (account.holes.size() > kMostHoles)
            account.holes.erase(account.holes.begin());
    }
    return true;
}

SequenceStep SequenceLedger::observe(std::uint32_t key, std::uint64_t number)
{
    const auto [at, first] = m_accounts.try_emplace(key, Account{number + 1, {}});
    if (first)
        return {};
    Account& account = at->second;
    if (number >= account.next)
        return advance(account, number);
    if (fill(account, number))
        return {.recovered = true};
    const std::uint64_t behind = account.next - 1 - number;
    if (behind > kDuplicateWindow || (number <= 1 && behind > kStartWindow))
        return restart(account, number);
    return {.duplicate = true};
}

SequenceStep SequenceLedger::observeBirth(std::uint32_t key, std::uint64_t number)
{
    const auto [at, first] = m_accounts.try_emplace(key, Account{number + 1, {}});
    Account& account = at->second;
    if (first || number + 1 == account.next)
        return {};
    return number >= account.next ? advance(account, number) : restart(account, number);
}

void SequenceLedger::save(ByteWriter& out) const
{
    out.varint(m_accounts.size());
    for (const auto& [key, account] : m_accounts) {
        out.varint(key);
        out.u64(account.next);
        out.varint(account.holes.size());
        for (const Hole& hole : account.holes) {
            out.u64(hole.from);
            out.u64(hole.to);
        }
    }
}

Result<void> SequenceLedger::load(ByteReader& in)
{
    std::map<std::uint32_t, Account> accounts;
    for (std::uint64_t n = in.count(10); n > 0; --n) {
        const auto key = static_cast<std::uint32_t>(in.varint());
        Account& account = accounts[key];
        account.next = in.u64();
        for (std::uint64_t holes = in.count(16); holes > 0; --holes) {
            const std::uint64_t from = in.u64();
            account.holes.push_back({from, in.u64()});
        }
    }
    if (in.failed())
        return Error{ErrorCode::SessionDamaged, {std::string("sequence accounts")}, {}};
    m_accounts = std::move(accounts);
    return {};
}

} // namespace gemba::twin

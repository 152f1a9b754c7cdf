// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Counts every allocation of the program that includes it, in one source file.
#include <cstdlib>
#include <new>

namespace gemba::test {
inline std::size_t g_allocations = 0;
} // namespace gemba::test

// Every other form of new comes here, unless a sanitizer has its own.
void* operator new(std::size_t size)
{
    ++gemba::test::g_allocations;
    if (void* p = std::malloc(size > 0 ? size : 1))
        return p;
    throw std::bad_alloc();
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/real_fft.h"

#include <algorithm>
#include <cmath>
#include <kissfft/kissfft.hh>

namespace gemba::twin {

std::size_t fastLength(std::size_t n)
{
    const std::size_t most = std::min(n, kMaxTransform);
    std::size_t best = 0;
    for (std::size_t fives = 1; fives <= most / 2; fives *= 5) {
        for (std::size_t threes = fives; threes <= most / 2; threes *= 3) {
            std::size_t product = threes * 2;
            while (product <= most / 2)
                product *= 2;
            best = std::max(best, product);
        }
    }
    return best;
}

struct Fft::Plan {
    explicit Plan(std::size_t length) : real(length / 2, false), complex(length, true) {}
    kissfft<double> real;
    kissfft<double> complex;
};

Fft::Fft(std::size_t length) : m_length(length), m_plan(std::make_unique<const Plan>(length)) {}
Fft::Fft(Fft&&) noexcept = default;
Fft& Fft::operator=(Fft&&) noexcept = default;
Fft::~Fft() = default;

void Fft::forward(std::span<const double> x, std::span<Complex> X) const
{
    m_plan->real.transform_real(x.data(), X.data()); // KissFFT keeps the last bin beside the first
    X[m_length / 2] = X[0].imag();
    X[0] = X[0].real();
}

void Fft::backward(std::span<const Complex> Z, std::span<Complex> z) const
{
    m_plan->complex.transform(Z.data(), z.data());
}

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <memory>
#include <span>

namespace gemba::twin {

using Complex = std::complex<double>;

/// Longest record that is transformed at once.
inline constexpr std::size_t kMaxTransform = std::size_t{1} << 22;

/// The largest even number of at most n whose only prime factors are 2, 3 and 5: lengths that an
/// FFT takes quickly. Never more than 7 % below n from 32 on, 1 % from some thousands on; 0 for n
/// below 2.
[[nodiscard]] std::size_t fastLength(std::size_t n);

/// Discrete Fourier transform of one length by KissFFT, in double precision and without run-time
/// dispatch, so that it gives the same bits everywhere. Transforms do not allocate; one thread at
/// a time. A plan, moves only.
class Fft
{
public:
    /// length: a fastLength().
    explicit Fft(std::size_t length);
    Fft(Fft&&) noexcept;
    Fft& operator=(Fft&&) noexcept;
    ~Fft();

    [[nodiscard]] std::size_t length() const { return m_length; }
    [[nodiscard]] std::size_t bins() const { return m_length / 2 + 1; } ///< of a real signal

    /// X[k] = sum x[n] exp(-2 pi i k n / length), k = 0 .. length/2. x has length() values, X bins().
    void forward(std::span<const double> x, std::span<Complex> X) const;
    /// The complex signal sum over k of Z[k] exp(2 pi i k n / length), not divided by the length;
    /// both have length() values and do not overlap.
    void backward(std::span<const Complex> Z, std::span<Complex> z) const;

private:
    struct Plan;
    std::size_t m_length;
    std::unique_ptr<const Plan> m_plan;
};

} // namespace gemba::twin

// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/textbook_limits.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace gemba::twin {

double t2TextbookLimit(std::size_t rows, std::size_t components, double confidence)
{
    const auto n = static_cast<double>(rows);
    const auto a = static_cast<double>(components);
    const double f = boost::math::quantile(boost::math::fisher_f(a, n - a), confidence);
    return a * (n * n - 1.0) / (n * (n - a)) * f;
}

double speTextbookLimit(std::span<const double> residualVariances, double confidence)
{
    double theta1 = 0.0, theta2 = 0.0, theta3 = 0.0;
    for (const double v : residualVariances) {
        const double lambda = std::max(0.0, v);
        theta1 += lambda;
        theta2 += lambda * lambda;
        theta3 += lambda * lambda * lambda;
    }
    const double floor = 1e-9 * static_cast<double>(residualVariances.size());
    if (!(theta1 > floor) || !(theta2 > 0.0))
        return floor;
    const double h0 = 1.0 - 2.0 * theta1 * theta3 / (3.0 * theta2 * theta2);
    const double c = boost::math::quantile(boost::math::normal(), confidence);
    const double base = c * std::sqrt(2.0 * theta2 * h0 * h0) / theta1 + 1.0
        + theta2 * h0 * (h0 - 1.0) / (theta1 * theta1);
    if (h0 > 1e-3 && base > 0.0)
        return std::max(floor, theta1 * std::pow(base, 1.0 / h0));
    const boost::math::chi_squared chi(theta1 * theta1 / theta2);
    return std::max(floor, theta2 / theta1 * boost::math::quantile(chi, confidence));
}

} // namespace gemba::twin

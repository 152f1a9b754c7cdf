// SPDX-License-Identifier: GPL-3.0-or-later
// What a keyframe carries of the forecasts of life: the rows that the models look back at, and what
// waits to be evaluated. Features are made anew from the rows, which gives the same numbers.
#include <cmath>

#include "twin/runtime/life_forecast.h"

namespace gemba::twin {

void LifeForecast::saveCourse(const Course& c, ByteWriter& out) const
{
    out.varint(c.rows.size());
    for (const Row& row : c.rows) {
        out.i64(row.arrival);
        out.f64(row.age);
        for (const double v : row.values)
            out.f64(v);
    }
    out.boolean(c.failed);
    out.boolean(c.figure);
    for (const double v : {c.low, c.median, c.high, c.figureAge})
        out.f64(v);
    out.i64(c.figureAt);
    twin::save(c.life, out);
}

bool LifeForecast::loadCourse(Course& c, ByteReader& in)
{
    const std::uint64_t n = in.count(16 + 8 * c.inputs.size());
    if (n > window(c))
        return false;
    c.maker->reset();
    c.rows.clear();
    c.unknownSettings = false;
    std::vector<float> features(m_models[c.model].set().size());
    bool fine = true;
    for (std::uint64_t i = 0; i < n && fine; ++i) {
        Row row{in.time(), in.f64(), {}};
        fine = std::isfinite(row.age);
        for (std::size_t k = 0; k < c.inputs.size(); ++k) {
            row.values.push_back(in.f64());
            fine = fine && std::isfinite(row.values.back());
        }
        if (fine)
            makeFeatures(c, row, features);
        c.rows.push_back(std::move(row));
    }
    c.failed = in.boolean();
    c.figure = in.boolean();
    for (double* v : {&c.low, &c.median, &c.high, &c.figureAge}) {
        *v = in.f64();
        fine = fine && std::isfinite(*v);
    }
    c.figureAt = in.time();
    c.life = loadLife(in);
    return fine && !in.failed();
}

bool LifeForecast::loadWaiting(Model& model, ByteReader& in) const
{
    model.since = in.time();
    model.waiting.clear();
    const std::size_t f = model.set().size();
    const std::uint64_t n = in.count(4 + 4 * f);
    for (std::uint64_t i = 0; i < n; ++i) {
        const std::uint32_t at = in.u32();
        if (at >= m_courses.size() || &m_models[m_courses[at].model] != &model || m_courses[at].rows.empty())
            return false;
        model.waiting.push_back(at);
    }
    model.features.resize(n * f);
    for (float& v : model.features)
        v = std::bit_cast<float>(in.u32());
    return !in.failed();
}

void LifeForecast::save(ByteWriter& out) const
{
    for (const Course& c : m_courses)
        saveCourse(c, out);
    for (const Model& m : m_models) {
        out.i64(m.since);
        out.varint(m.waiting.size());
        for (const std::uint32_t at : m.waiting)
            out.u32(at);
        for (const float v : m.features)
            out.u32(std::bit_cast<std::uint32_t>(v));
    }
}

bool LifeForecast::load(ByteReader& in)
{
    bool fine = true;
    for (Course& c : m_courses)
        fine = fine && loadCourse(c, in);
    for (Model& m : m_models)
        fine = fine && loadWaiting(m, in);
    if (!fine)
        reset();
    return fine;
}

void save(const Life& life, ByteWriter& w)
{
    w.u8(static_cast<std::uint8_t>(life.withheld));
    w.u32(life.rows);
    w.u32(life.rowsNeeded);
    for (const double v : {life.age, life.low, life.median, life.high})
        w.f64(v);
    w.i64(life.at);
    w.i64(life.perUnit);
}

Life loadLife(ByteReader& r)
{
    Life life;
    life.withheld = static_cast<LifeWithheld>(r.u8());
    life.rows = r.u32();
    life.rowsNeeded = r.u32();
    for (double* v : {&life.age, &life.low, &life.median, &life.high})
        *v = r.f64();
    life.at = r.time();
    life.perUnit = r.i64();
    return life;
}

} // namespace gemba::twin

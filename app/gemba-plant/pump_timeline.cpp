// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/gemba-plant/pump_house.h"
#include "twin/model/json_document.h"
#include "twin/model/time.h"

namespace gemba::plant {

using nlohmann::json;
using twin::Error;
using twin::ErrorCode;
using twin::Result;

namespace {

constexpr std::array<std::pair<std::string_view, PumpFault>, 5> kFaults{{{"unbalance", PumpFault::Unbalance},
                                                                        {"misalignment", PumpFault::Misalignment},
                                                                        {"outer-race", PumpFault::OuterRace},
                                                                        {"inner-race", PumpFault::InnerRace},
                                                                        {"cavitation", PumpFault::Cavitation}}};

const PumpFault* faultCalled(std::string_view name)
{
    const auto* found = std::find_if(kFaults.begin(), kFaults.end(), [&](const auto& f) { return f.first == name; });
    return found == kFaults.end() ? nullptr : &found->second;
}

Error invalid(const char* expected, std::string path = {})
{
    return {ErrorCode::RunInvalid, {std::string(expected)}, {.jsonPath = std::move(path)}};
}

double seconds(const json& text)
{
    return static_cast<double>(twin::parseDuration(text.get<std::string>()).value_or(0)) * 1e-9;
}

FaultCourse courseOf(const json& c)
{
    FaultCourse course;
    course.pump = static_cast<std::size_t>(c.at("pump").get<std::string>().front() - 'A');
    course.fault = *faultCalled(c.at("fault").get<std::string>());
    course.from = seconds(c.at("from"));
    course.grow = seconds(c.at("grow"));
    course.hold = seconds(c.at("hold"));
    course.severity = c.value("severity", 1.0);
    return course;
}

double over(const FaultCourse& c) { return c.from + c.grow + c.hold + FaultCourse::kRepair; }

} // namespace

Result<PumpTimeline> parseTimeline(std::string_view text)
{
    std::vector<Error> errors;
    twin::JsonLimits limits;
    limits.bytes = 1 << 20;
    const std::optional<json> document = twin::parseJson(text, limits, errors);
    if (document)
        twin::checkSchema(*document, pumpHouseSchema(), errors);
    if (!errors.empty())
        return errors.front();
    PumpTimeline timeline;
    timeline.length = seconds(document->at("length"));
    if (timeline.length < 1.0 || timeline.length > PumpTimeline::kLongest)
        return invalid("a length from 1 s to 24 h", "/length");
    for (const json& c : document->at("courses")) {
        const FaultCourse course = courseOf(c);
        const std::string path = "/courses/" + std::to_string(timeline.courses.size());
        if (over(course) > timeline.length)
            return invalid("a course that ends, with 2 min of repair, within the length", path);
        for (const FaultCourse& other : timeline.courses) { // there is one pump that stands by
            if (course.from < over(other) && other.from < over(course))
                return invalid("a course that begins when the one before is repaired", path);
        }
        timeline.courses.push_back(course);
    }
    return timeline;
}

Result<PumpTimeline> timelineCalled(std::string_view name)
{
    PumpTimeline timeline;
    timeline.length = 1200.0;
    if (name == "normal")
        return timeline;
    const PumpFault* fault = faultCalled(name);
    if (fault == nullptr)
        return invalid("normal, unbalance, misalignment, outer-race, inner-race or cavitation");
    timeline.courses.push_back({0, *fault, 60.0, 300.0, 240.0, 1.0});
    return timeline;
}

} // namespace gemba::plant

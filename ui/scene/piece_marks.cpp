// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/piece_marks.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>
#include <QStringList>

namespace gemba::ui {

using twin::TagId;

namespace {

constexpr std::size_t kMostRows = 4;
constexpr twin::MilliPoints kCounts = 1'000; ///< a whole point: less is not shown as a reason either

struct PieceText {
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::PieceMark)
public:
    static QString reading(const QString& name, const QString& value, const QString& age)
    {
        return tr("%1: %2 · %3", "tag, value with unit, age").arg(name, value, age);
    }
    static QString noRecord(const QString& name) { return tr("%1: no record").arg(name); }
    static QString stale() { return tr("stale"); }
    static QString points(const QString& row, int points)
    {
        return tr("%1 · %2%3 points", "reading of a tag, minus, what it takes off").arg(row, QChar(0x2212)).arg(points);
    }
    static QString more(int n) { return tr("+%1 more", "tags of a part").arg(n); }
};

bool beyond(const twin::Tag& tag, double v)
{
    const auto limit = [](const twin::SideLimits& side) { return side.alert ? side.alert : side.trip; };
    const auto low = limit(tag.limits.low), high = limit(tag.limits.high);
    return (low && v < *low) || (high && v > *high);
}

twin::MilliPoints deducted(TagId id, const twin::Snapshot& s, twin::AssetId asset)
{
    if (twin::index(asset) >= s.assets.size() || s.assets[twin::index(asset)].assessment.withheld != twin::Withheld::No)
        return 0;
    twin::MilliPoints sum = 0;
    for (const twin::Deduction& d : s.assets[twin::index(asset)].assessment.deductions)
        sum += d.tag == id ? std::max(d.points, 0) : 0;
    return sum;
}

bool isOff(TagId id, const twin::Snapshot& s)
{
    const twin::Tag& tag = s.plant->tag(id);
    const twin::TagState& state = s.tags[twin::index(id)];
    if (const double v = twin::toNumber(state.value); beyond(tag, v)) // a NaN is beyond nothing
        return true;
    if (tag.asset == twin::kNoAsset || twin::index(tag.asset) >= s.assets.size())
        return false;
    const twin::Assessment& a = s.assets[twin::index(tag.asset)].assessment;
    return a.withheld == twin::Withheld::No
           && std::any_of(a.deductions.begin(), a.deductions.end(), [id](const twin::Deduction& d) {
                  return d.tag == id && d.points >= kCounts;
              });
}

} // namespace

std::vector<BoundPiece> bindPieces(const std::vector<ScenePart>& parts, const twin::Plant& plant)
{
    std::vector<BoundPiece> bound;
    std::map<std::string_view, TagId> tags; // looked up once: there may be thousands of each
    for (std::uint32_t i = 0; i < plant.tags.size(); ++i)
        tags.emplace(plant.tags[i].id, TagId{i});
    for (std::size_t p = 0; p < parts.size(); ++p) {
        for (std::size_t k = 0; k < parts[p].pieces.size(); ++k) {
            BoundPiece piece{p, k, {}};
            for (const std::string& id : parts[p].pieces[k].tagIds) {
                if (const auto tag = tags.find(id); tag != tags.end())
                    piece.tags.push_back(tag->second);
            }
            if (!piece.tags.empty())
                bound.push_back(std::move(piece));
        }
    }
    return bound;
}

PieceMark markOf(const BoundPiece& piece, const twin::Snapshot& snapshot)
{
    PieceMark mark;
    mark.worst = piece.tags.front();
    for (const TagId tag : piece.tags) {
        if (twin::index(tag) >= snapshot.tags.size())
            continue;
        mark.stale |= snapshot.tags[twin::index(tag)].stale;
        if (!mark.off && isOff(tag, snapshot)) {
            mark.off = true;
            mark.worst = tag;
        }
    }
    return mark;
}

twin::MilliPoints pointsOf(const BoundPiece& piece, const twin::Snapshot& snapshot, twin::AssetId asset)
{
    twin::MilliPoints sum = 0;
    for (const TagId tag : piece.tags)
        sum += deducted(tag, snapshot, asset);
    return sum;
}

QString readingsOf(const BoundPiece& piece, const twin::Snapshot& snapshot, const Phrases& phrases)
{
    QStringList rows;
    const auto points = [&](TagId tag) {
        return Format::points(deducted(tag, snapshot, snapshot.plant->tag(tag).asset));
    };
    std::vector<TagId> tags = piece.tags;
    std::stable_sort(tags.begin(), tags.end(), [&](TagId a, TagId b) { return points(a) > points(b); });
    for (const TagId id : tags) {
        if (rows.size() == kMostRows)
            break;
        const QString name = phrases.tagName(id);
        if (twin::index(id) >= snapshot.tags.size() || snapshot.tags[twin::index(id)].arrival == twin::kNoTime) {
            rows << PieceText::noRecord(name);
            continue;
        }
        const twin::TagState& state = snapshot.tags[twin::index(id)];
        const twin::Tag& tag = snapshot.plant->tag(id);
        const Format& format = phrases.format();
        const QString value = (format.tagValue(state.value, tag) + QChar(0xa0) + format.unitText(tag)).trimmed();
        const QString age = format.age(snapshot.at - state.arrival);
        QString row = PieceText::reading(name, value, state.stale ? age + QStringLiteral(" ") + PieceText::stale() : age);
        if (points(id) > 0)
            row = PieceText::points(row, points(id));
        rows << row;
    }
    if (piece.tags.size() > kMostRows)
        rows << PieceText::more(static_cast<int>(piece.tags.size() - kMostRows));
    return rows.join(QLatin1Char('\n'));
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_stage.h"

#include <algorithm>
#include <array>

#include <vtkCamera.h>
#include <vtkRenderer.h>

#include "ui/scene/ground.h"
#include "ui/scene/neighbours.h"
#include "ui/scene/scene_chunk.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {

namespace {

constexpr double kEdgeWidth = 1.1, kStrongWidth = 2.2, kGridWidth = 1.0; ///< logical pixels
constexpr double kTellFromBox = 14; ///< pixels; smaller machines look the same as boxes
constexpr std::size_t kLineCost = 3, kBoxCost = 10; ///< in triangles
constexpr std::size_t kChunks = 48, kSmallestChunk = 20'000; ///< triangles

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](double x, double y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

std::size_t chunkSize(const std::vector<ScenePart>& parts)
{
    std::size_t all = 0;
    for (const ScenePart& part : parts)
        all += part.mesh.triangleCount();
    return std::max(kSmallestChunk, all / kChunks);
}

} // namespace

struct VtkStage::Parts {
    vtkRenderer* renderer;
    const std::vector<ScenePart>& parts;
    Ground ground;
    std::vector<std::unique_ptr<SceneChunk>> chunks;
    std::vector<std::size_t> chunkOf; ///< by part
    std::vector<SceneChunk::Draw> drawn; ///< by chunk
    LineActor silhouettes, strong;
    SurfaceActor focus; ///< the selected machine, where its chunk does not show it
    std::optional<std::size_t> selected, focusHolds;
    std::optional<FeatureLines> features; ///< of the selected part
    Others others = Others::Solid;
    SceneColours colours;
    SceneCamera camera;
    QSizeF view{1, 1};
    Effort effort;
    bool withLines = true, whole = true, dirty = true;
    std::size_t triangles = 0;

    Parts(vtkRenderer* r, const std::vector<ScenePart>& p, float gridStep)
        : renderer(r), parts(p), ground(r, p, gridStep), chunkOf(p.size()), silhouettes(r), strong(r), focus(r)
    {
        for (std::vector<std::size_t>& members : neighbours(p, chunkSize(p))) {
            for (const std::size_t part : members)
                chunkOf[part] = chunks.size();
            chunks.push_back(std::make_unique<SceneChunk>(r, p, std::move(members)));
        }
        drawn.assign(chunks.size(), SceneChunk::Draw::Nothing);
    }

    [[nodiscard]] bool inSight(const SceneChunk& chunk) const
    {
        return camera.project(chunk.box(), view).adjusted(-1, -1, 1, 1).intersects(QRectF(QPointF(), view));
    }

    /// The chunks to draw whole within the effort: those first whose machines look largest.
    void choose()
    {
        using Draw = SceneChunk::Draw;
        const double scale = camera.pixelsPerMetre(view);
        std::vector<std::size_t> wanted;
        std::size_t cost = 0;
        for (std::size_t i = 0; i < chunks.size(); ++i) {
            drawn[i] = others == Others::Nothing || !inSight(*chunks[i]) ? Draw::Nothing : Draw::Boxes;
            if (drawn[i] == Draw::Nothing)
                continue;
            if (!effort.smallAsBoxes || chunks[i]->isScenery() || chunks[i]->machineSize() * scale >= kTellFromBox)
                wanted.push_back(i);
            else
                cost += kBoxCost * chunks[i]->members().size();
        }
        std::stable_sort(wanted.begin(), wanted.end(), [this](std::size_t a, std::size_t b) {
            return chunks[a]->machineSize() > chunks[b]->machineSize();
        });
        std::size_t surfaces = 0, lines = 0;
        for (const std::size_t i : wanted) {
            surfaces += chunks[i]->triangles();
            lines += chunks[i]->lines();
        }
        withLines = cost + surfaces + kLineCost * lines <= effort.triangles;
        whole = withLines;
        for (const std::size_t i : wanted) {
            const std::size_t more = others == Others::Lines ? kLineCost * chunks[i]->lines() : chunks[i]->triangles();
            if (cost + more > effort.triangles)
                continue; // a box each; scenery waits until the view rests
            cost += more;
            drawn[i] = others == Others::Lines ? Draw::Lines : Draw::Whole;
        }
    }

    void drawChunks()
    {
        LineEnds ends;
        triangles = 0;
        for (std::size_t i = 0; i < chunks.size(); ++i) {
            using Draw = SceneChunk::Draw;
            const bool lines = withLines || drawn[i] == Draw::Lines;
            chunks[i]->draw(drawn[i], lines);
            if ((drawn[i] == Draw::Whole && lines) || drawn[i] == Draw::Lines)
                chunks[i]->addSilhouette(camera.forward(), ends);
            triangles += drawn[i] == Draw::Whole ? chunks[i]->triangles()
                         : drawn[i] == Draw::Boxes ? kBoxCost * chunks[i]->members().size() : 0;
        }
        silhouettes.setLines(ends);
    }

    void drawSelected()
    {
        LineEnds ends;
        const bool inChunk = selected && drawn[chunkOf[*selected]] == SceneChunk::Draw::Whole;
        const bool asBox = selected && drawn[chunkOf[*selected]] == SceneChunk::Draw::Boxes;
        if (selected && asBox) {
            addBoxEdges(parts[*selected].body, ends);
        } else if (selected) {
            if (!features)
                features.emplace(parts[*selected].mesh, kCreaseDegrees);
            std::vector<FeatureLines::Line> lines = features->creases();
            features->silhouette(camera.forward(), lines);
            addLines(ends, parts[*selected].mesh.positions, lines);
        }
        strong.setLines(ends);
        const bool alone = selected && !inChunk && !asBox;
        if (alone && focusHolds != selected) {
            focus.setMesh(parts[*selected].mesh, kCreaseDegrees);
            focus.setColours(colours);
            focusHolds = selected;
        }
        focus.setVisible(alone);
    }

    void placeCamera() const
    {
        // Stand far enough away for the whole ground to lie between the clipping planes.
        const Box3& all = ground.box();
        const Vec3 t = camera.target(), up = camera.up();
        const double away = 1 + length(Vec3(all.high) - Vec3(all.low)) + length(t - Vec3(all.centre()));
        const Vec3 eye = t - camera.forward() * away;
        vtkCamera* c = renderer->GetActiveCamera();
        c->ParallelProjectionOn();
        c->SetFocalPoint(t.x, t.y, t.z);
        c->SetPosition(eye.x, eye.y, eye.z);
        c->SetViewUp(up.x, up.y, up.z);
        c->SetParallelScale(camera.halfHeight());
        c->SetClippingRange(0.1, 2 * away);
    }
};

VtkStage::VtkStage(vtkRenderer* renderer, const std::vector<ScenePart>& parts, float gridStep)
    : m(std::make_unique<Parts>(renderer, parts, gridStep))
{
    setPixelRatio(1);
}

VtkStage::~VtkStage() = default;

void VtkStage::setColours(const SceneColours& colours)
{
    m->colours = colours;
    m->renderer->SetBackground(colours.canvas.redF(), colours.canvas.greenF(), colours.canvas.blueF());
    m->ground.setColours(colours);
    for (const auto& chunk : m->chunks)
        chunk->setColours(m->colours);
    if (m->focusHolds)
        m->focus.setColours(colours);
    m->strong.setColour(colours.outline);
    setOthers(m->others);
}

void VtkStage::setSelected(std::optional<std::size_t> part)
{
    if (part == m->selected)
        return;
    m->selected = part;
    m->features.reset();
    m->dirty = true;
}

void VtkStage::setOthers(Others others)
{
    m->others = others;
    const QColor edge = others == Others::Lines ? mixed(m->colours.edge, m->colours.canvas, 0.62) : m->colours.edge;
    for (const auto& chunk : m->chunks)
        chunk->setLineColour(edge);
    m->silhouettes.setColour(edge);
    m->ground.setShades(others == Others::Solid);
    m->dirty = true;
}

void VtkStage::setCamera(const SceneCamera& camera, const QSizeF& view)
{
    m->camera = camera;
    m->view = view;
    m->dirty = true;
}

void VtkStage::setEffort(const Effort& effort)
{
    if (effort == m->effort)
        return;
    m->effort = effort;
    m->dirty = true;
}

void VtkStage::setPixelRatio(double ratio)
{
    m->ground.setWidth(kGridWidth * ratio);
    for (const auto& chunk : m->chunks)
        chunk->setLineWidth(kEdgeWidth * ratio);
    m->silhouettes.setWidth(kEdgeWidth * ratio);
    m->strong.setWidth(kStrongWidth * ratio);
}

void VtkStage::apply()
{
    if (!m->dirty)
        return;
    m->dirty = false;
    m->choose();
    m->drawChunks();
    m->drawSelected();
    m->placeCamera();
}

std::size_t VtkStage::trianglesDrawn() const
{
    return m->triangles;
}

bool VtkStage::drawnWhole() const
{
    return m->whole;
}

} // namespace gemba::ui

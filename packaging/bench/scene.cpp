// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to turn, to change and to ask a scene of thousands of machines, beside one merged
// mesh that VTK draws without more ado. Needs a display with OpenGL.
#include <algorithm>
#include <cmath>
#include <random>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QVBoxLayout>
#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkGenericCell.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkStaticCellLocator.h>

#include "packaging/bench/report.h"
#include "twin/model/snapshot.h"
#include "ui/scene/vtk_viewport.h"
#include "ui/scene/vtk_widget.h"

using namespace gemba;

namespace {

constexpr int kFrames = 60;
constexpr int kPatienceMs = 5'000; ///< for a frame; one that takes longer counts as that long
constexpr double kStep = 3; ///< degrees a frame
const QSize kSize(1280, 720);

/// Pumps in a square, every seventh place a drum.
ui::SceneDescription made(std::uint32_t n)
{
    ui::SceneDescription scene;
    scene.gridStep = 5;
    const auto side = static_cast<std::uint32_t>(std::ceil(std::sqrt(n)));
    for (std::uint32_t i = 0; i < n; ++i) {
        const bool drum = i % 7 == 0;
        ui::SceneNode node;
        node.assetId = "a" + std::to_string(i);
        node.shape = drum ? ui::Shape::VerticalDrum : ui::Shape::Pump;
        node.position = {static_cast<float>(i % side) * 5, static_cast<float>(i / side) * 4, 0};
        node.size = drum ? ui::Point3{2, 2, 4} : ui::Point3{3, 1.2F, 1.4F};
        node.plinth = 0.3F;
        scene.nodes.push_back(node);
    }
    return scene;
}

/// All normal, but every hundredth machine from `first` on critical.
twin::SnapshotPtr snapshotOf(const std::shared_ptr<const twin::Plant>& plant, std::size_t first)
{
    auto s = std::make_shared<twin::Snapshot>();
    s->plant = plant;
    s->at = 1'763'900'000 * twin::kSecond;
    s->assets.resize(plant->assets.size());
    for (std::size_t i = 0; i < s->assets.size(); ++i) {
        s->assets[i].assessment.withheld = twin::Withheld::No;
        s->assets[i].assessment.score = i % 100 == first ? 20'000 : 97'000;
        s->assets[i].assessment.word = i % 100 == first ? twin::ConditionWord::Critical : twin::ConditionWord::Normal;
    }
    return s;
}

std::shared_ptr<twin::Plant> plantOf(std::uint32_t n)
{
    auto plant = std::make_shared<twin::Plant>();
    for (std::uint32_t i = 0; i < n; ++i) {
        twin::Asset asset;
        asset.id = "a" + std::to_string(i);
        asset.name.byLanguage = {{"en", "Feed pump"}};
        plant->assets.push_back(asset);
    }
    return plant;
}

/// The triangles of all parts as VTK gets them when nobody thinks about it.
vtkSmartPointer<vtkPolyData> merged(const std::vector<ui::ScenePart>& parts)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    for (const ui::ScenePart& part : parts) {
        const vtkIdType base = points->GetNumberOfPoints();
        for (const ui::Point3& p : part.mesh.positions)
            points->InsertNextPoint(p.data());
        for (std::size_t i = 0; i + 2 < part.mesh.indices.size(); i += 3) {
            cells->InsertNextCell({base + part.mesh.indices[i], base + part.mesh.indices[i + 1],
                                   base + part.mesh.indices[i + 2]});
        }
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    return data;
}

/// The merged mesh in the same kind of widget, its camera turned likewise.
class RawView : public QWidget
{
public:
    explicit RawView(const std::vector<ui::ScenePart>& parts) : m_picture(new ui::VtkWidget(this))
    {
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputData(merged(parts));
        m_actor->SetMapper(mapper);
        m_picture->renderer()->AddActor(m_actor);
        m_picture->renderer()->GetActiveCamera()->ParallelProjectionOn();
        m_picture->renderer()->GetActiveCamera()->SetPosition(-0.4, -0.75, 0.53);
        m_picture->renderer()->GetActiveCamera()->SetViewUp(0, 0, 1);
        m_picture->renderer()->ResetCamera();
    }
    [[nodiscard]] quint64 framesDrawn() const { return m_picture->framesDrawn(); }
    void turn(double degrees)
    {
        m_picture->renderer()->GetActiveCamera()->Azimuth(degrees);
        m_picture->renderer()->ResetCameraClippingRange();
        m_picture->draw(true);
    }

protected:
    void resizeEvent(QResizeEvent*) override { m_picture->setGeometry(rect()); }

private:
    ui::VtkWidget* m_picture;
    vtkNew<vtkActor> m_actor;
};

/// Milliseconds of the frames of the fixed path, from the step until its frame is drawn, ascending.
template <class View, class Step>
std::vector<double> path(View& view, const Step& step)
{
    std::vector<double> ms;
    for (int i = 0; i < kFrames; ++i) {
        QElapsedTimer timer;
        timer.start();
        const quint64 before = view.framesDrawn();
        step(i);
        while (view.framesDrawn() == before && timer.elapsed() < kPatienceMs)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    std::sort(ms.begin(), ms.end());
    return ms;
}

double sum(const std::vector<double>& v)
{
    double all = 0;
    for (const double x : v)
        all += x;
    return all;
}

void show(QWidget& widget)
{
    widget.resize(kSize);
    widget.show();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

bool measureFrames(bench::Report& report, std::uint32_t machines, int pairs)
{
    using Kind = bench::Goal::Kind;
    ui::PreparedScene scene = ui::prepareScene(made(machines));
    std::size_t triangles = 0;
    for (const ui::ScenePart& part : scene.parts)
        triangles += part.mesh.triangleCount();
    RawView raw(scene.parts);
    const auto plant = plantOf(machines);
    ui::VtkViewport view(std::move(scene), QLocale::c());
    view.setReducedMotion(true);
    view.setSnapshot(snapshotOf(plant, 0));
    show(raw);
    show(view);
    const auto rawPath = [&] { return path(raw, [&](int) { raw.turn(kStep); }); };
    const auto orbit = [&] { return path(view, [&](int) { view.turn(kStep, 0); }); };
    const auto recolour = [&] {
        return path(view, [&](int i) {
            view.setSnapshot(snapshotOf(plant, static_cast<std::size_t>(1 + i)));
            view.turn(kStep, 0);
        });
    };
    std::vector<double> plain, ours, changed, quick, moving, quickChanged;
    for (int pair = -1; pair < pairs; ++pair) {
        view.setFixedEffort(ui::VtkStage::Effort{triangles, false});
        const double a = sum(orbit()), b = sum(rawPath()), c = sum(recolour());
        if (view.trianglesDrawn() != triangles) {
            bench::say(QStringLiteral("void: %1 of %2 triangles were drawn").arg(view.trianglesDrawn()).arg(triangles));
            return false;
        }
        view.setFixedEffort({});
        const std::vector<double> lod = orbit();
        const double e = sum(recolour());
        bench::say(QStringLiteral("pair %1/%2: ours %3 ms, merged mesh %4 ms, with 1 % changed %5 ms, with LOD %6 ms a frame")
                       .arg(pair + 1).arg(pairs).arg(a / kFrames, 0, 'f', 1).arg(b / kFrames, 0, 'f', 1)
                       .arg(c / kFrames, 0, 'f', 1).arg(sum(lod) / kFrames, 0, 'f', 1));
        if (pair < 0)
            continue; // warm-up: makes what is drawn, and finds the effort that this machine allows
        ours.push_back(a);
        plain.push_back(b);
        changed.push_back(c);
        quick.push_back(lod[lod.size() * 95 / 100]);
        moving.push_back(sum(lod));
        quickChanged.push_back(e);
    }
    const QString name = QStringLiteral("%L1 machines").arg(machines);
    report.add({QStringLiteral("scene.orbit"), QStringLiteral("orbit frame : one merged mesh, ") + name,
                bench::ratiosOf(ours, plain), Kind::AtMost, 1.3});
    report.add({QStringLiteral("scene.recolour"), QStringLiteral("orbit frame with 1 % changed : without, ") + name,
                bench::ratiosOf(changed, ours), Kind::AtMost, 1.1});
    report.add({QStringLiteral("scene.recolour_lod"), QStringLiteral("the same with LOD : orbit frame without, ") + name,
                bench::ratiosOf(quickChanged, ours), Kind::AtMost, 1.1});
    report.add({QStringLiteral("scene.moving"), QStringLiteral("frame while moving with LOD, p95 of 60, ") + name,
                bench::spreadOf(quick), Kind::AtMost, 50, false, QStringLiteral("ms")});
    report.note(QStringLiteral("triangles"), static_cast<qint64>(triangles));
    report.note(QStringLiteral("merged_frame_ms"), bench::spreadOf(plain).median / kFrames);
    report.note(QStringLiteral("lod_frame_ms"), bench::spreadOf(moving).median / kFrames);

    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1'000) // until it rests
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    const quint64 before = view.framesDrawn();
    const auto same = snapshotOf(plant, 0);
    for (timer.restart(); timer.elapsed() < 2'000;) {
        view.setSnapshot(same);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 40);
    }
    const auto drawn = static_cast<double>(view.framesDrawn() - before);
    report.add({QStringLiteral("scene.idle"), QStringLiteral("frames in two idle seconds with 25 snapshots each"),
                {drawn, drawn, drawn}, Kind::AtMost, 0, false, QStringLiteral("frames")});
    return true;
}

double p99(std::vector<double> us)
{
    std::sort(us.begin(), us.end());
    return us[us.size() * 99 / 100] * 1e-3;
}

bool measurePick(bench::Report& report, std::uint32_t machines, int rays)
{
    const auto parts = ui::buildParts(made(machines));
    QElapsedTimer timer;
    timer.start();
    const ui::PickTree tree(parts);
    report.note(QStringLiteral("pick_tree_build_ms"), timer.restart());
    const vtkSmartPointer<vtkPolyData> mesh = merged(parts);
    timer.restart();
    vtkNew<vtkStaticCellLocator> locator;
    locator->SetDataSet(mesh);
    locator->BuildLocator();
    report.note(QStringLiteral("vtk_locator_build_ms"), timer.elapsed());

    ui::SceneCamera camera;
    const QSizeF view(kSize);
    ui::Box3 all;
    for (const ui::ScenePart& part : parts)
        all.add(part.box);
    camera.frame(camera.project(all, view), view, 0.05);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(0, view.width()), y(0, view.height()), tilt(-20, 30), turn(-90, 90);
    std::vector<double> ours, theirs;
    vtkNew<vtkGenericCell> cell;
    int hits = 0;
    for (int i = 0; i < rays; ++i) {
        camera.orbit(turn(random), tilt(random));
        const ui::Ray ray = camera.ray({x(random), y(random)}, view);
        timer.restart();
        const auto hit = tree.nearest(ray);
        ours.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-3);
        const ui::Vec3 end = ray.origin + ray.direction * 200'000;
        const std::array<double, 3> from{ray.origin.x, ray.origin.y, ray.origin.z}, to{end.x, end.y, end.z};
        double t = 0, where[3], local[3];
        int sub = 0;
        vtkIdType id = -1;
        timer.restart();
        locator->IntersectWithLine(from.data(), to.data(), 0, t, where, local, sub, id, cell);
        theirs.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-3);
        hits += hit ? 1 : 0;
        if (i >= 60)
            continue;
        // Every triangle of every machine.
        std::optional<ui::PickTree::Hit> exact;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const ui::TriangleMesh& m = parts[p].mesh;
            for (std::size_t k = 0; k < m.indices.size(); k += 3) {
                const auto d = ui::PickTree::meet(ray, m.positions[m.indices[k]], m.positions[m.indices[k + 1]],
                                                  m.positions[m.indices[k + 2]]);
                if (d && (!exact || *d < exact->distance))
                    exact = ui::PickTree::Hit{p, *d, {}};
            }
        }
        if (exact != hit) {
            bench::say(QStringLiteral("void: a pick differs from the exhaustive test"));
            return false;
        }
    }
    if (hits < rays / 20) {
        bench::say(QStringLiteral("void: hardly a ray hit anything"));
        return false;
    }
    const double mine = p99(ours);
    report.add({QStringLiteral("scene.pick"), QStringLiteral("pick, p99, %L1 machines").arg(machines),
                {mine, mine, mine}, bench::Goal::Kind::AtMost, 5, false, QStringLiteral("ms")});
    report.note(QStringLiteral("pick_p99_ms"), mine);
    report.note(QStringLiteral("vtk_locator_p99_ms"), p99(theirs));
    bench::say(QStringLiteral("pick p99: own tree %1 ms, vtkStaticCellLocator %2 ms").arg(mine).arg(p99(theirs)));
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("Not needed."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("machines"), QStringLiteral("In the picture."), QStringLiteral("N"), QStringLiteral("5000")},
                  {QStringLiteral("picked"), QStringLiteral("To pick from."), QStringLiteral("N"), QStringLiteral("20000")},
                  {QStringLiteral("rays"), QStringLiteral("Picks."), QStringLiteral("N"), QStringLiteral("5000")},
                  {QStringLiteral("pairs"), QStringLiteral("Measured pairs after one warm-up."), QStringLiteral("N"), QStringLiteral("5")}});
    p.addHelpOption();
    p.process(app);
    const auto number = [&](const char* name) { return p.value(QString::fromLatin1(name)).toInt(); };
    bench::Report report;
    if (!measurePick(report, static_cast<std::uint32_t>(number("picked")), number("rays"))
        || !measureFrames(report, static_cast<std::uint32_t>(number("machines")), number("pairs")))
        return 1;
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pen_book.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include "ui/models/pen_set_json.h"
#include "ui/models/settings.h"

namespace gemba::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gemba::ui::PenBook)
};

struct Read
{
    PenSets sets;
    QString problem;
    bool missing = false;
};

QString sentence(const twin::Error& e)
{
    const auto argument = [&](std::size_t i) {
        return i < e.args.size() && std::holds_alternative<std::string>(e.args[i])
                   ? QString::fromStdString(std::get<std::string>(e.args[i]))
                   : QString();
    };
    if (e.code == twin::ErrorCode::FileTooLarge)
        return Text::tr("The file is larger than pen sets can be (1 MB).");
    if (e.code == twin::ErrorCode::JsonSyntax)
        return Text::tr("This is not a file of pen sets: %1.").arg(argument(0));
    return Text::tr("This file of pen sets cannot be used: expected %1 at %2.")
        .arg(argument(0), QString::fromStdString(e.place.jsonPath));
}

Read readFile(const QString& path)
{
    Read read;
    QFile file(path);
    read.missing = !file.exists();
    if (read.missing || !file.open(QIODevice::ReadOnly)) {
        read.problem = Text::tr("%1 cannot be read: %2.").arg(path, file.errorString());
        return read;
    }
    auto sets = penSetsFrom(file.read(kMostPenSetBytes + 1));
    if (sets)
        read.sets = std::move(*sets);
    else
        read.problem = sentence(sets.error());
    return read;
}

QString writeFile(const QString& path, const QByteArray& json)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return {};
    return Text::tr("%1 cannot be written: %2.").arg(path, file.errorString());
}

/// One file after the other, in the order asked for: the last one written is the last one.
QThreadPool& filePool()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

/// Runs `work` beside the window and gives its outcome back to it.
template <class Work, class Then>
void beside(QObject* context, Work work, Then then)
{
    filePool().start([self = QPointer<QObject>(context), work = std::move(work), then = std::move(then)] {
        auto outcome = work();
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, then, outcome = std::move(outcome)] {
            if (self)
                then(outcome);
        });
    });
}

} // namespace

PenBook::PenBook(Settings& settings) : QObject(&settings), m_settings(settings) {}

PenBook& PenBook::of(Settings& settings)
{
    auto* book = settings.findChild<PenBook*>({}, Qt::FindDirectChildrenOnly);
    return book ? *book : *new PenBook(settings);
}

QString PenBook::path() const
{
    if (m_settings.folder().isEmpty() || m_sets.plant.isEmpty())
        return {};
    // Ids of plants are letters, digits, points and dashes; what is not stays out of file names.
    QString name;
    for (const QChar c : m_sets.plant.left(80))
        name += c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-')) ? c : QLatin1Char('_');
    return m_settings.folder() + QStringLiteral("/pens-%1.json").arg(name);
}

void PenBook::setPlant(const QString& id)
{
    if (id == m_sets.plant)
        return;
    m_sets = {};
    m_sets.plant = id;
    const quint64 round = ++m_round;
    Q_EMIT changed();
    const QString file = path();
    if (file.isEmpty())
        return;
    beside(this, [file] { return readFile(file); }, [this, round, file](const Read& read) {
        if (round != m_round || read.missing)
            return;
        if (!read.problem.isEmpty()) {
            QFile::rename(file, file + QStringLiteral(".unreadable")); // nothing of it is lost
            Q_EMIT failed(read.problem);
            return;
        }
        const QString plant = m_sets.plant;
        PenSets both = read.sets;
        mergePenSets(both, m_sets); // what was made while it was being read
        m_sets = both;
        m_sets.plant = plant;
        Q_EMIT changed();
    });
}

void PenBook::replace(const PenSets& sets)
{
    if (sets == m_sets)
        return;
    const QString plant = m_sets.plant;
    m_sets = sets;
    m_sets.plant = plant;
    if (const QString file = path(); !file.isEmpty()) {
        exportTo(file, m_sets, [this](const QString& problem) {
            if (!problem.isEmpty())
                Q_EMIT failed(problem);
        });
    }
    Q_EMIT changed();
}

void PenBook::importFrom(const QString& path, std::function<void(PenSets, const QString&)> done)
{
    beside(this, [path] { return readFile(path); },
           [done = std::move(done)](const Read& read) { done(read.sets, read.problem); });
}

void PenBook::exportTo(const QString& path, const PenSets& sets, Done done)
{
    beside(this, [path, json = toJson(sets)] { return writeFile(path, json); }, std::move(done));
}

} // namespace gemba::ui

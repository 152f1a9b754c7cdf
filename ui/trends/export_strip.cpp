// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/export_strip.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QPointer>
#include <QProgressBar>
#include <QSaveFile>
#include <QThreadPool>

#include "ui/look/flat_button.h"
#include "ui/look/stamp.h"
#include "ui/look/text_label.h"

namespace gemba::ui {

ExportStrip::ExportStrip(const ConsoleContext& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_ticket(context.history.reserveTickets(1)),
      m_text(new TextLabel(TextLabel::Voice::Body)), m_bar(new QProgressBar), m_button(new FlatButton)
{
    setObjectName(QStringLiteral("export"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_button);
    m_bar->setFixedWidth(140);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of saving"));
    connect(m_button, &QPushButton::clicked, this, [this] { m_busy ? cancel() : hide(); });
    hide();
}

ExportStrip::~ExportStrip()
{
    if (m_busy)
        m_context.history.cancel(m_ticket);
}

void ExportStrip::begin(const QString& path)
{
    m_path = path;
    m_busy = true;
    m_bar->setValue(0);
    m_bar->show();
    m_text->setText(tr("Saving %1…").arg(QFileInfo(path).fileName()));
    m_button->setLabel(tr("Cancel"));
    show();
}

void ExportStrip::finish(const QString& problem)
{
    m_busy = false;
    m_bar->hide();
    m_text->setText(problem.isEmpty() ? tr("Saved: %1").arg(QDir::toNativeSeparators(m_path)) : problem);
    m_button->setLabel(tr("Close"));
    m_button->show();
    Q_EMIT finished(problem);
}

void ExportStrip::cancel()
{
    m_context.history.cancel(m_ticket);
    finish(tr("Cancelled. Nothing was saved."));
}

void ExportStrip::savePicture(const QString& path, const QImage& picture, const Phrases& phrases)
{
    if (m_busy)
        return;
    begin(path);
    m_button->hide(); // too short to be cancelled
    const QImage whole = stamped(picture, Stamp::of(m_context.view, phrases));
    QThreadPool::globalInstance()->start([self = QPointer(this), path, whole, app = QCoreApplication::instance()] {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) && whole.save(&file, "PNG") && file.commit();
        const QString problem = saved ? QString() : tr("%1 cannot be written: %2.").arg(path, file.errorString());
        QMetaObject::invokeMethod(app, [self, problem] {
            if (self && self->m_busy)
                self->finish(problem);
        });
    });
}

void ExportStrip::saveValues(const QString& path, const std::vector<FedPen>& pens, TimeRange stretch)
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (m_busy || !snapshot || !stretch.valid())
        return;
    begin(path);
    ValueTable table;
    table.path = path;
    table.from = stretch.from;
    table.to = stretch.to;
    table.knownAt = snapshot->at;
    for (const FedPen& p : pens)
        table.columns.push_back({p.source, p.pen.unit.isEmpty()
                                               ? p.pen.name
                                               : QStringLiteral("%1 [%2]").arg(p.pen.name, p.pen.unit)});
    m_context.history.writeTable(
        m_ticket, table,
        [self = QPointer(this)](double share) {
            if (self)
                self->m_bar->setValue(static_cast<int>(share * 1000));
        },
        [self = QPointer(this)](const QString& problem) {
            if (self)
                self->finish(problem);
        });
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"
#include "ui/models/verdict_model.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

/// One observation: its words, and below what it speaks for.
class EvidenceDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;
};

/// The four causes with the weight of each: from a middle line to the right what speaks for it, to
/// the left what speaks against it.
class CauseScale : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit CauseScale(QWidget* parent = nullptr);
    void show(const VerdictModel& model);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<int, twin::kCauses> m_weights{};
    Theme m_theme = Theme::light();
};

/// "Machine, sensor, process or model?" with its evidence, before anything is done. Not there
/// while the selected machine is Normal or has no figure.
class VerdictPanel : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit VerdictPanel(const ConsoleContext& context, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

private:
    void refresh();
    VerdictModel* m_model = nullptr;
    TextLabel* m_headline = nullptr;
    TextLabel* m_firstStep = nullptr;
    CauseScale* m_scale = nullptr;
    EvidenceDelegate* m_delegate = nullptr;
};

} // namespace gemba::ui

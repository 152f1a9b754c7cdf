// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"
#include "ui/models/sister_models.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

/// A machine of the list of sisters: marker, name with its word or why it has no figure, figure.
class SisterDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;
};

/// One input: its value, where it lies among the sisters' (rings; a line for their median), and
/// their median and range as numbers.
class SisterInputDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;
};

/// The selected machine beside the others of its class. Not there where it has no sisters. A click
/// or Return on a sister selects it.
class SisterPanel : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit SisterPanel(const ConsoleContext& context, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

private:
    void refresh();
    void select(const QModelIndex& row);

    ConsoleContext m_context;
    Sisters m_sisters;
    std::shared_ptr<const twin::Plant> m_plant; ///< that m_sisters is of
    SisterListModel* m_machines = nullptr;
    SisterInputModel* m_inputs = nullptr;
    PanelHeading* m_heading = nullptr;
    TextLabel* m_more = nullptr;
    SisterDelegate* m_machineDelegate = nullptr;
    SisterInputDelegate* m_inputDelegate = nullptr;
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/plain_list.h"
#include "ui/models/phrases.h"
#include "ui/models/reason_history.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

class FlatButton;
class ReasonChangeModel;
class ReasonChart;
class ReasonChangeDelegate;

/// How the reasons of the selected machine came to be what they are, and which of them changed
/// since an instant that a person chooses: in the chart, or so long before the cursor.
class ReasonPanel : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit ReasonPanel(const ConsoleContext& context, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] twin::TimeNs then() const; ///< what is compared with; kNoTime: nothing
    void compareSince(twin::TimeNs then);    ///< kNoTime: as if nobody had chosen
    void compareBack(twin::TimeNs span);     ///< so long before the cursor, as it moves

private:
    void buildMenu();
    void refresh();
    void showChanges(const twin::Snapshot& snapshot);
    void showState();

    ConsoleContext m_context;
    ReasonHistory m_history;
    Phrases m_phrases;
    ReasonChart* m_chart = nullptr;
    PanelHeading* m_changeHeading = nullptr;
    FlatButton* m_since = nullptr;
    TextLabel* m_columns = nullptr;
    PlainList* m_changes = nullptr;
    TextLabel* m_more = nullptr; ///< how many are not in the list
    ReasonChangeModel* m_model = nullptr;
    ReasonChangeDelegate* m_delegate = nullptr;
    TextLabel* m_said = nullptr; ///< why there is nothing
    FlatButton* m_again = nullptr;
    twin::TimeNs m_then = twin::kNoTime, m_back = 0;
    twin::AssetId m_asset = twin::kNoAsset;
};

/// Reason, then, now, difference.
class ReasonChangeDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;
};

} // namespace gemba::ui

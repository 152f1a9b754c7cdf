// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"
#include "ui/models/alert_list_model.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

/// An alert in a list, with its Ack button while nobody has acknowledged it.
class AlertDelegate : public RowDelegate
{
    Q_OBJECT
public:
    AlertDelegate(AlertListModel::Lane lane, QObject* parent);
    void setAcknowledgeReason(const QString& whyNot)
    {
        m_whyNot = whyNot;
    } ///< empty: it may be done
    void setScale(double scale) { m_scale = scale; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    [[nodiscard]] QRect buttonRect(const QRect& row) const;

Q_SIGNALS:
    void acknowledgeWanted(quint64 alertId);

protected:
    void paintRow(QPainter& painter, const QRectF& rect, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    AlertListModel::Lane m_lane;
    double m_scale = 1.0;
    QString m_whyNot;
};

/// Gemba's alerts and, in a lane of their own, the alarms of the DCS, which cannot be
/// acknowledged here. Hidden lane while the DCS has none.
class AlertPanel : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit AlertPanel(const ConsoleContext& context, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    void setScale(double scale);      ///< 1: a list; more: read from further away
    void setHeadingShown(bool shown); ///< false where something else already says what this is
    void acknowledgeSelected();       ///< the selected alert, or the first that waits
    [[nodiscard]] bool canAcknowledge() const; ///< live, and something waits

Q_SIGNALS:
    void acknowledgeableChanged();

private:
    void showState();
    ConsoleContext m_context;
    AlertListModel* m_alerts = nullptr;
    AlertListModel* m_alarms = nullptr;
    PanelHeading* m_alertHeading = nullptr;
    PanelHeading* m_alarmHeading = nullptr;
    TextLabel* m_none = nullptr;
    PlainList* m_alertList = nullptr;
    PlainList* m_alarmList = nullptr;
    AlertDelegate* m_alertDelegate = nullptr;
    AlertDelegate* m_alarmDelegate = nullptr;
};

} // namespace gemba::ui

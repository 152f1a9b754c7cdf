// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/plain_list.h"
#include "ui/models/alert_list_model.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

class QMenu;

namespace gemba::ui {

/// An alert in a list, with its Ack button while nobody has acknowledged it. A title that does not
/// fit takes two lines.
class AlertDelegate : public RowDelegate
{
    Q_OBJECT
public:
    AlertDelegate(AlertListModel::Lane lane, QObject* parent);
    void setAcknowledgeReason(const QString& whyNot)
    {
        m_whyNot = whyNot;
    } ///< empty: it may be done
    void setSizes(int title, int detail) ///< pixels of the two lines' fonts
    {
        m_title = title;
        m_detail = detail;
    }
    [[nodiscard]] int rowHeight(int titleLines) const;
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
    void paintButton(QPainter& painter, const QRectF& row) const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] QSize buttonSize() const;
    /// One line or, where the title does not fit into the row's width, two.
    [[nodiscard]] int titleLines(int rowWidth, const QModelIndex& index) const;
    AlertListModel::Lane m_lane;
    int m_title = 13;
    int m_detail = 12;
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
    void setSizes(int title, int detail); ///< pixels; 13 and 12 in a list to read from near
    /// As a part of the overview: no heading, titles fitted into one line, no lane of DCS alarms
    /// (the sheet counts them).
    void setOnOverview();
    void acknowledgeSelected();       ///< the selected alert, or the first that waits
    [[nodiscard]] bool canAcknowledge() const; ///< live, and something waits

Q_SIGNALS:
    void acknowledgeableChanged();

private:
    void addToMenu(QMenu& menu, const QModelIndex& row);
    void askNote(quint64 alert);
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
    bool m_onOverview = false;
};

} // namespace gemba::ui

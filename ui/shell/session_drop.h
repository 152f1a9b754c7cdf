// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace gemba::ui {

/// Lets a person drop one session file onto a window. Anything else is refused while it is still
/// being dragged, so that the pointer says so.
class SessionDrop : public QObject
{
    Q_OBJECT
public:
    explicit SessionDrop(QWidget& window);
    /// The session that is being dragged; empty: nothing that could be opened.
    [[nodiscard]] static QString sessionIn(const QMimeData& dragged);

Q_SIGNALS:
    void dropped(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace gemba::ui

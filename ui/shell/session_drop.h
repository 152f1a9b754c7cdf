// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace gemba::ui {

/// Lets a person drop one session file, or the folder of one plant, onto a window. Anything else
/// is refused while it is still being dragged, so that the pointer says so.
class SessionDrop : public QObject
{
    Q_OBJECT
public:
    /// plants: whether plants can be watched here.
    SessionDrop(QWidget& window, bool plants);
    /// The session that is being dragged; empty: nothing that could be opened.
    [[nodiscard]] static QString sessionIn(const QMimeData& dragged);
    /// The folder of the plant that is being dragged, by itself or by its plant.json.
    [[nodiscard]] static QString plantIn(const QMimeData& dragged);

Q_SIGNALS:
    void dropped(const QString& path);
    void plantDropped(const QString& folder);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_plants;
};

} // namespace gemba::ui

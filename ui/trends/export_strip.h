// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/models/phrases.h"
#include "ui/trends/chart_feed.h"

class QProgressBar;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// Saves a chart as a picture or its values as a table, beside the window; shows how far it is,
/// can be cancelled, and says where the file is or why it is not. Nothing half-written is left.
class ExportStrip : public QFrame
{
    Q_OBJECT
public:
    explicit ExportStrip(const ConsoleContext& context, QWidget* parent = nullptr);
    ~ExportStrip() override;
    void savePicture(const QString& path, const QImage& picture, const Phrases& phrases);
    void saveValues(const QString& path, const std::vector<FedPen>& pens, TimeRange stretch);
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void finished(const QString& problem); ///< empty: the file is there

private:
    void begin(const QString& path);
    void finish(const QString& problem);
    void cancel();
    ConsoleContext m_context;
    int m_ticket;
    QString m_path;
    TextLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    FlatButton* m_button = nullptr;
    bool m_busy = false;
};

} // namespace gemba::ui

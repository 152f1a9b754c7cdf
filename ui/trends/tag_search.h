// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/look/plain_list.h"
#include "ui/models/tag_search_model.h"

class QLineEdit;

namespace gemba::ui {

/// Finds tags by a few words and gives them to a chart: Enter or a click adds one and stays open
/// for the next, dragging takes it to any chart, Escape closes.
class TagSearch : public QDialog, public Themed
{
    Q_OBJECT
public:
    TagSearch(const QLocale& locale, QWidget* parent);
    void open(const std::shared_ptr<const twin::Plant>& plant,
              const std::vector<CalculatedTag>& calculated, const QPoint& globalPosition);
    void setTheme(const Theme& theme) override;

Q_SIGNALS:
    void tagChosen(gemba::twin::TagId tag);
    void calculatedChosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search(const QString& words);
    void choose(const QModelIndex& i);
    TagSearchModel* m_model = nullptr;
    QLineEdit* m_words = nullptr;
    PlainList* m_list = nullptr;
    RowDelegate* m_delegate = nullptr;
    QWidget* m_nothing = nullptr;
};

} // namespace gemba::ui

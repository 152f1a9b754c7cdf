// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/search_popup.h"
#include "ui/models/tag_search_model.h"

namespace gemba::ui {

/// Finds tags by a few words and gives them to a chart: Enter or a click adds one and stays open
/// for the next, dragging takes it to any chart, Escape closes.
class TagSearch : public SearchPopup
{
    Q_OBJECT
public:
    TagSearch(const QLocale& locale, QWidget* parent);
    void open(const std::shared_ptr<const twin::Plant>& plant,
              const std::vector<CalculatedTag>& calculated, const DisplayUnits& units,
              const QPoint& globalPosition);

Q_SIGNALS:
    void tagChosen(gemba::twin::TagId tag);
    void calculatedChosen(const QString& id);

protected:
    void searchFor(const QString& words) override;
    void take(const QModelIndex& row) override;
    void changeEvent(QEvent* event) override;

private:
    TagSearch(TagSearchModel& model, QWidget* parent);
    TagSearchModel& m_model; ///< a child
};

} // namespace gemba::ui

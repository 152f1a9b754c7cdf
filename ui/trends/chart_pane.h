// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/text_label.h"
#include "ui/models/pen_book.h"
#include "ui/models/phrases.h"
#include "ui/trends/chart_feed.h"

class QMenu;
class QStackedLayout;

namespace gemba::ui {

class FlatButton;
class StatisticsStrip;
class ScatterPane;
class ExportStrip;

/// One chart with what can be done with it: which pens, which time, what is laid over it, what it
/// says about a stretch. Without pens of its own it shows those of the selected machine.
class ChartPane : public QWidget, public Themed
{
    Q_OBJECT
public:
    static constexpr std::size_t kDefaultPens = 2;

    ChartPane(const ConsoleContext& context, ChartPointer& pointer, QWidget* parent = nullptr);
    ~ChartPane() override;

    void setSpec(const ChartSpec& spec);
    /// Which chart of the machine's default set this shows while it has no pens of its own.
    void setPlace(std::size_t place) { m_place = place; }
    [[nodiscard]] const ChartSpec& spec() const { return m_spec; }
    /// No pens of its own.
    [[nodiscard]] bool ofMachine() const { return m_spec.pens.empty(); }
    /// The pens that are shown, whoever chose them.
    [[nodiscard]] std::vector<PenSpec> shownPens() const;
    [[nodiscard]] TrendChart& chart() { return *m_chart; }
    [[nodiscard]] ChartFeed& feed() { return *m_feed; }
    [[nodiscard]] Phrases& phrases() { return m_phrases; }
    [[nodiscard]] const ConsoleContext& context() const { return m_context; }
    /// The menu of this chart, made for the state of now; -1: no pen in particular.
    void fillMenu(QMenu& menu, int pen);
    void setTheme(const Theme& theme) override;

    void addTags(const std::vector<twin::TagId>& tags);
    void addCalculated(const QString& id);
    void removePen(std::size_t pen);
    void setStyle(std::size_t pen, const LineStyle& style);
    void openSearch();
    void editCalculated();
    void layOver(const Overlay& overlay);
    void overlayYesterday();
    void overlayBefore(); ///< the stretch before the one that is shown
    void overlayLastStart();
    void overlayEvent(const twin::Event& event);
    void showScatter(bool shown);
    void measure(TimeRange range); ///< not valid: closes the statistics
    void savePicture(const QString& path);
    void saveValues(const QString& path);

Q_SIGNALS:
    void edited(const gemba::ui::ChartSpec& before); ///< by a person
    void panelMenuWanted(QMenu* menu); ///< the panel around it adds its own

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead();
    void connectChart();
    void fillTimeMenu(QMenu& menu);
    void fillStyleMenu(QMenu& menu, std::size_t pen);
    void fillCompareMenu(QMenu& menu);
    [[nodiscard]] twin::TimeNs dayBefore() const; ///< how long ago the same wall clock was
    [[nodiscard]] bool recorded(twin::TimeNs shift) const; ///< anything of what is shown, so much earlier
    void onSnapshot(ChangeReason reason);
    void showPens();
    void showHead();
    void change(const ChartSpec& next);
    [[nodiscard]] std::vector<twin::TagId> machineTags() const;
    /// Where the pen that the chart counts so stands among shownPens(); its end: nowhere.
    [[nodiscard]] std::size_t placeOf(std::size_t pen, const std::vector<PenSpec>& among) const;
    [[nodiscard]] LineStyle nextStyle(const std::vector<PenSpec>& pens, const QString& unit) const;
    [[nodiscard]] std::optional<FedPen> fed(const PenSpec& spec) const;
    [[nodiscard]] twin::TimeNs chartTime(twin::TimeNs logTime) const;
    void popUp(int pen, const QPoint& at);

    ConsoleContext m_context;
    PenBook& m_book;
    ChartSpec m_spec;
    Phrases m_phrases;
    Theme m_theme = Theme::light();
    QStackedLayout* m_pages = nullptr;
    TextLabel *m_title = nullptr, *m_empty = nullptr;
    FlatButton *m_addButton = nullptr, *m_timeButton = nullptr, *m_compareButton = nullptr,
               *m_backButton = nullptr, *m_cursorButton = nullptr, *m_moreButton = nullptr;
    QMenu *m_timeMenu = nullptr, *m_compareMenu = nullptr, *m_moreMenu = nullptr;
    TrendChart* m_chart = nullptr;
    ChartFeed* m_feed = nullptr;
    StatisticsStrip* m_statistics = nullptr;
    ScatterPane* m_scatter = nullptr;
    ExportStrip* m_export = nullptr;
    std::size_t m_place = 0;
    bool m_dropWanted = false;
};

} // namespace gemba::ui

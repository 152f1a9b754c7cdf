// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QWidget>

namespace gemba::ui {
namespace {

/// Red chosen for contrast with white, orange and yellow from the Wong set (safe under the three
/// kinds of colour blindness together with the shapes).
void setAlertHues(Theme& t)
{
    t.priority[1] = QColor(0xc8, 0x10, 0x2e);
    t.priority[2] = QColor(0xe6, 0x9f, 0x00);
    t.priority[3] = QColor(0xf0, 0xe4, 0x42);
    t.priorityText[1] = Qt::white;
    t.priorityText[2] = Qt::black;
    t.priorityText[3] = Qt::black;
    t.notLive = QColor(0xe6, 0x9f, 0x00);
}

} // namespace

Theme Theme::light()
{
    Theme t;
    t.canvas = QColor(0xd6, 0xd8, 0xdb);
    t.panel = QColor(0xe5, 0xe7, 0xe9);
    t.raised = QColor(0xf7, 0xf9, 0xfa);
    t.line = QColor(0x7c, 0x83, 0x8c);
    t.softLine = QColor(0xcc, 0xd0, 0xd5);
    t.text = QColor(0x1a, 0x1c, 0x20);
    t.quietText = QColor(0x50, 0x57, 0x60);
    t.ink = QColor(0x2a, 0x31, 0x3a);
    t.inkText = QColor(0xf7, 0xf9, 0xfa);
    t.track = QColor(0xcb, 0xcf, 0xd5);
    t.band = QColor(0xa0, 0xa7, 0xaf);
    t.rail = QColor(0x2a, 0x31, 0x3a);
    t.railText = QColor(0xc9, 0xcf, 0xd6);
    t.railActive = QColor(0x3d, 0x46, 0x51);
    t.outline = QColor(0x16, 0x18, 0x1c);
    t.replayGround = QColor(0xff, 0xf2, 0xcf);
    t.replayText = QColor(0x1a, 0x1c, 0x20);
    t.doubt = QColor(0x00, 0x66, 0xa3);
    setAlertHues(t);
    return t;
}

Theme Theme::darkGrey()
{
    Theme t;
    t.dark = true;
    t.canvas = QColor(0x22, 0x25, 0x29);
    t.panel = QColor(0x2b, 0x2f, 0x34);
    t.raised = QColor(0x3b, 0x41, 0x48);
    t.line = QColor(0x7a, 0x82, 0x8b);
    t.softLine = QColor(0x40, 0x46, 0x4d);
    t.text = QColor(0xe6, 0xe8, 0xea);
    t.quietText = QColor(0xa9, 0xb0, 0xb8);
    t.ink = QColor(0xc6, 0xcc, 0xd3);
    t.inkText = QColor(0x1b, 0x1e, 0x22);
    t.track = QColor(0x45, 0x4b, 0x53);
    t.band = QColor(0x6f, 0x78, 0x82);
    t.rail = QColor(0x17, 0x1a, 0x1e);
    t.railText = QColor(0xb4, 0xbb, 0xc3);
    t.railActive = QColor(0x31, 0x37, 0x3f);
    t.outline = QColor(0xe6, 0xe8, 0xea);
    t.replayGround = QColor(0x4a, 0x3d, 0x18);
    t.replayText = QColor(0xf6, 0xec, 0xd2);
    t.doubt = QColor(0x56, 0xb4, 0xe9);
    setAlertHues(t);
    return t;
}

Theme Theme::paper()
{
    Theme t = light();
    for (QColor* ground : {&t.canvas, &t.panel, &t.raised, &t.replayGround})
        *ground = Qt::white;
    for (QColor* ink : {&t.text, &t.outline, &t.ink, &t.replayText, &t.doubt, &t.notLive})
        *ink = Qt::black;
    t.inkText = Qt::white;
    t.quietText = QColor(0x40, 0x40, 0x40);
    t.line = QColor(0x60, 0x60, 0x60);
    t.softLine = QColor(0xb0, 0xb0, 0xb0);
    t.track = QColor(0xde, 0xde, 0xde);
    t.band = QColor(0xaa, 0xaa, 0xaa);
    t.priority[1] = Qt::black;
    t.priority[2] = QColor(0xb8, 0xb8, 0xb8);
    t.priority[3] = Qt::white;
    return t;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, panel);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, panel);
    p.setColor(QPalette::AlternateBase, canvas);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, quietText);
    p.setColor(QPalette::Highlight, ink);
    p.setColor(QPalette::HighlightedText, inkText);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Link, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role,
                   dark ? QColor(0x74, 0x7b, 0x83) : QColor(0x8b, 0x92, 0x9a));
    return p;
}

QString Theme::styleSheet() const
{
    const QString sheet = QStringLiteral(
        "QMenuBar,QMenu{font-family:'%9';font-size:13px}"
        "QMenuBar{background:%1;color:%2;border:0;padding:1px 4px}"
        "QMenuBar::item{background:transparent;padding:3px 9px;border-radius:3px}"
        "QMenuBar::item:selected{background:%3}"
        "QMenu{background:%4;color:%2;border:1px solid %5;padding:4px 0}"
        "QMenu::item{padding:5px 26px 5px 22px}"
        "QMenu::item:selected{background:%6;color:%7}"
        "QMenu::item:disabled{color:%8}"
        "QMenu::separator{height:1px;background:%3;margin:4px 0}"
        "QToolTip{background:%4;color:%2;border:1px solid %5;padding:4px}"
        "QLineEdit{background:transparent;color:%2;border:1px solid transparent;border-radius:4px;"
        "padding:2px 4px}"
        "QLineEdit:hover{border-color:%3}QLineEdit:focus{background:%4;border-color:%2}"
        "QScrollBar:vertical{background:transparent;width:9px;margin:0}"
        "QScrollBar:horizontal{background:transparent;height:9px;margin:0}"
        "QScrollBar::handle{background:%5;border-radius:4px;min-height:24px;min-width:24px;margin:"
        "1px}"
        "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}"
        "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}"
        "QSplitter::handle{background:%5}"
        "QLineEdit[inForm=true]{background:%4;border-color:%5}"
        "QTableView{background:transparent;color:%2;border:1px solid %3;outline:0;"
        "selection-background-color:%6;selection-color:%7}"
        "QTableView::item:selected{background:%6;color:%7}"
        "QHeaderView,QHeaderView::section{background:%1;color:%2;border:0}"
        "QHeaderView::section{border-bottom:1px solid %5;padding:4px 6px}"
        "QScrollArea,QListView,QTextBrowser{border:0;background:transparent}");
    return sheet.arg(panel.name(), text.name(), softLine.name(), raised.name(), line.name(),
                     ink.name(), inkText.name(),
                     palette().color(QPalette::Disabled, QPalette::Text).name(), font(13).family());
}

QFont Theme::font(int pixels, QFont::Weight weight)
{
    static const bool kInter = QFontDatabase::families().contains(QStringLiteral("Inter"));
    QFont f = kInter ? QFont(QStringLiteral("Inter")) : QApplication::font();
    f.setPixelSize(pixels);
    f.setWeight(weight);
    return f;
}

void applyTheme(QWidget& window, const Theme& theme)
{
    window.setPalette(theme.palette());
    window.setStyleSheet(theme.styleSheet());
    handTheme(window, theme);
}

void handTheme(QWidget& parent, const Theme& theme)
{
    for (QWidget* child : parent.findChildren<QWidget*>()) {
        if (auto* themed = dynamic_cast<Themed*>(child))
            themed->setTheme(theme);
        // A style sheet above keeps the window's palette from those that the style draws.
        if (qobject_cast<QCheckBox*>(child) || qobject_cast<QComboBox*>(child) ||
            qobject_cast<QAbstractSpinBox*>(child))
            child->setPalette(theme.palette());
        child->update();
    }
}

} // namespace gemba::ui

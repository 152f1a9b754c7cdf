// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLocale>
#include <QTextBrowser>

#include "ui/look/theme.h"

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace gemba::ui {

class PlainList;
class TextLabel;
class TitleRowDelegate;

/// One page of the help, as it is built into the program.
struct HelpPage
{
    QString name; ///< "time": the same in every language
    QString title;
    QString text; ///< Markdown
};

/// Every page in the user's language, or in English where it has not been translated.
[[nodiscard]] std::vector<HelpPage> helpPages(const QLocale& locale);
/// The page about what has the focus: the property kHelpProperty of the nearest widget around it.
inline constexpr const char* kHelpProperty = "helpPage";
[[nodiscard]] QString helpPageOf(const QWidget* focus); ///< empty: about nothing in particular

/// A page; its pictures come from the program itself, nothing from the network.
class HelpText : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpText(const QString& language, QWidget* parent = nullptr);
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

private:
    QString m_language;
};

/// The help: pages on the left, found by any words in them, the page on the right.
class HelpWindow : public QDialog, public Themed
{
    Q_OBJECT
public:
    HelpWindow(const QLocale& locale, QWidget* parent);
    void showPage(const QString& name); ///< an unknown one: the first
    [[nodiscard]] QString page() const { return m_shown; }
    void setTheme(const Theme& theme) override;

private:
    void search(const QString& words);
    void markShown(); ///< the page's row, where it is among those found
    std::vector<HelpPage> m_pages;
    QLineEdit* m_words = nullptr;
    PlainList* m_list = nullptr;
    QStandardItemModel* m_found = nullptr;
    TitleRowDelegate* m_delegate = nullptr;
    TextLabel* m_nothing = nullptr;
    HelpText* m_text = nullptr;
    QString m_shown;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_window.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>

#include "ui/look/text_label.h"
#include "ui/look/title_row_delegate.h"
#include "ui/models/word_match.h"

namespace gemba::ui {
namespace {

const QString kRoot = QStringLiteral(":/gemba/help/");
constexpr int kNameRole = Qt::UserRole;
constexpr int kExcerpt = 90;

QString languageOf(const QLocale& locale)
{
    const QString language = locale.name().section(QLatin1Char('_'), 0, 0);
    return QDir(kRoot + language).exists() ? language : QStringLiteral("en");
}

HelpPage read(const QString& path, const QString& name)
{
    QFile file(path);
    HelpPage page{name, name, {}};
    if (file.open(QIODevice::ReadOnly))
        page.text = QString::fromUtf8(file.readAll());
    page.title = page.text.section(QLatin1Char('\n'), 0, 0).remove(QLatin1String("# ")).trimmed();
    return page;
}

/// Without the signs of Markdown: to be searched, and to be shown in one line.
QString plain(const HelpPage& page)
{
    static const QRegularExpression signs(
        QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)|\\]\\([^)]*\\)|[*#`\\[|]|^-+\\s*"),
        QRegularExpression::MultilineOption);
    return QString(page.text).remove(signs).simplified();
}

} // namespace

std::vector<HelpPage> helpPages(const QLocale& locale)
{
    std::vector<HelpPage> pages;
    const QString language = languageOf(locale);
    // The names carry the order: "01-start.md".
    for (const QString& file : QDir(kRoot + QStringLiteral("en")).entryList(
             {QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString own = kRoot + language + QLatin1Char('/') + file;
        const QString name = file.section(QLatin1Char('-'), 1).chopped(3);
        pages.push_back(read(QFile::exists(own) ? own : kRoot + QStringLiteral("en/") + file, name));
    }
    return pages;
}

QString helpPageOf(const QWidget* focus)
{
    for (const QWidget* w = focus; w; w = w->parentWidget()) {
        if (const QString name = w->property(kHelpProperty).toString(); !name.isEmpty())
            return name;
    }
    return {};
}

HelpText::HelpText(const QString& language, QWidget* parent)
    : QTextBrowser(parent), m_language(language)
{
    setOpenLinks(false);
    setAccessibleName(tr("Page"));
}

QVariant HelpText::loadResource(int, const QUrl& name)
{
    for (const QString& language : {m_language, QStringLiteral("en")}) {
        QImage picture(kRoot + language + QLatin1Char('/') + name.path());
        if (picture.isNull())
            continue;
        const int room = viewport()->width() - 40;
        return room > 100 && picture.width() > room
                   ? picture.scaledToWidth(room, Qt::SmoothTransformation)
                   : picture;
    }
    return {};
}

HelpWindow::HelpWindow(const QLocale& locale, QWidget* parent)
    : QDialog(parent), m_pages(helpPages(locale)), m_words(new QLineEdit), m_list(new PlainList),
      m_found(new QStandardItemModel(this)), m_delegate(new TitleRowDelegate(this)),
      m_nothing(new TextLabel(TextLabel::Voice::Quiet, tr("No page has these words."))),
      m_text(new HelpText(languageOf(locale)))
{
    setWindowTitle(tr("Help"));
    setObjectName(QStringLiteral("help"));
    m_words->setPlaceholderText(tr("Search the help"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setModel(m_found);
    m_list->setItemDelegate(m_delegate);
    m_nothing->setWrapped(true);
    auto* left = new QVBoxLayout;
    left->addWidget(m_words);
    left->addWidget(m_nothing);
    left->addWidget(m_list, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 14, 14, 14);
    row->setSpacing(16);
    row->addLayout(left, 2);
    row->addWidget(m_text, 5);
    connect(m_words, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& i) {
                if (i.isValid())
                    showPage(i.data(kNameRole).toString());
            });
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { showPage(link.path().remove(QLatin1String(".md"))); });
    resize(940, 680);
    search({});
}

void HelpWindow::search(const QString& words)
{
    const WordMatch match(words);
    std::vector<std::pair<int, const HelpPage*>> found;
    for (const HelpPage& page : m_pages) {
        const auto inTitle = match.rank(page.title);
        if (const auto rank = inTitle ? inTitle : match.rank(plain(page)))
            found.emplace_back(match.matchesAll() ? 0 : *rank + (inTitle ? 0 : 1000), &page);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, const HelpPage*>::first);
    m_found->clear();
    for (const auto& [rank, page] : found) {
        auto* item = new QStandardItem(page->title);
        item->setData(page->name, kNameRole);
        item->setData(plain(*page).mid(page->title.size()).left(kExcerpt).trimmed(),
                      TitleRowDelegate::DetailRole);
        m_found->appendRow(item);
    }
    m_nothing->setVisible(found.empty());
    if (!match.matchesAll() && !found.empty())
        showPage(found.front().second->name);
    markShown();
}

void HelpWindow::markShown()
{
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (m_found->item(row)->data(kNameRole).toString() == m_shown)
            m_list->selectionModel()->setCurrentIndex(m_found->index(row, 0),
                                                      QItemSelectionModel::ClearAndSelect);
    }
}

void HelpWindow::showPage(const QString& name)
{
    auto page = std::ranges::find(m_pages, name, &HelpPage::name);
    if (page == m_pages.end())
        page = m_pages.begin();
    if (page == m_pages.end() || page->name == m_shown)
        return;
    m_shown = page->name;
    m_text->setMarkdown(page->text);
    markShown();
}

void HelpWindow::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
}

} // namespace gemba::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"
#include "ui/models/word_match.h"

namespace gemba::ui {
namespace {

constexpr int kEditorWidth = 170;
constexpr int kMostNumber = 1'000'000;

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent), m_settings(settings),
      m_nothing(new TextLabel(TextLabel::Voice::Quiet, tr("Nothing to set is called that.")))
{
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("settings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    auto* words = new QLineEdit;
    words->setPlaceholderText(tr("Search the settings"));
    words->setAccessibleName(words->placeholderText());
    words->setClearButtonEnabled(true);
    m_words = words;
    connect(words, &QLineEdit::textChanged, this, &SettingsDialog::search);
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 8, 0);
    rows->setSpacing(10);
    for (SettingEntry& entry : Settings::table()) {
        entry.byDefault = settings.defaultOf(entry.key); // which the desktop may want otherwise
        m_rows.push_back(makeRow(entry));
        rows->addWidget(m_rows.back().frame);
        show(m_rows.back());
    }
    rows->addWidget(m_nothing);
    rows->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea turned it on
    scroll->viewport()->setAutoFillBackground(false);
    auto* problem = new TextLabel(TextLabel::Voice::Body, settings.problem());
    problem->setWrapped(true);
    problem->setVisible(!settings.problem().isEmpty());
    auto* close = new FlatButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(words);
    column->addWidget(scroll, 1);
    column->addWidget(problem);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(&settings, &Settings::changed, this, [this](const QString& key) {
        for (const Row& row : m_rows) {
            if (row.entry.key == key)
                show(row);
        }
    });
    resize(640, 520);
    search({});
}

SettingsDialog::Row SettingsDialog::makeRow(const SettingEntry& entry)
{
    Row row{entry, new QWidget, new TextLabel(TextLabel::Voice::Body, entry.title),
            makeEditor(entry), new FlatButton(tr("Reset"))};
    auto* help = new TextLabel(TextLabel::Voice::Quiet, entry.help);
    help->setWrapped(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(row.title);
    words->addWidget(help);
    auto* line = new QHBoxLayout(row.frame);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addLayout(words, 1);
    line->addWidget(row.editor, 0, Qt::AlignTop);
    line->addWidget(row.reset, 0, Qt::AlignTop);
    row.editor->setFixedWidth(kEditorWidth);
    row.editor->setAccessibleName(entry.title);
    row.editor->setAccessibleDescription(entry.help);
    row.editor->setObjectName(entry.key);
    row.reset->setAccessibleName(tr("Reset %1").arg(entry.title));
    QSizePolicy keep = row.reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true); // editors stay in their column
    row.reset->setSizePolicy(keep);
    connect(row.reset, &QPushButton::clicked, this,
            [this, key = entry.key] { m_settings.reset(key); });
    return row;
}

QWidget* SettingsDialog::makeEditor(const SettingEntry& entry)
{
    const QString key = entry.key;
    if (entry.byDefault.typeId() == QMetaType::Bool) {
        auto* box = new QCheckBox(tr("on"));
        connect(box, &QCheckBox::toggled, this, [=, this](bool on) { m_settings.set(key, on); });
        return box;
    }
    if (!entry.choices.isEmpty()) {
        auto* box = new QComboBox;
        for (qsizetype i = 0; i < entry.choices.size(); ++i)
            box->addItem(entry.choiceTitles.value(i, entry.choices[i]), entry.choices[i]);
        connect(box, &QComboBox::activated, this,
                [=, this] { m_settings.set(key, box->currentData().toString()); });
        return box;
    }
    if (entry.byDefault.typeId() == QMetaType::Int) {
        auto* box = new QSpinBox;
        box->setRange(0, kMostNumber);
        connect(box, &QSpinBox::valueChanged, this, [=, this](int n) { m_settings.set(key, n); });
        return box;
    }
    if (entry.byDefault.typeId() == QMetaType::Double) {
        auto* box = new QDoubleSpinBox;
        box->setLocale(QLocale::c());
        box->setRange(0, kMostNumber);
        connect(box, &QDoubleSpinBox::valueChanged, this,
                [=, this](double n) { m_settings.set(key, n); });
        return box;
    }
    auto* field = new QLineEdit;
    connect(field, &QLineEdit::editingFinished, this,
            [=, this] { m_settings.set(key, field->text()); });
    return field;
}

void SettingsDialog::show(const Row& row)
{
    const QVariant value = m_settings.value(row.entry.key);
    const QSignalBlocker quiet(row.editor);
    if (auto* check = qobject_cast<QCheckBox*>(row.editor))
        check->setChecked(value.toBool());
    else if (auto* choice = qobject_cast<QComboBox*>(row.editor))
        choice->setCurrentIndex(choice->findData(value.toString()));
    else if (auto* number = qobject_cast<QSpinBox*>(row.editor))
        number->setValue(value.toInt());
    else if (auto* real = qobject_cast<QDoubleSpinBox*>(row.editor))
        real->setValue(value.toDouble());
    else if (auto* field = qobject_cast<QLineEdit*>(row.editor))
        field->setText(value.toString());
    const bool changed = value != row.entry.byDefault;
    row.title->setFont(Theme::font(13, changed ? QFont::Bold : QFont::Normal));
    row.reset->setVisible(changed);
}

void SettingsDialog::begin(const QString& words)
{
    m_words->setText(words);
}

void SettingsDialog::search(const QString& words)
{
    const WordMatch match(words);
    bool any = false;
    for (const Row& row : m_rows) {
        const SettingEntry& e = row.entry;
        const QString all = e.title + QLatin1Char(' ') + e.help + QLatin1Char(' ') +
                            e.choiceTitles.join(QLatin1Char(' '));
        const bool found = match.rank(all).has_value();
        row.frame->setVisible(found);
        any |= found;
    }
    m_nothing->setVisible(!any);
}

} // namespace gemba::ui

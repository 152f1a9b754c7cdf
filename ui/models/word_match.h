// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

namespace gemba::ui {

/// Finds things by a few words of their names, in any order: "pres rea" finds "Reactor pressure".
/// Case, accents and the ways of writing ä, ö, ü and ß do not matter. A value.
class WordMatch
{
public:
    explicit WordMatch(const QString& query);
    [[nodiscard]] bool matchesAll() const { return m_words.isEmpty(); } ///< nothing was asked for
    /// How well the text answers, smaller is better: words found at the start of the text, then
    /// at the start of its words, then inside them. Nothing if a word is not found at all.
    [[nodiscard]] std::optional<int> rank(const QString& text) const;

    /// Lower case without accents; "ß" is "ss", "ä" is "a".
    [[nodiscard]] static QString folded(const QString& text);

private:
    QStringList m_words;
};

} // namespace gemba::ui

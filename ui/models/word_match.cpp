// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/word_match.h"

namespace gemba::ui {
namespace {

constexpr int kAtWord = 10, kInside = 100;
constexpr qsizetype kLongest = 1000; ///< of a text that is searched: names come from files

} // namespace

QString WordMatch::folded(const QString& text)
{
    QString out;
    for (const QChar c : text.left(kLongest).normalized(QString::NormalizationForm_KD)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c == QChar(0x00df))
            out += QLatin1String("ss");
        else
            out += c.toCaseFolded();
    }
    return out;
}

WordMatch::WordMatch(const QString& query)
    : m_words(folded(query).split(QLatin1Char(' '), Qt::SkipEmptyParts))
{
}

std::optional<int> WordMatch::rank(const QString& text) const
{
    const QString in = folded(text);
    int rank = 0;
    for (const QString& word : m_words) {
        int best = -1;
        for (qsizetype at = in.indexOf(word); at >= 0 && best != 0; at = in.indexOf(word, at + 1)) {
            const int here = at == 0 ? 0 : !in[at - 1].isLetterOrNumber() ? kAtWord : kInside;
            best = best < 0 ? here : std::min(best, here);
        }
        if (best < 0)
            return std::nullopt;
        rank += best;
    }
    return rank;
}

} // namespace gemba::ui

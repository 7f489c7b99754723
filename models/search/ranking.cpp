#include "models/search/ranking.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace quayside::models
{

namespace
{

enum Fit { // of one word
    ElsewhereFit = 10,
    LettersFit = 20,
    PartFit = 40,
    WordFit = 60,
    BeginFit = 80,
    WholeFit = 100
};
constexpr int recentWeight = 8; // less than any step between the fits

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

// Letters in their order, the first of them at the begin of a word, as people shorten names.
bool hasLetters(const QString &text, const QString &letters)
{
    if (letters.size() < 2)
        return false;
    for (qsizetype begin = text.indexOf(letters[0]); begin >= 0;
         begin = text.indexOf(letters[0], begin + 1)) {
        if (!beginsWord(text, begin))
            continue;
        qsizetype at = begin;
        for (qsizetype i = 1; i < letters.size() && at >= 0; ++i)
            at = text.indexOf(letters[i], at + 1);
        if (at >= 0)
            return true;
    }
    return false;
}

int fitOf(const FoldedEntry &entry, const QString &word)
{
    if (entry.title == word)
        return WholeFit;
    if (entry.title.startsWith(word))
        return BeginFit;
    int best = 0;
    for (qsizetype at = entry.title.indexOf(word); at >= 0; at = entry.title.indexOf(word, at + 1))
        best = std::max(best, int(beginsWord(entry.title, at) ? WordFit : PartFit));
    if (best == 0 && (entry.detail.contains(word) || entry.keywords.contains(word)))
        best = ElsewhereFit;
    if (best < LettersFit && hasLetters(entry.title, word))
        best = LettersFit;
    return best;
}

} // namespace

FoldedEntry folded(const SearchEntry &entry)
{
    return {entry.title.toCaseFolded(), entry.detail.toCaseFolded(), entry.keywords.toCaseFolded()};
}

QStringList searchWords(const QString &query)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return query.toCaseFolded().split(blanks, Qt::SkipEmptyParts);
}

int fit(const FoldedEntry &entry, const QStringList &words)
{
    // What was typed as it stands counts most: "stop web" means the act of that name.
    const QString whole = words.join(u' ');
    int sum = entry.title == whole ? WholeFit : entry.title.startsWith(whole) ? BeginFit : 0;
    for (const QString &word : words) {
        const int one = fitOf(entry, word);
        if (one == 0)
            return 0;
        sum += one;
    }
    return sum;
}

QList<int> bestOf(const QList<SearchEntry> &entries, const QList<FoldedEntry> &folded,
                  const QStringList &words, const QStringList &recent, int most)
{
    std::vector<std::pair<int, int>> found; // how well, which
    for (int i = 0; i < int(entries.size()); ++i) {
        const SearchEntry &entry = entries[i];
        const auto place = recent.indexOf(entry.id);
        int score = 0;
        if (words.isEmpty()) {
            score = place >= 0 ? 1'000'000 - int(place) : entry.weight;
        } else if (const int how = fit(folded[i], words); how > 0) {
            score = 1000 * how + (place >= 0 ? 100 * recentWeight : 0) + entry.weight;
        }
        if (score > 0)
            found.emplace_back(score, i);
    }
    const auto better = [](const auto &one, const auto &other) {
        return one.first != other.first ? one.first > other.first : one.second < other.second;
    };
    const auto count = std::min<std::size_t>(found.size(), std::size_t(std::max(most, 0)));
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(count), found.end(), better);
    QList<int> best;
    for (std::size_t i = 0; i < count; ++i)
        best.append(found[i].second);
    return best;
}

} // namespace quayside::models

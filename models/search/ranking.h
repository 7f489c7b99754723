// How well a name fits what somebody has typed. Pure.
#pragma once

#include "models/search/entry.h"

#include <QStringList>

namespace quayside::models
{

// What is searched, folded once.
struct FoldedEntry {
    QString title, detail, keywords;
};
FoldedEntry folded(const SearchEntry &entry);

// The words of what was typed, folded: all of them must be found.
QStringList searchWords(const QString &query);

// 0: does not fit. More is better: the whole title, its begin, the begin of one of its words, a part of it;
// then letters of it in their order ("stw": "stop web"), then detail and keywords.
int fit(const FoldedEntry &entry, const QStringList &words);

// Indexes of the best `most`, best first; equal ones in the order given. Without words: those in `recent`
// (ids, the latest first), then those with a weight.
QList<int> bestOf(const QList<SearchEntry> &entries, const QList<FoldedEntry> &folded,
                  const QStringList &words, const QStringList &recent, int most);

} // namespace quayside::models

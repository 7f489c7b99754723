#include "models/dockerfile/files/linediff.h"

#include <QStringList>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr qsizetype mostPairs = 4'000'000;
constexpr qsizetype contextLines = 3;

using Lines = std::vector<LineDiff::Line>;

// By the longest common subsequence: common[i][j] is its length in what is behind line i and line j.
void addMiddle(Lines &found, const QStringList &before, const QStringList &after)
{
    const qsizetype rows = before.size(), columns = after.size();
    std::vector<int> common;
    if (rows * columns <= mostPairs)
        common.resize(std::size_t((rows + 1) * (columns + 1)));
    const auto at = [&](qsizetype i, qsizetype j) -> int & {
        return common[std::size_t(i * (columns + 1) + j)];
    };
    for (qsizetype i = rows - 1; !common.empty() && i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j)
            at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0, j = 0;
    while (i < rows || j < columns) {
        if (!common.empty() && i < rows && j < columns && before[i] == after[j]) {
            found.push_back({LineDiff::Kind::Both, before[i++]});
            ++j;
        } else if (i < rows && (common.empty() || j == columns || at(i + 1, j) >= at(i, j + 1))) {
            found.push_back({LineDiff::Kind::Old, before[i++]});
        } else {
            found.push_back({LineDiff::Kind::New, after[j++]});
        }
    }
}

} // namespace

std::vector<LineDiff::Line> LineDiff::lines(const QString &before, const QString &after)
{
    const QStringList old = before.split(u'\n'), fresh = after.split(u'\n');
    const qsizetype least = std::min(old.size(), fresh.size());
    qsizetype head = 0, tail = 0;
    while (head < least && old[head] == fresh[head])
        ++head;
    while (tail < least - head && old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail])
        ++tail;
    Lines found;
    for (qsizetype i = 0; i < head; ++i)
        found.push_back({Kind::Both, old[i]});
    addMiddle(found, old.sliced(head, old.size() - head - tail),
              fresh.sliced(head, fresh.size() - head - tail));
    for (qsizetype i = old.size() - tail; i < old.size(); ++i)
        found.push_back({Kind::Both, old[i]});
    return found;
}

QString LineDiff::unified(const QString &before, const QString &after)
{
    const Lines all = lines(before, after);
    const auto count = qsizetype(all.size());
    std::vector<bool> shown(all.size(), false);
    for (qsizetype i = 0; i < count; ++i) {
        if (all[std::size_t(i)].kind == Kind::Both)
            continue;
        for (qsizetype near = std::max(qsizetype(0), i - contextLines);
             near <= std::min(count - 1, i + contextLines); ++near)
            shown[std::size_t(near)] = true;
    }
    QString text;
    int oldLine = 1, newLine = 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Line &line = all[i];
        if (shown[i] && (i == 0 || !shown[i - 1]))
            text += QStringLiteral("@@ -%1 +%2 @@\n").arg(oldLine).arg(newLine);
        if (shown[i])
            text += (line.kind == Kind::Both  ? u' '
                     : line.kind == Kind::Old ? u'-'
                                              : u'+') +
                    line.text + u'\n';
        oldLine += line.kind != Kind::New ? 1 : 0;
        newLine += line.kind != Kind::Old ? 1 : 0;
    }
    return text;
}

} // namespace quayside::models

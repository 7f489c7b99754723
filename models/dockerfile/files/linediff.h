// What differs between two texts, line by line.
#pragma once

#include <QString>

#include <vector>

namespace quayside::models
{

class LineDiff
{
public:
    enum class Kind { Both, Old, New };
    struct Line {
        Kind kind = Kind::Both;
        QString text;
        bool operator==(const Line &) const = default;
    };

    // The fewest lines that are in one only. Where what differs is very large (4,000,000 pairs of lines), all
    // of it counts as replaced.
    [[nodiscard]] static std::vector<Line> lines(const QString &before, const QString &after);
    // As `diff -u` writes it, without its head: three lines around each change, "@@" between changes.
    [[nodiscard]] static QString unified(const QString &before, const QString &after);
};

} // namespace quayside::models

#include "models/dockerfile/facts/linemap.h"

#include <algorithm>
#include <unordered_map>

namespace quayside::models
{

namespace
{

// Tables above this many cells are not made: then only what is unique in both texts is found.
constexpr std::size_t mostCells = 4'000'000;

struct Middle {
    std::vector<std::string> before, now;
    std::size_t first = 0; // of both: what comes before it is equal
};

void matchUnique(const Middle &middle, std::vector<int> &found)
{
    std::unordered_map<std::string, std::pair<int, int>> seen; // count, index
    for (std::size_t i = 0; i < middle.before.size(); ++i) {
        auto &[count, index] = seen[middle.before[i]];
        ++count;
        index = int(i);
    }
    int last = -1;
    for (std::size_t i = 0; i < middle.now.size(); ++i) {
        const auto known = seen.find(middle.now[i]);
        if (known == seen.end() || known->second.first != 1 || known->second.second <= last)
            continue;
        last = known->second.second;
        found[middle.first + i] = int(middle.first) + last;
    }
}

void matchLongest(const Middle &middle, std::vector<int> &found)
{
    const std::size_t rows = middle.before.size(), columns = middle.now.size(), width = columns + 1;
    std::vector<std::uint32_t> length((rows + 1) * width);
    for (std::size_t row = rows; row-- > 0;)
        for (std::size_t column = columns; column-- > 0;)
            length[(row * width) + column] =
                middle.before[row] == middle.now[column]
                    ? length[((row + 1) * width) + column + 1] + 1
                    : std::max(length[((row + 1) * width) + column], length[(row * width) + column + 1]);
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (middle.before[row] == middle.now[column])
            found[middle.first + column++] = int(middle.first + row++);
        else if (length[((row + 1) * width) + column] >= length[(row * width) + column + 1])
            ++row;
        else
            ++column;
    }
}

std::vector<std::string> identitiesOf(const dockerfile::Tree &tree)
{
    std::vector<std::string> identities;
    for (const dockerfile::Node &node : tree.nodes)
        identities.push_back(identityOf(node));
    return identities;
}

} // namespace

std::string identityOf(const dockerfile::Node &node)
{
    // The keyword in one case; the rest as BuildKit has it in one line.
    std::string identity =
        node.keyword + node.original.substr(std::min(node.keyword.size(), node.original.size()));
    for (const dockerfile::Heredoc &heredoc : node.heredocs)
        identity.append("\n").append(heredoc.content);
    return identity;
}

std::vector<int> matchInstructions(const dockerfile::Tree &before, const dockerfile::Tree &now)
{
    Middle middle{identitiesOf(before), identitiesOf(now), 0};
    std::vector<int> found(middle.now.size(), -1);
    const std::size_t most = std::min(middle.before.size(), middle.now.size());
    while (middle.first < most && middle.before[middle.first] == middle.now[middle.first]) {
        found[middle.first] = int(middle.first);
        ++middle.first;
    }
    std::size_t end = 0; // as many are equal there
    while (end < most - middle.first &&
           middle.before[middle.before.size() - 1 - end] == middle.now[middle.now.size() - 1 - end]) {
        found[middle.now.size() - 1 - end] = int(middle.before.size() - 1 - end);
        ++end;
    }
    const auto cut = [&](std::vector<std::string> &list) {
        list.resize(list.size() - end);
        list.erase(list.begin(), list.begin() + std::ptrdiff_t(middle.first));
    };
    cut(middle.before);
    cut(middle.now);
    if (middle.before.size() * middle.now.size() > mostCells)
        matchUnique(middle, found);
    else
        matchLongest(middle, found);
    return found;
}

} // namespace quayside::models

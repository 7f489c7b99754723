// A set of line numbers, one bit each, that knows at which place a line is.
#pragma once

#include <QtTypes>

#include <array>
#include <deque>
#include <vector>

namespace quayside::models
{

// Ten million lines are 1.3 MB. Numbers may be negative, and lie near each other.
class LineSet
{
public:
    static constexpr int wordBits = 64;

    void insert(qint64 number);
    void erase(qint64 number);
    void insertRange(qint64 first, qint64 last); // both included
    void dropBelow(qint64 number);
    void dropFrom(qint64 number);
    void clear();

    [[nodiscard]] bool contains(qint64 number) const;
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 rank(qint64 number) const;                               // how many are below it
    [[nodiscard]] qint64 at(qint64 place) const;                                  // 0 … count() - 1
    [[nodiscard]] qint64 next(qint64 number, qint64 none) const;                  // the first above it
    [[nodiscard]] qint64 previous(qint64 number, qint64 none) const;              // the last below it
    [[nodiscard]] qint64 firstNumber() const { return m_firstBlock * blockBits; } // none is below

    // The 64 lines from 64 × index on.
    [[nodiscard]] quint64 word(qint64 index) const;
    void setWord(qint64 index, quint64 bits);
    [[nodiscard]] static qint64 wordOf(qint64 number) { return number >> 6; }

private:
    static constexpr qint64 blockBits = 16 * 1024, blockWords = blockBits / wordBits;
    struct Block {
        std::array<quint64, std::size_t(blockWords)> words{};
        int count = 0;
    };
    Block &blockFor(qint64 block);
    [[nodiscard]] const std::vector<qint64> &before() const; // how many are in the blocks before each

    std::deque<Block> m_blocks;
    qint64 m_firstBlock = 0, m_count = 0;
    mutable std::vector<qint64> m_before;
    mutable bool m_beforeValid = false;
};

} // namespace quayside::models

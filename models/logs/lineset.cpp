#include "models/logs/lineset.h"

#include <algorithm>
#include <bit>

namespace quayside::models
{

LineSet::Block &LineSet::blockFor(qint64 block)
{
    if (m_blocks.empty())
        m_firstBlock = block;
    for (; block < m_firstBlock; --m_firstBlock)
        m_blocks.emplace_front();
    while (block >= m_firstBlock + qint64(m_blocks.size()))
        m_blocks.emplace_back();
    return m_blocks[std::size_t(block - m_firstBlock)];
}

quint64 LineSet::word(qint64 index) const
{
    const qint64 block = (index >> 8) - m_firstBlock; // blockWords is 256
    if (block < 0 || block >= qint64(m_blocks.size()))
        return 0;
    return m_blocks[std::size_t(block)].words[std::size_t(index & (blockWords - 1))];
}

void LineSet::setWord(qint64 index, quint64 bits)
{
    if (bits == word(index))
        return;
    Block &block = blockFor(index >> 8);
    quint64 &word = block.words[std::size_t(index & (blockWords - 1))];
    const int change = std::popcount(bits) - std::popcount(word);
    word = bits;
    block.count += change;
    m_count += change;
    m_beforeValid = false;
}

void LineSet::insert(qint64 number)
{
    setWord(wordOf(number), word(wordOf(number)) | quint64(1) << (number & 63));
}

void LineSet::erase(qint64 number)
{
    setWord(wordOf(number), word(wordOf(number)) & ~(quint64(1) << (number & 63)));
}

void LineSet::insertRange(qint64 first, qint64 last)
{
    for (qint64 index = wordOf(first); index <= wordOf(last); ++index) {
        quint64 bits = ~quint64(0);
        if (index == wordOf(first))
            bits &= ~quint64(0) << (first & 63);
        if (index == wordOf(last))
            bits &= ~quint64(0) >> (63 - (last & 63));
        setWord(index, word(index) | bits);
    }
}

void LineSet::dropBelow(qint64 number)
{
    while (!m_blocks.empty() && (m_firstBlock + 1) * blockBits <= number) {
        m_count -= m_blocks.front().count;
        m_blocks.pop_front();
        ++m_firstBlock;
        m_beforeValid = false;
    }
    if (m_blocks.empty() || firstNumber() >= number)
        return;
    for (qint64 index = m_firstBlock * blockWords; index < wordOf(number); ++index)
        setWord(index, 0);
    setWord(wordOf(number), word(wordOf(number)) & (~quint64(0) << (number & 63)));
}

void LineSet::dropFrom(qint64 number)
{
    const qint64 end = (m_firstBlock + qint64(m_blocks.size())) * blockWords;
    if (wordOf(number) >= end || m_blocks.empty())
        return;
    setWord(wordOf(number), word(wordOf(number)) & ~(~quint64(0) << (number & 63)));
    for (qint64 index = std::max(wordOf(number) + 1, m_firstBlock * blockWords); index < end; ++index)
        setWord(index, 0);
}

void LineSet::clear()
{
    m_blocks.clear();
    m_count = 0;
    m_beforeValid = false;
}

bool LineSet::contains(qint64 number) const
{
    return (word(wordOf(number)) >> (number & 63) & 1) != 0;
}

const std::vector<qint64> &LineSet::before() const
{
    if (m_beforeValid)
        return m_before;
    m_before.clear();
    qint64 sum = 0;
    for (const Block &block : m_blocks) {
        m_before.push_back(sum);
        sum += block.count;
    }
    m_beforeValid = true;
    return m_before;
}

qint64 LineSet::rank(qint64 number) const
{
    const qint64 block = (number >> 14) - m_firstBlock; // blockBits is 2 to the 14th
    if (m_blocks.empty() || block < 0)
        return 0;
    if (block >= qint64(m_blocks.size()))
        return m_count;
    qint64 sum = before()[std::size_t(block)];
    const Block &found = m_blocks[std::size_t(block)];
    const qint64 inBlock = wordOf(number) & (blockWords - 1);
    for (qint64 i = 0; i < inBlock; ++i)
        sum += std::popcount(found.words[std::size_t(i)]);
    return sum + std::popcount(found.words[std::size_t(inBlock)] & ~(~quint64(0) << (number & 63)));
}

qint64 LineSet::at(qint64 place) const
{
    const auto after = std::ranges::upper_bound(before(), place);
    const auto block = std::size_t(after - before().begin()) - 1;
    qint64 left = place - before()[block];
    const Block &found = m_blocks[block];
    qint64 index = 0;
    while (left >= std::popcount(found.words[std::size_t(index)]))
        left -= std::popcount(found.words[std::size_t(index++)]);
    quint64 bits = found.words[std::size_t(index)];
    for (; left > 0; --left)
        bits &= bits - 1;
    return (m_firstBlock + qint64(block)) * blockBits + index * wordBits + std::countr_zero(bits);
}

qint64 LineSet::next(qint64 number, qint64 none) const
{
    const qint64 place = rank(number) + (contains(number) ? 1 : 0);
    return place < m_count ? at(place) : none;
}

qint64 LineSet::previous(qint64 number, qint64 none) const
{
    const qint64 place = rank(number) - 1;
    return place >= 0 ? at(place) : none;
}

} // namespace quayside::models

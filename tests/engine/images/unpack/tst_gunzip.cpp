#include "engine/images/content/digest.h"
#include "engine/images/content/tarwriter.h"
#include "engine/images/unpack/blocks.h"
#include "engine/images/unpack/decompress.h"
#include "tests/fakes/imagemaker.h"

#include <gtest/gtest.h>

#include <random>

using namespace quayside;
using namespace quayside::images;

namespace
{

// Gives the text in pieces of a size.
class PieceSource : public api::ByteSource
{
public:
    PieceSource(std::string text, std::size_t piece) : m_text(std::move(text)), m_piece(piece) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t now = std::min({buffer.size(), m_piece, m_text.size() - m_at});
        m_text.copy(buffer.data(), now, m_at);
        m_at += now;
        return now;
    }

private:
    const std::string m_text;
    const std::size_t m_piece;
    std::size_t m_at = 0;
};

// What `packed` is when it comes in pieces of `piece` bytes and leaves in buffers of `room`.
Result<std::string> unpacked(const std::string &packed, std::size_t piece, std::size_t room)
{
    TRY(const auto source, decompress(std::make_unique<PieceSource>(packed, piece)));
    std::string text;
    std::vector<char> buffer(room);
    while (true) {
        TRY(const std::size_t got, source->read(buffer));
        if (got == 0)
            return text;
        text.append(buffer.data(), got);
    }
}

std::string gzip(const std::string &text)
{
    return test::compress(text, "gzip");
}

// Half of it does not shrink.
std::string sample(std::size_t size)
{
    std::mt19937 random(3);
    std::string text;
    while (text.size() < size)
        text += std::to_string(random()) + std::string(random() % 20, static_cast<char>(random() % 256));
    text.resize(size);
    return text;
}

} // namespace

TEST(Gunzip, givesBackWhatWasCompressedHoweverItComes)
{
    for (const std::size_t size : {0UL, 1UL, 70'000UL, 1'000'000UL}) {
        const std::string text = sample(size), packed = gzip(text);
        for (const std::size_t piece : {1UL, 7UL, 4096UL, 1UL << 20})
            for (const std::size_t room : {1UL, 1000UL, 256UL * 1024}) {
                if (size == 1'000'000 && piece * room < 1000)
                    continue; // takes long
                const auto back = unpacked(packed, piece, room);
                ASSERT_TRUE(back) << back.error().message;
                EXPECT_TRUE(*back == text) << size << " bytes, by " << piece << " into " << room;
            }
    }
}

TEST(Gunzip, readsEveryMemberAndPassesOverWhatIsNone)
{
    const std::string first = sample(100'000), second = sample(30), packed = gzip(first) + gzip(second);
    for (const std::size_t piece : {1UL, 3UL, 1000UL, 1UL << 20}) {
        EXPECT_EQ(unpacked(packed, piece, 5000).value_or("?"), first + second) << piece;
        EXPECT_EQ(unpacked(packed + std::string(1, '\0'), piece, 5000).value_or("?"), first + second)
            << piece;
        EXPECT_EQ(unpacked(packed + std::string(10'000, '\0'), piece, 5000).value_or("?"), first + second)
            << piece;
        EXPECT_EQ(unpacked(packed + "rubbish", piece, 5000).value_or("?"), first + second) << piece;
        EXPECT_EQ(unpacked(packed + "\x1f rubbish that begins as a member does", piece, 5000).value_or("?"),
                  first + second)
            << piece;
    }
    std::string many, all;
    for (int i = 0; i < 200; ++i) {
        all += std::to_string(i);
        many += gzip(std::to_string(i));
    }
    EXPECT_EQ(unpacked(many, 11, 2).value_or("?"), all);
}

TEST(Gunzip, saysWhatIsDamaged)
{
    const std::string text = sample(50'000), packed = gzip(text);
    for (const std::size_t size : {6UL, 10UL, 30UL, packed.size() - 9, packed.size() - 1}) {
        const auto cut = unpacked(packed.substr(0, size), 1000, 5000);
        ASSERT_FALSE(cut) << size;
        EXPECT_EQ(cut.error().kind, ErrorKind::InvalidArgument);
        EXPECT_EQ(cut.error().message, "the gzip data ends too early") << size;
    }
    for (const std::size_t at : {packed.size() - 1, packed.size() - 5, packed.size() / 2, 20UL}) {
        std::string wrong = packed;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x10);
        const auto damaged = unpacked(wrong, 1000, 5000);
        ASSERT_FALSE(damaged) << at;
        EXPECT_TRUE(damaged.error().message.starts_with("the gzip data ")) << damaged.error().message;
    }
    std::string unknown = packed;
    unknown[2] = 9; // no method that there is
    EXPECT_FALSE(unpacked(unknown, 1000, 5000));
}

TEST(Blocks, comeAheadAndAreHashed)
{
    const std::string text = sample(3'000'000);
    bool entered = false;
    BlocksAhead ahead([&]() -> Result<> {
        entered = true;
        return {};
    });
    ASSERT_TRUE(ahead.entered());
    EXPECT_TRUE(entered);
    ahead.begin(std::make_unique<PieceSource>(text, 100'000));
    std::string all;
    while (true) {
        const auto block = ahead.next();
        ASSERT_TRUE(block);
        if (block->empty())
            break;
        all += *block;
    }
    EXPECT_TRUE(all == text);
    EXPECT_TRUE(ahead.next()->empty()); // the end stays the end
    EXPECT_EQ(ahead.digest(), digestOf(text));
}

TEST(Blocks, sayWhatFailed)
{
    BlocksAhead refused([]() -> Result<> { return fail(ErrorKind::Forbidden, "not here"); });
    EXPECT_EQ(refused.entered().error().message, "not here");

    class Broken : public api::ByteSource
    {
        int m_reads = 0;
        Result<std::size_t> read(std::span<char> buffer) override
        {
            if (m_reads++ == 2)
                return fail(ErrorKind::Unavailable, "broken");
            buffer[0] = 'x';
            return 1;
        }
    };
    BlocksAhead ahead([]() -> Result<> { return {}; });
    ahead.begin(std::make_unique<Broken>());
    EXPECT_EQ(*ahead.next(), "x");
    EXPECT_EQ(*ahead.next(), "x");
    EXPECT_EQ(ahead.next().error().message, "broken");
    EXPECT_EQ(ahead.next().error().message, "broken");
}

// It is not waited for longer than a read takes.
TEST(Blocks, mayBeLeftBeforeTheEnd)
{
    BlocksAhead unread([]() -> Result<> { return {}; });
    unread.begin(std::make_unique<PieceSource>(sample(10'000'000), 1'000));
    BlocksAhead unused([]() -> Result<> { return {}; });
}

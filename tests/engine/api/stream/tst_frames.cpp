#include "engine/api/stream/frames.h"

#include <gtest/gtest.h>

#include <string>

using namespace quayside::api;

namespace
{

std::string frame(Stream stream, std::string_view text)
{
    const auto header = frameHeader(stream, static_cast<std::uint32_t>(text.size()));
    return std::string(header.data(), header.size()) + std::string(text);
}

} // namespace

TEST(Frames, HeaderIsDockers)
{
    EXPECT_EQ(frame(Stream::Stderr, "ab"), std::string("\x02\0\0\0\0\0\0\x02"
                                                       "ab",
                                                       10));
    const auto header = frameHeader(Stream::Stdout, 0x01020304);
    EXPECT_EQ(std::string(header.data(), 8), std::string("\x01\0\0\0\x01\x02\x03\x04", 8));
}

TEST(Frames, ComeApartHoweverTheyAreCut)
{
    const std::string all = frame(Stream::Stdout, "hello") + frame(Stream::Stderr, "") +
                            frame(Stream::Stderr, std::string(300, 'e')) + frame(Stream::Stdin, "i");
    for (std::size_t cut = 1; cut <= all.size(); ++cut) {
        FrameDecoder decoder;
        std::string out, err, in;
        for (std::size_t at = 0; at < all.size(); at += cut) {
            std::string_view input = std::string_view(all).substr(at, cut);
            while (!input.empty()) {
                const auto piece = decoder.next(input);
                ASSERT_TRUE(piece);
                (piece->stream == Stream::Stdout   ? out
                 : piece->stream == Stream::Stderr ? err
                                                   : in) += piece->bytes;
            }
        }
        EXPECT_EQ(out, "hello");
        EXPECT_EQ(err, std::string(300, 'e'));
        EXPECT_EQ(in, "i");
        EXPECT_TRUE(decoder.atBoundary());
    }
}

TEST(Frames, RefuseWhatIsNoFrame)
{
    for (const std::string &bytes : {std::string("\x03\0\0\0\0\0\0\x01x", 9),
                                     std::string("\x01\0\x01\0\0\0\0\x01x", 9), std::string("plain text")}) {
        FrameDecoder decoder;
        std::string_view input = bytes;
        EXPECT_FALSE(decoder.next(input));
    }
    FrameDecoder decoder;
    std::string_view half("\x01\0\0", 3);
    EXPECT_TRUE(decoder.next(half)->bytes.empty());
    EXPECT_FALSE(decoder.atBoundary());
}

// Both ends of a body on a socket pair.
#include "engine/api/http/body.h"
#include "engine/base/fd.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>

using namespace quayside;
using namespace quayside::api;

namespace
{

class Body : public testing::Test
{
protected:
    Body()
    {
        std::signal(SIGPIPE, SIG_IGN); // as in the engine and its children
        int ends[2];
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        m_ours = Fd(ends[0]);
        m_theirs = Fd(ends[1]);
    }
    void sent(std::string_view bytes) { ASSERT_TRUE(sendAll(m_theirs.get(), bytes)); }
    // All of the body, read through a buffer of `size`.
    Result<std::string> readAll(const BodyFraming &framing, const std::string &ahead, std::size_t size)
    {
        BodyParser parser(framing);
        BodySource source(m_ours.get(), parser, ahead);
        std::string body, buffer(size, '\0');
        for (;;) {
            TRY(const std::size_t got, source.read(buffer));
            if (got == 0)
                break;
            body.append(buffer, 0, got);
        }
        m_following = source.takeAhead();
        return body;
    }
    std::string received()
    {
        m_ours.reset();
        std::string all, buffer(4096, '\0');
        for (ssize_t got = 0; (got = ::recv(m_theirs.get(), buffer.data(), buffer.size(), 0)) > 0;)
            all.append(buffer, 0, static_cast<std::size_t>(got));
        return all;
    }

    Fd m_ours, m_theirs;
    std::string m_following;
};

} // namespace

TEST_F(Body, IsReadWithoutItsFramingHoweverItComes)
{
    const std::string raw = "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nT: t\r\n\r\n";
    for (std::size_t ahead = 0; ahead <= raw.size(); ++ahead)
        for (const std::size_t size : {1U, 3U, 8U, 4096U}) {
            sent(raw.substr(ahead));
            const auto body = readAll({.chunked = true}, raw.substr(0, ahead), size);
            ASSERT_TRUE(body) << ahead << ": " << body.error().message;
            EXPECT_EQ(*body, "hello world") << ahead << " " << size;
        }
    sent("hello");
    EXPECT_EQ(*readAll({.length = 5}, "", 4096), "hello");
    EXPECT_EQ(*readAll({.length = 0}, "GET /", 4096), "") << "a body of no bytes reads none";
    EXPECT_EQ(m_following, "GET /");
    EXPECT_EQ(*readAll({.length = 2}, "abGET /", 4096), "ab");
    EXPECT_EQ(m_following, "GET /") << "what follows is not lost";
}

TEST_F(Body, MovesIntoAPipeAsFarAsThereIsNoFraming)
{
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const Fd out(ends[0]), in(ends[1]);
    const auto piped = [&out](std::size_t count) {
        std::string bytes(count, '\0');
        bytes.resize(static_cast<std::size_t>(std::max(::read(out.get(), bytes.data(), count), ssize_t{0})));
        return bytes;
    };
    BodyParser parser({.chunked = true});
    BodySource source(m_ours.get(), parser, "a\r\n01");
    std::string buffer(7, '\0');
    EXPECT_EQ(source.movable(), 0U) << "what has been read is read first";
    EXPECT_EQ(*source.moveTo(in.get(), 8, true), 0U);
    ASSERT_EQ(*source.read(buffer), 2U);
    ASSERT_EQ(source.movable(), 8U) << "the chunk's rest";
    EXPECT_EQ(*source.moveTo(in.get(), 8, false), 0U) << "nothing has come";
    sent("23456789\r\n3\r\nabc\r\n0\r\n\r\n");
    EXPECT_EQ(*source.moveTo(in.get(), 3, true), 3U);
    EXPECT_EQ(source.movable(), 5U);
    EXPECT_EQ(*source.moveTo(in.get(), 100, true), 5U) << "not more than the chunk has";
    EXPECT_EQ(piped(100), "23456789");
    EXPECT_EQ(source.movable(), 0U);
    ASSERT_EQ(*source.read(buffer), 2U) << "the next one's framing lies between";
    EXPECT_EQ(buffer.substr(0, 2), "ab");
    ASSERT_EQ(*source.moveTo(in.get(), 100, true), 1U);
    EXPECT_EQ(piped(100), "c");
    EXPECT_EQ(*source.read(buffer), 0U);
    EXPECT_EQ(source.movable(), 0U);

    BodyParser counted({.length = 4});
    BodySource whole(m_ours.get(), counted, "");
    sent("abcdGET /");
    EXPECT_EQ(*whole.moveTo(in.get(), 100, true), 4U);
    EXPECT_EQ(*whole.read(buffer), 0U) << "it is complete";
    EXPECT_EQ(piped(100), "abcd");
    EXPECT_FALSE(counted.pass(1)) << "nothing is left that could go past it";

    BodyParser another({.length = 4});
    BodySource cut(m_ours.get(), another, "");
    ASSERT_EQ(::recv(m_ours.get(), buffer.data(), buffer.size(), 0), 5);
    m_theirs.reset();
    const auto gone = cut.moveTo(in.get(), 4, true);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(cut.movable(), 0U);
}

TEST_F(Body, ThatIsWrongIsAnError)
{
    for (const char *raw : {"5\r\nhello0\r\n\r\n", "zz\r\n", "fffffffffffffffff\r\n", "-1\r\n"}) {
        const auto body = readAll({.chunked = true}, raw, 4096);
        ASSERT_FALSE(body) << raw;
        EXPECT_EQ(body.error().kind, ErrorKind::InvalidArgument) << raw;
    }
    sent("only some");
    ASSERT_EQ(::shutdown(m_theirs.get(), SHUT_WR), 0);
    const auto cut = readAll({.length = 100}, "", 4096);
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().kind, ErrorKind::Cancelled);
}

TEST_F(Body, MayEndInWhatNobodyWantedToRead)
{
    BodyParser parser({.length = 3});
    BodySource source(m_ours.get(), parser, "abcGET /");
    source.passOver();
    EXPECT_TRUE(parser.complete());
    EXPECT_EQ(source.takeAhead(), "GET /");
}

TEST_F(Body, IsWrittenInChunksOfPieces)
{
    const Fd file(::memfd_create("file", MFD_CLOEXEC));
    ASSERT_EQ(::write(file.get(), "0123456789", 10), 10);
    BodySink sink(m_ours.get(), true);
    ASSERT_TRUE(sink.begin(12, "ab"));
    EXPECT_EQ(*sink.putFile(file.get(), 0, 4), 4U);
    EXPECT_EQ(*sink.putFile(file.get(), 4, 100), 6U) << "as much as there is";
    EXPECT_EQ(*sink.putFile(file.get(), 10, 100), 0U);
    ASSERT_TRUE(sink.write("whole"));
    ASSERT_TRUE(sink.write(""));
    ASSERT_TRUE(sink.begin(1, "x"));
    ASSERT_TRUE(sink.flush());
    ASSERT_TRUE(sink.flush());
    EXPECT_EQ(received(), "c\r\nab0123456789\r\n5\r\nwhole\r\n1\r\nx\r\n");
}

TEST_F(Body, GoesToNobodyWithoutASignal)
{
    const Fd file(::memfd_create("file", MFD_CLOEXEC));
    ASSERT_EQ(::write(file.get(), "0123456789", 10), 10);
    m_theirs.reset();
    BodySink sink(m_ours.get(), true);
    EXPECT_EQ(sink.write("x").error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(sink.putFile(file.get(), 0, 4).error().kind, ErrorKind::Cancelled);
}

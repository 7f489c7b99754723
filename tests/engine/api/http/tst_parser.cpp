#include "engine/api/http/chunk.h"
#include "engine/api/http/parser.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::api;

namespace
{

// Feeds `text` in pieces of `piece` bytes; the body, or the error.
template <typename Parser>
Result<std::string> feed(Parser &parser, std::string_view text, std::size_t piece,
                         std::string *left = nullptr)
{
    std::string body;
    while (!text.empty() && !parser.complete()) {
        std::string_view part = text.substr(0, piece);
        const std::size_t given = part.size();
        std::vector<std::string_view> pieces;
        CHECK(parser.parse(part, pieces));
        for (const std::string_view one : pieces)
            body += one;
        text.remove_prefix(given - part.size());
    }
    if (left)
        *left = text;
    return body;
}

const std::string chunkedRequest =
    "POST /v1.51/images/load?quiet=1 HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nx-a: 2\r\n"
    "Transfer-Encoding: chunked\r\n\r\n5;ext=\"y\"\r\nhello\r\n6\r\n world\r\n0\r\nT: t\r\n\r\n";

} // namespace

TEST(RequestParser, ReadsARequestHoweverItIsCut)
{
    for (std::size_t piece = 1; piece <= chunkedRequest.size(); ++piece) {
        RequestParser parser;
        std::string left;
        const auto body = feed(parser, chunkedRequest + "GET /", piece, &left);
        ASSERT_TRUE(body) << piece << ": " << body.error().message;
        EXPECT_EQ(*body, "hello world");
        EXPECT_TRUE(parser.complete());
        EXPECT_EQ(left, "GET /") << piece;
        const RequestHead &head = parser.head();
        EXPECT_EQ(head.method, "POST");
        EXPECT_EQ(head.target, "/v1.51/images/load?quiet=1");
        EXPECT_EQ(head.header("x-a"), "1, 2");
        EXPECT_TRUE(head.chunked && head.keepAlive && !head.upgrade && !head.contentLength);
        EXPECT_FALSE(head.headers.contains("t")); // a trailer is no header
    }
}

TEST(RequestParser, StopsBehindTheHeadWhereThatIsAsked)
{
    const std::size_t headSize = chunkedRequest.find("\r\n\r\n") + 4;
    for (std::size_t cut = 1; cut <= chunkedRequest.size(); ++cut) {
        RequestParser parser;
        std::string_view first = std::string_view(chunkedRequest).substr(0, cut);
        ASSERT_TRUE(parser.parseHead(first));
        EXPECT_EQ(parser.headReady(), cut >= headSize);
        std::string_view rest(chunkedRequest);
        rest.remove_prefix(cut - first.size());
        if (!parser.headReady()) {
            ASSERT_TRUE(parser.parseHead(rest));
        }
        EXPECT_EQ(rest, std::string_view(chunkedRequest).substr(headSize)) << cut;
        EXPECT_EQ(*feed(parser, rest, 7), "hello world");
        EXPECT_TRUE(parser.complete());
    }
    RequestParser bodiless;
    std::string_view text = "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /b";
    ASSERT_TRUE(bodiless.parseHead(text));
    EXPECT_FALSE(bodiless.complete());
    std::string_view none;
    std::vector<std::string_view> pieces;
    ASSERT_TRUE(bodiless.parse(none, pieces));
    EXPECT_TRUE(bodiless.complete() && pieces.empty());
    EXPECT_EQ(text, "GET /b");
}

TEST(RequestParser, StopsWhereARequestEnds)
{
    RequestParser parser;
    std::string left;
    EXPECT_EQ(
        *feed(parser,
              "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}GET /b HTTP/1.1\r\nHost: x\r\n\r\n",
              999, &left),
        "{}");
    EXPECT_TRUE(left.starts_with("GET /b"));
    parser.reset();
    EXPECT_FALSE(parser.started());
    EXPECT_TRUE(feed(parser, left, 999));
    EXPECT_EQ(parser.head().target, "/b");
    EXPECT_FALSE(parser.head().contentLength);
}

TEST(RequestParser, LeavesTheUpgradedProtocolAlone)
{
    const std::string head =
        "POST /exec/1/start HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n";
    for (const std::string &more :
         {std::string("\r\nraw\r\n"), std::string("Content-Length: 2\r\n\r\n{}raw\r\n")}) {
        for (std::size_t piece = 1; piece < 200; piece += 7) {
            RequestParser parser;
            std::string left;
            ASSERT_TRUE(feed(parser, head + more, piece, &left));
            EXPECT_TRUE(parser.head().upgrade);
            EXPECT_EQ(left, "raw\r\n");
        }
    }
}

TEST(RequestParser, RefusesAmbiguousMessages)
{
    for (const char *fields : {"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                               "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                               "Content-Length: 3\r\nContent-Length: 3\r\n",
                               "Content-Length: 3, 3\r\n",
                               "Content-Length: +3\r\n",
                               "Content-Length: 0x3\r\n",
                               "Content-Length: \r\n",
                               "Content-Length: 18446744073709551616\r\n",
                               "Transfer-Encoding: chunked, chunked\r\n",
                               "Transfer-Encoding: gzip, chunked\r\n",
                               "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                               "Transfer-Encoding: xchunked\r\n",
                               "Transfer-Encoding: chunked, identity\r\n",
                               "Host: y\r\n",
                               " folded: x\r\n",
                               "A: b\r\n c\r\n",
                               "A : b\r\n",
                               "A\r\n",
                               ": b\r\n",
                               "A: \x01\r\n"}) {
        RequestParser parser;
        const auto body =
            feed(parser, std::string("POST / HTTP/1.1\r\nHost: x\r\n") + fields + "\r\nabc", 999);
        ASSERT_FALSE(body) << fields;
        EXPECT_EQ(body.error().kind, ErrorKind::InvalidArgument) << fields;
    }
    RequestParser old;
    EXPECT_FALSE(feed(old, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 999));
}

TEST(RequestParser, BoundsTheHead)
{
    RequestParser small({.headBytes = 100, .fields = 3});
    EXPECT_EQ(feed(small, "GET /" + std::string(100, 'a'), 10).error().kind, ErrorKind::TooLarge);
    RequestParser blanks({.headBytes = 100});
    EXPECT_EQ(feed(blanks, "GET / HTTP/1.1\r\nA:" + std::string(1000, ' '), 10).error().kind,
              ErrorKind::TooLarge);
    RequestParser fields({.fields = 3});
    EXPECT_EQ(feed(fields, "GET / HTTP/1.1\r\nHost: x\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n", 999).error().kind,
              ErrorKind::TooLarge);
    RequestParser exact({.fields = 3});
    EXPECT_TRUE(feed(exact, "GET / HTTP/1.1\r\nHost: x\r\nA: 1\r\nB: 2\r\n\r\n", 999));
    RequestParser trailers({.fields = 3});
    std::string many = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
    for (int i = 0; i < 10; ++i)
        many += "T: t\r\n";
    EXPECT_EQ(feed(trailers, many, 999).error().kind, ErrorKind::TooLarge);
}

TEST(ResponseParser, ReadsResponses)
{
    ResponseParser parser;
    const std::string text = "HTTP/1.1 409 Conflict\r\nContent-Length: 4\r\nApi-Version: 1.51\r\n\r\nbody";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        parser.reset();
        EXPECT_EQ(*feed(parser, text, piece), "body");
        EXPECT_EQ(parser.head().status, 409);
        EXPECT_EQ(parser.head().reason, "Conflict");
        EXPECT_EQ(parser.head().header("api-version"), "1.51");
        EXPECT_TRUE(parser.complete());
    }
    parser.reset();
    parser.expectNoBody();
    EXPECT_EQ(*feed(parser, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n", 999), "");
    EXPECT_TRUE(parser.complete());
    parser.reset();
    EXPECT_EQ(*feed(parser, "HTTP/1.1 204 No Content\r\n\r\n", 999), "");
    EXPECT_TRUE(parser.complete());
}

TEST(ResponseParser, KnowsAWholeBodyFromACutOne)
{
    ResponseParser toTheEnd;
    EXPECT_EQ(*feed(toTheEnd, "HTTP/1.1 200 OK\r\n\r\nall of it", 5), "all of it");
    EXPECT_FALSE(toTheEnd.complete());
    EXPECT_TRUE(toTheEnd.finish());
    EXPECT_TRUE(toTheEnd.complete());
    for (const char *text : {"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbod", "HTTP/1.1 200 OK\r\nContent-",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"}) {
        ResponseParser cut;
        EXPECT_TRUE(feed(cut, text, 999));
        EXPECT_FALSE(cut.finish()) << text;
    }
}

TEST(Chunk, HeaderIsHexadecimal)
{
    EXPECT_EQ(ChunkHeader(1).text(), "1\r\n");
    EXPECT_EQ(ChunkHeader(65536).text(), "10000\r\n");
    EXPECT_EQ(ChunkHeader(SIZE_MAX).text(), "ffffffffffffffff\r\n");
}

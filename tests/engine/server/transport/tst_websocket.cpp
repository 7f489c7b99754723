#include "engine/server/transport/websocket.h"
#include "engine/server/transport/websocketchannel.h"
#include "tests/fakes/fakechannel.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include <unistd.h>

using namespace quayside;
using namespace quayside::server;
using fakes::FakeChannel;

namespace
{

std::string masked(unsigned first, std::string_view payload, unsigned maskBit = 0x80)
{
    std::string frame(1, static_cast<char>(first));
    if (payload.size() < 126) {
        frame += static_cast<char>(maskBit | payload.size());
    } else {
        frame += static_cast<char>(maskBit | 126);
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size() & 0xFF);
    }
    constexpr std::string_view mask = "\x11\x22\x33\x44";
    if (maskBit != 0)
        frame += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += maskBit != 0 ? static_cast<char>(payload[i] ^ mask[i % 4]) : payload[i];
    return frame;
}

// All data of a conversation, and the code that it broke down with; fed in pieces of a size.
struct Heard {
    std::string data, pings;
    int closeCode = -1, failure = 0;
    bool operator==(const Heard &) const = default;
};

Heard hear(const std::string &bytes, std::size_t piece)
{
    WebSocketParser parser;
    Heard heard;
    for (std::size_t at = 0; at < bytes.size() && !parser.failure() && heard.closeCode < 0; at += piece)
        for (const auto &input : parser.feed(std::string_view(bytes).substr(at, piece))) {
            if (input.kind == WebSocketOpcode::Ping)
                heard.pings += input.payload;
            else if (input.kind == WebSocketOpcode::Close)
                heard.closeCode = input.closeCode;
            else
                heard.data += input.payload;
        }
    heard.failure = parser.failure().value_or(0);
    return heard;
}

TEST(WebSocket, FramesInPieces)
{
    const std::string bytes = masked(0x02, "one ") + masked(0x89, "ping") + masked(0x80, "message") +
                              masked(0x82, std::string(300, 'x')) + masked(0x82, "") +
                              masked(0x88, std::string("\x03\xe8"
                                                       "bye",
                                                       5)) +
                              "ignored";
    const Heard wanted{"one message" + std::string(300, 'x'), "ping", 1000, 0};
    for (const std::size_t piece : {1, 2, 3, 7, 1000})
        EXPECT_EQ(hear(bytes, piece), wanted) << piece;
}

struct Broken {
    const char *what;
    std::string bytes;
    int code;
};

TEST(WebSocket, WhatIsWrongEndsWithTheRightCode)
{
    const Broken cases[] = {
        {"not masked", masked(0x82, "x", 0), 1002},
        {"a reserved bit", masked(0xC2, "x"), 1002},
        {"a reserved opcode", masked(0x83, "x"), 1002},
        {"a fragmented ping", masked(0x09, "x"), 1002},
        {"a long ping", masked(0x89, std::string(126, 'x')), 1002},
        {"a continuation of nothing", masked(0x80, "x"), 1002},
        {"a message within a message", masked(0x02, "x") + masked(0x82, "y"), 1002},
        {"a close of one byte", masked(0x88, "x"), 1002},
        {"a code that nobody sends", masked(0x88, "\x03\xed"), 1002},
        {"a close with text that is none", masked(0x88, "\x03\xe8\xff"), 1007},
        {"text that is none", masked(0x81, "\xc0\xaf"), 1007},
        {"a surrogate", masked(0x81, "\xed\xa0\x80"), 1007},
        {"half a character", masked(0x81, "\xe2\x82"), 1007},
        {"an endless frame", std::string("\x82\xff\x80\0\0\0\0\0\0\0\0\0\0\0", 14), 1002},
    };
    for (const auto &one : cases) {
        EXPECT_EQ(hear(one.bytes, 1000).failure, one.code) << one.what;
        EXPECT_EQ(hear(one.bytes, 1).failure, one.code) << one.what << ", byte by byte";
    }
    EXPECT_EQ(hear(masked(0x01, "\xe2") + masked(0x80, "\x82\xac"), 1).data, "\xe2\x82\xac")
        << "a character may be cut by a frame's end";
}

TEST(WebSocket, OurFrames)
{
    EXPECT_EQ(webSocketFrame(WebSocketOpcode::Binary, "hi"), "\x82\x02hi");
    EXPECT_EQ(webSocketFrame(WebSocketOpcode::Text, std::string(126, 'x')).substr(0, 4),
              std::string("\x81\x7e\0\x7e", 4));
    EXPECT_EQ(webSocketFrame(WebSocketOpcode::Binary, std::string(65536, 'x')).substr(0, 10),
              std::string("\x82\x7f\0\0\0\0\0\1\0\0", 10));
    EXPECT_EQ(webSocketClose(1002), "\x88\x02\x03\xea");
}

std::map<std::string, std::string> handshake()
{
    return {{"host", "localhost"},
            {"upgrade", "websocket"},
            {"connection", "keep-alive, Upgrade"},
            {"sec-websocket-version", "13"},
            {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="}};
}

// The example of RFC 6455 §1.3.
TEST(WebSocket, Handshake)
{
    const auto answer = webSocketAnswer(handshake());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->at("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    for (const auto &[name, value] : std::map<std::string, std::string>{{"upgrade", "tcp"},
                                                                        {"connection", "close"},
                                                                        {"sec-websocket-version", "8"},
                                                                        {"sec-websocket-key", "dGhl"}}) {
        auto headers = handshake();
        headers[name] = value;
        const auto refused = webSocketAnswer(headers);
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().kind, ErrorKind::InvalidArgument);
    }
    auto headers = handshake();
    headers["origin"] = "http://localhost";
    EXPECT_TRUE(webSocketAnswer(headers));
    headers["origin"] = "http://elsewhere.example";
    EXPECT_EQ(webSocketAnswer(headers).error().kind, ErrorKind::Forbidden) << "another page must not attach";
}

struct Conversation {
    int arguments = 0;
    QCoreApplication application{arguments, nullptr}; // for the timer
    FakeChannel wire;
    WebSocketChannel socket{&wire, {{"Upgrade", "websocket"}}, true};
    std::string got;
    int closes = 0;
    Conversation()
    {
        QObject::connect(&socket, &Channel::received,
                         [this](const QByteArray &bytes) { got += bytes.toStdString(); });
        QObject::connect(&socket, &Channel::closed, [this] { ++closes; });
        socket.hijack({});
    }
    void say(const std::string &bytes) { emit wire.received(QByteArray::fromStdString(bytes)); }
};

TEST(WebSocketChannel, CarriesBothWays)
{
    Conversation talk;
    EXPECT_EQ(talk.wire.upgradeHeaders.at("Upgrade"), "websocket");
    talk.say(masked(0x82, "in") + masked(0x89, "p"));
    EXPECT_EQ(talk.got, "in");
    talk.socket.write("out");
    EXPECT_EQ(talk.wire.sent, "\x8a\x01p\x82\x03out");
    talk.wire.sent.clear();
    talk.say(masked(0x88, "\x03\xe8"));
    EXPECT_EQ(talk.wire.sent, "\x88\x02\x03\xe8");
    EXPECT_EQ(talk.wire.finishes, 1);
    EXPECT_EQ(talk.closes, 1) << "the session learns that nobody listens any more";
    EXPECT_FALSE(talk.socket.write("late"));
}

TEST(WebSocketChannel, TheEndIsSaidAndAnswered)
{
    Conversation talk;
    talk.socket.finish();
    EXPECT_EQ(talk.wire.sent, "\x88\x02\x03\xe8");
    EXPECT_EQ(talk.wire.finishes, 0) << "the client's Close is waited for";
    talk.say(masked(0x82, "crossed") + masked(0x88, "\x03\xe8"));
    EXPECT_EQ(talk.got, "");
    EXPECT_EQ(talk.wire.finishes, 1);
    EXPECT_EQ(talk.closes, 0);
}

TEST(WebSocketChannel, AClientThatNeverAnswersTheCloseIsNotWaitedForForEver)
{
    Conversation talk;
    talk.socket.finish();
    for (int i = 0; i < 200 && talk.wire.finishes == 0; ++i) {
        ::usleep(50'000);
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(talk.wire.finishes, 1);
}

TEST(WebSocketChannel, ABrokenFrameClosesWithItsCode)
{
    Conversation talk;
    talk.say(masked(0x82, "x", 0));
    EXPECT_EQ(talk.wire.sent, "\x88\x02\x03\xea");
    EXPECT_EQ(talk.wire.finishes, 1);
    EXPECT_EQ(talk.closes, 1);
}

TEST(WebSocketChannel, PingsOfOneWhoReadsNothingAreNotAnsweredForEver)
{
    Conversation talk;
    talk.wire.capacity = 1000;
    for (int i = 0; i < 1000; ++i)
        talk.say(masked(0x89, std::string(100, 'p')));
    EXPECT_LE(talk.wire.sent.size(), 1200U);
}

} // namespace

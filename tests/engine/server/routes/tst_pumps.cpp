#include "engine/server/routes/inputpump.h"
#include "engine/server/routes/logpump.h"
#include "engine/server/routes/outputpump.h"
#include "tests/fakes/fakechannel.h"
#include "tests/fakes/fakereader.h"

#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

using namespace quayside;
using namespace quayside::server;
using fakes::FakeChannel;
using fakes::FakeLog;
using fakes::FakeReader;

namespace
{

struct Pipe {
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
            reader.reset(ends[0]);
            writer.reset(ends[1]);
        }
    }
    std::string readAll() const
    {
        std::string text(1 << 20, '\0');
        const ssize_t length = ::read(reader.get(), text.data(), text.size());
        text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
        return text;
    }
    void write(std::string_view text) const
    {
        QCOMPARE(::write(writer.get(), text.data(), text.size()), ssize_t(text.size()));
    }
    Fd reader, writer;
};

struct LogFixture {
    explicit LogFixture(bool follow, bool multiplexed = true)
        : pump(std::make_unique<FakeReader>(log, follow), follow, multiplexed, &channel, nullptr),
          ended(&pump, &LogPump::ended)
    {
    }
    std::shared_ptr<FakeLog> log = std::make_shared<FakeLog>();
    FakeChannel channel;
    LogPump pump;
    QSignalSpy ended;
};

} // namespace

class TestPumps : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); } // as in the engine

    void logWithoutFollowEnds()
    {
        LogFixture f(false);
        f.log->append("line\n");
        f.pump.start();
        QCOMPARE(f.channel.sent, "line\n");
        QCOMPARE(f.ended.count(), 1);
    }

    void logFollowsUntilItsContainerEnds()
    {
        LogFixture f(true);
        f.pump.start();
        QCOMPARE(f.channel.sent, "");
        f.log->append("one\n");
        QTRY_COMPARE(f.channel.sent, "one\n");
        f.log->append("two\n");
        QTRY_COMPARE(f.channel.sent, "one\ntwo\n");
        QCOMPARE(f.ended.count(), 0);
        f.log->waiting = "last\n"; // appended, and nobody was woken
        f.pump.sourceEnded();
        QCOMPARE(f.channel.sent, "one\ntwo\nlast\n");
        QCOMPARE(f.ended.count(), 1);
        f.pump.sourceEnded();
        QCOMPARE(f.ended.count(), 1);
    }

    void anIdleLogCostsNoReads()
    {
        LogFixture f(true);
        f.log->append("one\n");
        f.pump.start();
        QTest::qWait(20);
        const std::size_t reads = f.log->reads;
        QTest::qWait(50);
        QCOMPARE(f.log->reads, reads);
    }

    void aSlowClientHoldsTheLogBack()
    {
        LogFixture f(true);
        f.channel.capacity = 100'000;
        f.log->append(std::string(20'000'000, 'x'));
        f.pump.start();
        QTest::qWait(20);
        QVERIFY(f.channel.queued < 100'000 + 512 * 1024);
        const std::size_t sent = f.channel.sent.size();
        QTest::qWait(20);
        QCOMPARE(f.channel.sent.size(), sent);
        while (f.channel.sent.size() < 20'000'000) {
            const std::size_t before = f.channel.sent.size();
            f.channel.drain();
            QVERIFY(f.channel.sent.size() > before);
        }
        QVERIFY(f.channel.largestWrite >= 64 * 1024);
    }

    void aLongLogGivesOthersATurn()
    {
        LogFixture f(false);
        f.channel.capacity = 1'000'000'000;
        f.log->append(std::string(50'000'000, 'x'));
        f.pump.start();
        QVERIFY(f.channel.sent.size() < 10'000'000);
        QTRY_COMPARE(f.channel.sent.size(), 50'000'000U);
        QTRY_COMPARE(f.ended.count(), 1);
    }

    void aDamagedLogIsToldInBand()
    {
        LogFixture f(true);
        f.log->failure = Error{ErrorKind::Internal, 0, "the log is damaged"};
        f.pump.start();
        QCOMPARE(f.channel.sent.substr(0, 4), std::string("\2\0\0\0", 4));
        QVERIFY(f.channel.sent.ends_with("error reading the log: the log is damaged\n"));
        QCOMPARE(f.ended.count(), 1);
        LogFixture raw(true, false);
        raw.log->failure = f.log->failure;
        raw.pump.start();
        QCOMPARE(raw.channel.sent, "");
        QCOMPARE(raw.ended.count(), 1);
    }

    void inputReachesThePipeAndItsEndIsTold()
    {
        Pipe pipe;
        FakeChannel channel;
        int ends = 0;
        InputPump pump(&channel, std::move(pipe.writer), [&] { ++ends; }, nullptr);
        emit channel.received("typed\n");
        QCOMPARE(pipe.readAll(), "typed\n");
        QCOMPARE(ends, 0);
        emit channel.inputEnded();
        QCOMPARE(ends, 1);
        char byte = 0;
        QCOMPARE(::read(pipe.reader.get(), &byte, 1), ssize_t(0)); // closed
    }

    void inputThatNobodyReadsPausesTheClient()
    {
        Pipe pipe;
        FakeChannel channel;
        int ends = 0;
        InputPump pump(&channel, std::move(pipe.writer), [&] { ++ends; }, nullptr);
        const std::size_t total = 300'000; // a pipe holds 65,536
        emit channel.received(QByteArray(int(total), 'y'));
        QVERIFY(channel.paused);
        emit channel.inputEnded();
        QCOMPARE(ends, 0); // not before the rest is written
        std::string read;
        QTRY_VERIFY((read += pipe.readAll()).size() == total);
        QTRY_COMPARE(ends, 1);
        QVERIFY(!channel.paused);
    }

    void inputOfAProcessThatClosedItsOwnIsDropped()
    {
        Pipe pipe;
        FakeChannel channel;
        int ends = 0;
        InputPump pump(&channel, std::move(pipe.writer), [&] { ++ends; }, nullptr);
        pipe.reader.reset();
        emit channel.received("nobody reads this");
        QCOMPARE(ends, 1);
        emit channel.received("nor this");
        emit channel.inputEnded();
        QCOMPARE(ends, 1);
        QVERIFY(!channel.paused);
    }

    void inputEndsWhenTheClientIsGone()
    {
        Pipe pipe;
        FakeChannel channel;
        int ends = 0;
        {
            const InputPump pump(&channel, std::move(pipe.writer), [&] { ++ends; }, nullptr);
        }
        QCOMPARE(ends, 1);
    }

    void outputComesInFramesOfItsStream()
    {
        Pipe out, err;
        FakeChannel channel;
        OutputPump pump(&channel, std::move(out.reader), std::move(err.reader), true, nullptr);
        QSignalSpy ended(&pump, &OutputPump::ended);
        pump.start();
        out.write("abc");
        QTRY_COMPARE(channel.sent, std::string("\1\0\0\0\0\0\0\3abc", 11));
        err.write("d");
        QTRY_COMPARE(channel.sent.substr(11), std::string("\2\0\0\0\0\0\0\1d", 9));
        out.writer.reset();
        QTest::qWait(20);
        QCOMPARE(ended.count(), 0); // standard error is still open
        err.writer.reset();
        QTRY_COMPARE(ended.count(), 1);
    }

    void rawOutputHasNoFrames()
    {
        Pipe out;
        FakeChannel channel;
        OutputPump pump(&channel, std::move(out.reader), Fd(), false, nullptr);
        pump.start();
        out.write("abc");
        QTRY_COMPARE(channel.sent, "abc");
    }

    void outputWithoutStreamsEndsAtOnce()
    {
        FakeChannel channel;
        OutputPump pump(&channel, Fd(), Fd(), true, nullptr);
        QSignalSpy ended(&pump, &OutputPump::ended);
        pump.start();
        QCOMPARE(ended.count(), 1);
    }

    void aSlowClientHoldsTheExecBack()
    {
        Pipe out;
        FakeChannel channel;
        channel.capacity = 10;
        OutputPump pump(&channel, std::move(out.reader), Fd(), false, nullptr);
        pump.start();
        out.write(std::string(50'000, 'x'));
        QTRY_COMPARE(channel.sent.size(), 50'000U);
        out.write(std::string(10'000, 'y'));
        QTest::qWait(20);
        QCOMPARE(channel.sent.size(), 50'000U);
        channel.drain();
        QTRY_COMPARE(channel.sent.size(), 60'000U);
    }

    void discardedOutputKeepsTheProcessGoing()
    {
        Pipe out;
        auto channel = std::make_unique<FakeChannel>();
        channel->capacity = 1;
        auto *pump = new OutputPump(channel.get(), std::move(out.reader), Fd(), false, channel.get());
        QSignalSpy destroyed(pump, &QObject::destroyed);
        pump->start();
        out.write("abc");
        QTRY_COMPARE(channel->sent, "abc");
        out.write("more");
        pump->discard();
        channel.reset();
        for (int i = 0; i < 20; ++i) { // more than a pipe holds
            QTest::qWait(1);
            out.write(std::string(10'000, 'z'));
        }
        QCOMPARE(destroyed.count(), 0);
        out.writer.reset();
        QTRY_COMPARE(destroyed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPumps)
#include "tst_pumps.moc"

#include "engine/server/eventhub.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace quayside;
using server::EventHub;

namespace
{

api::Event named(const std::string &action)
{
    return {.type = "container", .action = action, .actor = {.id = "c1", .attributes = {}}};
}

const auto everything = [](const api::Event &) { return true; };

std::vector<std::string> takeAll(server::EventSubscription &subscription)
{
    std::vector<std::string> actions;
    while (const auto event = subscription.take())
        actions.push_back(event->action);
    return actions;
}

} // namespace

class TestEventHub : public QObject
{
    Q_OBJECT
private slots:
    void fillsTheTimeIn()
    {
        EventHub hub;
        const auto subscription = hub.subscribe(everything);
        hub.publish(named("start"));
        api::Event given = named("die");
        given.timeNano = 5'000'000'007;
        hub.publish(given);
        const auto first = subscription->take();
        QVERIFY(first && first->timeNano > 1'700'000'000'000'000'000);
        QCOMPARE(first->time, first->timeNano / 1'000'000'000);
        const auto second = subscription->take();
        QVERIFY(second && second->time == 5 && second->timeNano == 5'000'000'007);
    }

    void tellsFollowersOnTheEventLoopOnce()
    {
        EventHub hub;
        const auto subscription = hub.subscribe(everything);
        QSignalSpy arrived(subscription.get(), &server::EventSubscription::arrived);
        std::thread other([&] {
            for (int i = 0; i < 100; ++i)
                hub.publish(named(std::to_string(i)));
        });
        other.join();
        QCOMPARE(arrived.count(), 0); // not from the other thread
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(takeAll(*subscription).size(), 100U);
        hub.publish(named("later"));
        QTRY_COMPARE(arrived.count(), 2);
    }

    void remembersForSince()
    {
        EventHub hub;
        for (int i = 0; i < 1500; ++i) {
            api::Event event = named(std::to_string(i));
            event.timeNano = 1000 + i;
            hub.publish(event);
        }
        QCOMPARE(takeAll(*hub.subscribe(everything)).size(), 0U);
        const auto all = takeAll(*hub.subscribe(everything, 0));
        QCOMPARE(all.size(), EventHub::remembered);
        QCOMPARE(all.front(), "476");
        QCOMPARE(takeAll(*hub.subscribe(everything, 2498)), (std::vector<std::string>{"1498", "1499"}));
    }

    void passesOnWhatIsAccepted()
    {
        EventHub hub;
        const auto subscription =
            hub.subscribe([](const api::Event &event) { return event.action == "die"; });
        hub.publish(named("start"));
        hub.publish(named("die"));
        QCOMPARE(takeAll(*subscription), std::vector<std::string>{"die"});
    }

    void boundsWhatWaitsForASlowFollower()
    {
        EventHub hub;
        const auto subscription = hub.subscribe(everything);
        for (std::size_t i = 0; i < EventHub::queueLimit; ++i)
            hub.publish(named("x"));
        QVERIFY(!subscription->overflowed());
        hub.publish(named("one too many"));
        QVERIFY(subscription->overflowed());
        const auto waiting = takeAll(*subscription);
        QCOMPARE(waiting.size(), EventHub::queueLimit);
        QCOMPARE(waiting.back(), "x");
        hub.publish(named("after a gap")); // no follower may take this for the next one
        QVERIFY(!subscription->take());
    }

    void aFollowerMayLeaveWhileOthersAreTold()
    {
        EventHub hub;
        auto first = hub.subscribe(everything), second = hub.subscribe(everything);
        connect(first.get(), &server::EventSubscription::arrived, this, [&] { second.reset(); });
        hub.publish(named("x"));
        QTRY_VERIFY(!second);
        QCOMPARE(hub.subscribers(), 1U);
        first.reset();
        QCOMPARE(hub.subscribers(), 0U);
        hub.publish(named("nobody listens"));
    }
};

QTEST_GUILESS_MAIN(TestEventHub)
#include "tst_eventhub.moc"

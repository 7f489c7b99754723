// Whatever a container sends to the name server, and whatever a name server answers: no crash, and answers
// keep to their limits.
#include "engine/networks/dns/reply.h"

#include <cstdlib>

using namespace quayside::networks::dns;

namespace
{

const Directory &directory()
{
    static Directory one;
    static const bool filled = [] {
        for (const auto *name : {"web", "db"})
            one.set(name, {{.networkId = "n",
                            .networkName = "front",
                            .subnets = {*quayside::isolation::network::IpPrefix::parse("10.5.0.0/24")},
                            .names = {name, "pool"},
                            .addresses = {*IpAddress::parse("10.5.0.2"), *IpAddress::parse("fd05::3")}}});
        return true;
    }();
    (void)filled;
    return one;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const View message(data, size);
    const auto udp = replyTo(directory(), "web", message, true),
               tcp = replyTo(directory(), "web", message, false);
    if (udp.ask.has_value() != tcp.ask.has_value() || udp.bytes.size() > 4096 || tcp.bytes.size() > 65535)
        std::abort();
    if (udp.ask) {
        if (udp.ask->questionEnd > size || failure(message, *udp.ask).size() < headerSize)
            std::abort();
        (void)answers(message, message, udp.ask->questionEnd);
    }
    for (const auto *reply : {&udp.bytes, &tcp.bytes})
        if (!reply->empty() && (reply->size() < headerSize || idOf(*reply) != idOf(message)))
            std::abort();
    return 0;
}

#include "engine/networks/dns/reply.h"

namespace quayside::networks::dns
{

namespace
{

constexpr std::size_t mostTcp = 65535;

struct Found {
    Rcode rcode = Rcode::NoError;
    std::vector<Record> records;
};

std::optional<Found> lookUpAddress(const Directory &directory, const std::string &containerId,
                                   const Query &query)
{
    // Of another type than these there is nothing, but the name is there all the same.
    const auto family = query.type == typeAaaa ? Family::V6 : Family::V4;
    const auto addresses = directory.find(containerId, query.name, family);
    if (!addresses)
        return std::nullopt;
    Found found;
    if (query.type == typeA || query.type == typeAaaa || query.type == typeAny)
        for (const auto &address : *addresses)
            found.records.push_back(addressRecord(address));
    return found;
}

std::optional<Found> lookUpName(const Directory &directory, const std::string &containerId,
                                const Query &query)
{
    const auto address = reverseAddress(query.name);
    if (!address)
        return std::nullopt;
    if (const auto name = directory.nameOf(containerId, *address)) {
        Found found;
        if (auto record = pointerRecord(*name); record && (query.type == typePtr || query.type == typeAny))
            found.records.push_back(*std::move(record));
        return found;
    }
    if (directory.owns(containerId, *address))
        return Found{.rcode = Rcode::NxDomain, .records = {}};
    return std::nullopt;
}

std::optional<Found> lookUp(const Directory &directory, const std::string &containerId, const Query &query)
{
    if (query.klass != classIn)
        return std::nullopt;
    if (auto found = lookUpAddress(directory, containerId, query))
        return found;
    return lookUpName(directory, containerId, query);
}

} // namespace

Reply replyTo(const Directory &directory, const std::string &containerId, View message, bool udp)
{
    const auto parsed = parse(message);
    if (!parsed.query)
        return {};
    const auto &query = *parsed.query;
    if (parsed.refusal)
        return {.bytes = answer(query, {}, *parsed.refusal, {}, mostUdp), .ask = {}};
    const auto question = message.subspan(headerSize, query.questionEnd - headerSize);
    const auto most = udp ? udpLimit(query) : mostTcp;
    if (const auto found = lookUp(directory, containerId, query))
        return {.bytes = answer(query, question, found->rcode, found->records, most), .ask = {}};
    if (!directory.mayAskOthers(containerId))
        return {.bytes = answer(query, question, Rcode::NxDomain, {}, most), .ask = {}};
    return {.bytes = {}, .ask = query};
}

Bytes failure(View message, const Query &query)
{
    return answer(query, message.subspan(headerSize, query.questionEnd - headerSize), Rcode::ServFail, {},
                  mostTcp);
}

} // namespace quayside::networks::dns

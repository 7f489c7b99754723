// What a container is told that asks for a name.
#pragma once

#include "engine/networks/dns/directory.h"
#include "engine/networks/dns/message.h"

#include <optional>
#include <string>

namespace quayside::networks::dns
{

struct Reply {
    Bytes bytes;              // the answer; empty: none is due
    std::optional<Query> ask; // instead of an answer: others have to be asked
};

// `udp`: the answer must fit into what the asker takes.
Reply replyTo(const Directory &directory, const std::string &containerId, View message, bool udp);
// The answer when others could not be asked, or did not answer.
Bytes failure(View message, const Query &query);

} // namespace quayside::networks::dns

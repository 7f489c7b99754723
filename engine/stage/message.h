// Sending and receiving the packets of protocol.h, for both ends.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/stage/protocol.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::stage
{

inline constexpr std::size_t maxDescriptors = 4; // of one packet

struct Packet {
    Message message;
    std::string text;
    std::vector<Fd> fds;
};

// One packet. A text over maxMessageText is cut. The descriptors stay the caller's. Cancelled: the other end
// is gone.
Result<> send(int socket, Message message, std::string_view text = {}, std::span<const int> fds = {});
// Waits for one packet. No value: the other end hung up. InvalidArgument: it is no packet of ours.
Result<std::optional<Packet>> receive(int socket);

// The same by write(2) and read(2) alone: a process under a seccomp filter may have no other calls. No value
// of the second: hung up, or no packet of ours.
void sendPlainly(int socket, const Message &message, std::string_view text = {});
std::optional<Message> receivePlainly(int socket);

// An error as Failed, and back.
Message failureMessage(const Error &error);
Result<> sendFailure(int socket, const Error &error);
Error failureOf(const Packet &packet);

} // namespace quayside::stage

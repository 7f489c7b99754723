#include "engine/containers/files/channel.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ctime>

namespace quayside::containers::files
{

void say(Packet packet, std::string_view text)
{
    packet.length = static_cast<std::uint32_t>(std::min(text.size(), packet.text.size()));
    std::memcpy(packet.text.data(), text.data(), packet.length);
    const std::size_t size = offsetof(Packet, text) + packet.length;
    (void)!::send(fdOf(controlSlot), &packet, size, MSG_NOSIGNAL); // nobody there: nobody to tell
}

void sayProgress()
{
    static std::time_t said = 0;
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    if (now.tv_sec == said)
        return;
    said = now.tv_sec;
    say({.kind = PacketKind::Progress});
}

int report(const Result<> &result)
{
    if (result) {
        say({.kind = PacketKind::Done});
        return 0;
    }
    const Error &error = result.error();
    say({.kind = PacketKind::Failed, .error = error.kind, .errnum = error.errnum}, error.message);
    return 1;
}

Result<Lent> awaitGo()
{
    Lent lent;
    std::string bytes(sizeof(Go) + maxAhead, '\0');
    ssize_t got = 0;
    do
        got = ::recv(fdOf(controlSlot), bytes.data(), bytes.size(), 0);
    while (got < 0 && errno == EINTR);
    if (got < static_cast<ssize_t>(sizeof(Go)))
        return fail(ErrorKind::Cancelled, "the engine is gone");
    std::memcpy(&lent.go, bytes.data(), sizeof(Go));
    lent.ahead = bytes.substr(sizeof(Go), static_cast<std::size_t>(got) - sizeof(Go));
    return lent;
}

} // namespace quayside::containers::files

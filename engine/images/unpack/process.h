// The unpacking child, seen from the engine.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/unpack/protocol.h"
#include "engine/images/unpack/unpack.h"

#include <sys/types.h>

#include <optional>

namespace quayside::images
{

// Started by start(), gone (killed where it still runs) with this object.
class UnpackProcess
{
public:
    static Result<UnpackProcess> start(int folder, const UnpackOptions &options);
    UnpackProcess(UnpackProcess &&other) noexcept;
    UnpackProcess &operator=(UnpackProcess &&) = delete;
    ~UnpackProcess();

    // True: all of it taken. False: the child has given its result already, or is gone.
    Result<bool> feed(std::string_view bytes);
    Result<protocol::Packet> finish(); // ends the input and waits for the result

private:
    UnpackProcess(pid_t pid, Fd archive, Fd control, int stallSeconds)
        : m_pid(pid), m_archive(std::move(archive)), m_control(std::move(control)),
          m_stallSeconds(stallSeconds)
    {
    }
    Result<> mapIds();
    Result<bool> waitFor(bool room); // room in the archive socket, or (false) only for packets
    Result<> takePackets();
    void reap();
    std::unexpected<Error> gone();

    pid_t m_pid;
    Fd m_archive, m_control;
    int m_stallSeconds;
    int m_status = 0;
    bool m_ended = false; // the control socket is at its end
    std::optional<protocol::Packet> m_result;
};

} // namespace quayside::images

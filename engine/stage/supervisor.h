// Stands by a running container: drains its output into the log, answers engines, waits for its end. No
// polling: after the first second nothing happens unless something happens.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/logs/writer.h"
#include "engine/stage/launch.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace quayside::stage
{

// A socket that engines connect to: <run-dir>/containers/ID/stage.sock. Removed with this object.
class Door
{
public:
    static Result<Door> open(const std::string &path);
    Door() = default;
    Door(Door &&) = default;
    Door &operator=(Door &&) = default;
    ~Door();
    [[nodiscard]] int fd() const { return m_socket.get(); }
    // An engine of root's; an invalid descriptor where it is not, or gone again.
    [[nodiscard]] Fd accept() const;

private:
    Door(Fd folder, std::string name, Fd socket)
        : m_folder(std::move(folder)), m_name(std::move(name)), m_socket(std::move(socket))
    {
    }
    Fd m_folder;
    std::string m_name;
    Fd m_socket;
};

class Supervisor
{
public:
    Supervisor(Running running, Fd control, Door door, std::optional<logs::Writer> log);
    // Returns what waitid said, with all output in the log.
    struct End {
        std::int32_t code = 0, signal = 0;
    };
    // `settle`: called once after the first second, if the process has not ended by then: what is worth doing
    // for a container that stays, and not for one that ends at once.
    Result<End> run(const std::function<void()> &settle = {});
    // Tells the engine, where there is one.
    void sayEnded(const End &end, bool oom);

private:
    enum class Source : std::uint32_t { Process, Output, Error, Control, Door };
    Result<> watchAll();
    Result<> watch(int fd, Source source);
    Result<> await(int milliseconds); // -1: for as long as it takes
    void handle(Source source);
    // False: nothing is left for the moment, or for ever.
    bool drain(Fd &from, logs::Source stream);
    void drainAll();
    void handleControl();
    void greet();
    Result<End> reap();

    Running m_running;
    Fd m_control, m_epoll;
    Door m_door;
    std::optional<logs::Writer> m_log;
    bool m_ended = false;
    static constexpr std::size_t bufferBytes = 65'536; // what a pipe holds
};

} // namespace quayside::stage

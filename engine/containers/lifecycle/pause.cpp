// pause, unpause, rename and resize.
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/state/ids.h"

#include <sys/ioctl.h>

namespace quayside::containers
{

Result<> Service::pause(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->state.status == Status::Paused)
            return fail(ErrorKind::Conflict, "container {} is already paused", container->id);
        if (container->state.status == Status::Restarting)
            return fail(ErrorKind::Conflict, "container {} is restarting", container->id);
        if (container->state.status != Status::Running)
            return fail(ErrorKind::Conflict, "container {} is not running", container->id);
    }
    m_health->stop(container);
    if (auto frozen = m_launcher->freeze(container->id); !frozen) {
        m_health->resume(container);
        return wrap(std::move(frozen).error(), "cannot pause container {}", container->id);
    }
    {
        const std::scoped_lock lock(container->mutex);
        container->state.status = Status::Paused;
        (void)saveState(*container); // the freezer says it too
    }
    emit(*container, "pause");
    return {};
}

Result<> Service::unpause(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->state.status != Status::Paused)
            return fail(ErrorKind::Conflict, "container {} is not paused", container->id);
    }
    if (auto thawed = m_launcher->thaw(container->id); !thawed)
        return wrap(std::move(thawed).error(), "cannot unpause container {}", container->id);
    {
        const std::scoped_lock lock(container->mutex);
        container->state.status = Status::Running;
        (void)saveState(*container);
    }
    m_health->resume(container);
    emit(*container, "unpause");
    return {};
}

Result<> Service::rename(const Peer &peer, const std::string &ref, const std::string &newName)
{
    TRY(const auto container, find(peer, ref));
    const std::string wanted = newName.starts_with('/') ? newName.substr(1) : newName;
    if (wanted.empty())
        return fail(ErrorKind::InvalidArgument, "Neither old nor new names may be empty");
    if (!isValidName(wanted))
        return fail(ErrorKind::InvalidArgument,
                    "Invalid container name ({}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed", newName);
    const std::scoped_lock operation(container->operation);
    std::string before;
    const auto owner = container->record.owner.uid; // whose names these are, also where it is root who asks
    {
        const std::scoped_lock lock(container->mutex);
        before = container->record.name;
        if (before == wanted)
            return fail(ErrorKind::InvalidArgument,
                        "Renaming a container with the same name as its current name");
        CHECK(m_index.reserveName(owner, wanted, container->id));
        container->record.name = wanted;
        if (auto saved = m_services.records.put(recordKind, container->id, encode(container->record));
            !saved) {
            container->record.name = before;
            m_index.releaseName(owner, wanted);
            return wrap(std::move(saved).error(), "renaming the container");
        }
        if (auto endpoints = m_services.networks.rename(container->id, wanted); !endpoints.empty()) {
            container->state.endpoints = std::move(endpoints);
            (void)saveState(*container); // a new engine would know it by its old name on its networks
        }
    }
    m_index.releaseName(owner, before);
    emit(*container, "rename", {{"oldName", "/" + before}});
    return {};
}

Result<> Service::resize(const Peer &peer, const std::string &ref, int rows, int columns)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    if (rows < 0 || rows > 65535 || columns < 0 || columns > 65535)
        return fail(ErrorKind::InvalidArgument, "a terminal of {} x {} is out of range", rows, columns);
    {
        const std::scoped_lock lock(container->mutex);
        if (!container->runs())
            return fail(ErrorKind::Conflict, "cannot resize a stopped container: container {} is not running",
                        container->id);
        if (!container->record.config.tty)
            return {}; // no terminal: nothing has a size
        const winsize size{static_cast<unsigned short>(rows), static_cast<unsigned short>(columns), 0, 0};
        if (::ioctl(container->run.input.get(), TIOCSWINSZ, &size) < 0)
            return failErrno(errno, "resizing the terminal of container {}", container->id);
    }
    emit(*container, "resize", {{"height", std::to_string(rows)}, {"width", std::to_string(columns)}});
    return {};
}

} // namespace quayside::containers

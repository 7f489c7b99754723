#include "engine/containers/state/index.h"

namespace quayside::containers
{

namespace
{

// The owner never changes after the record was made, so no lock is needed for it.
bool visible(const access::Peer &peer, const ContainerPtr &container)
{
    return access::maySee(peer, container->record.owner.uid);
}

} // namespace

Result<> Index::reserveName(const std::string &name, const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    const auto [known, isNew] = m_names.try_emplace(name, id);
    if (!isNew)
        return fail(ErrorKind::Conflict,
                    "Conflict. The container name \"/{}\" is already in use by container \"{}\". You have to "
                    "remove (or "
                    "rename) that container to be able to reuse that name.",
                    name, known->second);
    return {};
}

void Index::releaseName(const std::string &name)
{
    const std::scoped_lock lock(m_mutex);
    m_names.erase(name);
}

bool Index::hasName(const std::string &name) const
{
    const std::shared_lock lock(m_mutex);
    return m_names.contains(name);
}

void Index::add(const ContainerPtr &container)
{
    const std::scoped_lock lock(m_mutex);
    m_byId[container->id] = container;
    m_names[container->record.name] = container->id;
}

void Index::remove(const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    m_byId.erase(id);
    std::erase_if(m_names, [&](const auto &entry) { return entry.second == id; });
}

Result<ContainerPtr> Index::find(const access::Peer &peer, const std::string &ref) const
{
    const std::string wanted = ref.starts_with('/') ? ref.substr(1) : ref;
    if (wanted.empty())
        return fail(ErrorKind::InvalidArgument, "a container's name or id is missing");
    const std::shared_lock lock(m_mutex);
    const auto usable = [&](auto found) { return found != m_byId.end() && visible(peer, found->second); };
    if (const auto found = m_byId.find(wanted); usable(found))
        return found->second;
    if (const auto name = m_names.find(wanted); name != m_names.end())
        if (const auto found = m_byId.find(name->second); usable(found))
            return found->second;
    ContainerPtr match;
    for (auto it = m_byId.lower_bound(wanted); it != m_byId.end() && it->first.starts_with(wanted); ++it) {
        if (!visible(peer, it->second))
            continue;
        if (match)
            return fail(ErrorKind::InvalidArgument, "multiple IDs found with provided prefix: {}", wanted);
        match = it->second;
    }
    if (!match)
        return fail(ErrorKind::NotFound, "No such container: {}", ref);
    return match;
}

std::vector<ContainerPtr> Index::all() const
{
    std::vector<ContainerPtr> containers;
    {
        const std::shared_lock lock(m_mutex);
        for (const auto &[id, container] : m_byId)
            containers.push_back(container);
    }
    std::ranges::sort(containers, std::greater(), [](const ContainerPtr &c) { return c->record.createdNs; });
    return containers;
}

} // namespace quayside::containers

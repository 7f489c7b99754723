#include "engine/containers/state/index.h"

#include "engine/access/names.h"

namespace quayside::containers
{

namespace
{

// The owner never changes after the record was made, so no lock is needed for it.
bool visible(const access::Peer &peer, const ContainerPtr &container)
{
    return access::mayUse(peer, container->record.owner.uid, container->delegates.all());
}

} // namespace

Result<> Index::reserveName(Owner owner, const std::string &name, const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    const auto [known, isNew] = m_names[name].try_emplace(owner, id);
    if (!isNew)
        return fail(ErrorKind::Conflict,
                    "Conflict. The container name \"/{}\" is already in use by container \"{}\". You have to "
                    "remove (or "
                    "rename) that container to be able to reuse that name.",
                    name, known->second);
    return {};
}

void Index::releaseName(Owner owner, const std::string &name)
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_names.find(name);
    if (known == m_names.end())
        return;
    known->second.erase(owner);
    if (known->second.empty())
        m_names.erase(known);
}

bool Index::hasName(Owner owner, const std::string &name) const
{
    const std::shared_lock lock(m_mutex);
    const auto known = m_names.find(name);
    return known != m_names.end() && known->second.contains(owner);
}

void Index::add(const ContainerPtr &container)
{
    const std::scoped_lock lock(m_mutex);
    m_byId[container->id] = container;
    m_names[container->record.name][container->record.owner.uid] = container->id;
}

void Index::remove(const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    m_byId.erase(id);
    // Not by the record's name: a rename that is under way holds two.
    for (auto &[name, owners] : m_names)
        std::erase_if(owners, [&](const auto &entry) { return entry.second == id; });
    std::erase_if(m_names, [](const auto &entry) { return entry.second.empty(); });
}

Result<ContainerPtr> Index::named(const access::Peer &peer, const std::string &name) const
{
    const auto known = m_names.find(name);
    if (known == m_names.end())
        return nullptr;
    std::vector<access::Owned> seen;
    for (const auto &[owner, id] : known->second) {
        const auto made = m_byId.find(id); // one that is being made has its name already
        if (made != m_byId.end() && visible(peer, made->second))
            seen.push_back({id, owner});
    }
    TRY(const auto *meant, access::theOneMeant(peer, "container", name, seen));
    return meant ? m_byId.at(meant->id) : nullptr;
}

Result<ContainerPtr> Index::begun(const access::Peer &peer, const std::string &prefix) const
{
    ContainerPtr match;
    for (auto it = m_byId.lower_bound(prefix); it != m_byId.end() && it->first.starts_with(prefix); ++it) {
        if (!visible(peer, it->second))
            continue;
        if (match)
            return fail(ErrorKind::InvalidArgument, "multiple IDs found with provided prefix: {}", prefix);
        match = it->second;
    }
    return match;
}

Result<ContainerPtr> Index::find(const access::Peer &peer, const std::string &ref, Right right) const
{
    TRY(auto match, seen(peer, ref));
    if (right == Right::Own && !access::maySee(peer, match->record.owner.uid))
        return fail(ErrorKind::Forbidden,
                    "container {} has been handed over to you to run it and to look into it: only its owner "
                    "(user {}) "
                    "may do this",
                    ref, match->record.owner.uid);
    return match;
}

Result<ContainerPtr> Index::seen(const access::Peer &peer, const std::string &ref) const
{
    const std::string wanted = ref.starts_with('/') ? ref.substr(1) : ref;
    if (wanted.empty())
        return fail(ErrorKind::InvalidArgument, "a container's name or id is missing");
    const std::shared_lock lock(m_mutex);
    if (const auto found = m_byId.find(wanted); found != m_byId.end() && visible(peer, found->second))
        return found->second;
    TRY(auto match, named(peer, wanted));
    if (!match) {
        TRY(match, begun(peer, wanted));
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

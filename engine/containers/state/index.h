// Finds containers by id, name or id prefix.
#pragma once

#include "engine/access/access.h"
#include "engine/containers/state/container.h"

#include <map>
#include <shared_mutex>
#include <string>
#include <vector>

namespace quayside::containers
{

// What a peer is about to do with a container: what those may do too to whom it was handed over (run it, look
// into it), or what only its owner and root may.
enum class Right : std::uint8_t { Own, Use };

// Thread-safe. A name is unique among the containers of one owner: other users' names are not in the way, and
// nobody learns of them.
class Index
{
public:
    using Owner = std::uint32_t; // uid
    // Conflict, in Docker's words, where another container of the owner has the name. Takes it in one step.
    Result<> reserveName(Owner owner, const std::string &name, const std::string &id);
    void releaseName(Owner owner, const std::string &name);
    [[nodiscard]] bool hasName(Owner owner, const std::string &name) const;

    void add(const ContainerPtr &container);
    void remove(const std::string &id);
    // An id, a name (a leading '/' is ignored) or an unambiguous prefix of an id, in this order. NotFound:
    // none that the peer may see. Root's own name comes first; one that several users have is
    // InvalidArgument, which lists whose they are.
    // Forbidden: one that the peer may only use, and `right` is Own.
    Result<ContainerPtr> find(const access::Peer &peer, const std::string &ref,
                              Right right = Right::Own) const;
    [[nodiscard]] std::vector<ContainerPtr> all() const; // newest first

private:
    Result<ContainerPtr> seen(const access::Peer &peer, const std::string &ref) const;
    // m_mutex held.
    Result<ContainerPtr> named(const access::Peer &peer, const std::string &name) const; // null: none
    Result<ContainerPtr> begun(const access::Peer &peer, const std::string &prefix) const;

    mutable std::shared_mutex m_mutex;
    std::map<std::string, ContainerPtr> m_byId;
    std::map<std::string, std::map<Owner, std::string>> m_names; // name → whose → id
};

} // namespace quayside::containers

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

// Thread-safe. Names are unique in the whole engine, whoever they belong to.
class Index
{
public:
    // Conflict, in Docker's words, where another container has the name. Takes it in one step.
    Result<> reserveName(const std::string &name, const std::string &id);
    void releaseName(const std::string &name);
    [[nodiscard]] bool hasName(const std::string &name) const;

    void add(const ContainerPtr &container);
    void remove(const std::string &id);
    // An id, a name (a leading '/' is ignored) or an unambiguous prefix of an id. NotFound: none that the
    // peer may see.
    Result<ContainerPtr> find(const access::Peer &peer, const std::string &ref) const;
    [[nodiscard]] std::vector<ContainerPtr> all() const; // newest first

private:
    mutable std::shared_mutex m_mutex;
    std::map<std::string, ContainerPtr> m_byId;
    std::map<std::string, std::string> m_names; // name → id
};

} // namespace quayside::containers

// The engine's records: one SQLite database, <root>/quayside.db (WAL), through SQLiteCpp. Each service keeps
// its objects in memory and their lasting form here, as one JSON document a record.
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside
{

enum class Durability {
    Full,   // on the platter when the call returns (synchronous=FULL): images, tags, container configurations
    Normal, // survives the engine, not a power cut: what a reboot makes void anyway (running, pid, address)
};

// Thread-safe. Kinds are table names fixed by the code ("container", "image", "tag", "network", "volume",
// "setting").
class Records
{
public:
    // Opens or makes the database, checks it (PRAGMA quick_check), brings its schema up to date. A damaged
    // database is an error that names the file; a second engine on the same one is Conflict.
    static Result<std::unique_ptr<Records>> open(const std::string &path);
    virtual ~Records() = default;

    struct Change {
        std::string kind, id;
        std::string document; // empty: remove
    };
    // All of the changes or none.
    virtual Result<> apply(const std::vector<Change> &changes, Durability durability) = 0;
    virtual Result<std::vector<std::pair<std::string, std::string>>>
    all(std::string_view kind) = 0; // id, document

    Result<> put(std::string kind, std::string id, std::string document,
                 Durability durability = Durability::Full)
    {
        return apply({{std::move(kind), std::move(id), std::move(document)}}, durability);
    }
    Result<> remove(std::string kind, std::string id, Durability durability = Durability::Full)
    {
        return apply({{std::move(kind), std::move(id), {}}}, durability);
    }
};

} // namespace quayside

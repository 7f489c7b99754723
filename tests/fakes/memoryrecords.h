// Records in memory, for tests.
#pragma once

#include "engine/records/records.h"

#include <map>
#include <mutex>

namespace quayside::test
{

class MemoryRecords final : public Records
{
public:
    Result<> apply(const std::vector<Change> &changes, Durability durability) override
    {
        const std::scoped_lock lock(m_mutex);
        if (failing)
            return fail(ErrorKind::NoSpace, "the disk is full");
        (durability == Durability::Full ? fullWrites : normalWrites) += 1;
        for (const auto &change : changes) {
            if (change.document.empty())
                m_documents.erase({change.kind, change.id});
            else
                m_documents[{change.kind, change.id}] = change.document;
        }
        return {};
    }
    Result<std::vector<std::pair<std::string, std::string>>> all(std::string_view kind) override
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<std::pair<std::string, std::string>> found;
        for (const auto &[key, document] : m_documents)
            if (key.first == kind)
                found.emplace_back(key.second, document);
        return found;
    }

    bool failing = false;
    int fullWrites = 0, normalWrites = 0;

private:
    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, std::string> m_documents;
};

} // namespace quayside::test

// Netfilter's tables, in the JSON form of libnftables-json(5).
#pragma once

#include "engine/base/result.h"

#include <string>
#include <utility>

namespace quayside::isolation::network
{

// Carries the commands of one document out, all or none, in the calling thread's network namespace.
// libnftables' memory (0.7 MB) is given back with each call; setting it up again costs 0.2 ms.
Result<> runNft(const std::string &json);
// A document with a list command; the answer is JSON too. NotFound where the object is not there.
Result<std::string> queryNft(const std::string &json);

// A table of ours: gone with the object unless it is kept.
class NftTable
{
public:
    // `json` is a document that makes the table with all that it holds.
    static Result<NftTable> make(std::string family, std::string name, const std::string &json);
    static NftTable adopt(std::string family, std::string name)
    {
        return {std::move(family), std::move(name)};
    }
    static Result<bool> exists(const std::string &family, const std::string &name);

    NftTable() = default;
    NftTable(NftTable &&other) noexcept { swap(other); }
    NftTable &operator=(NftTable &&other) noexcept
    {
        NftTable(std::move(other)).swap(*this);
        return *this;
    }
    ~NftTable();
    // The containers run on without us, and so do their rules.
    void keep() { m_name.clear(); }

private:
    NftTable(std::string family, std::string name) : m_family(std::move(family)), m_name(std::move(name)) {}
    void swap(NftTable &other) noexcept
    {
        m_family.swap(other.m_family);
        m_name.swap(other.m_name);
    }
    std::string m_family, m_name;
};

} // namespace quayside::isolation::network

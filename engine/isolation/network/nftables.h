// Netfilter's tables, in the JSON form of libnftables-json(5).
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/network/netlink.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

struct nft_ctx;

namespace quayside::isolation::network
{

// A connection to nf_tables, of the network namespace of the thread that uses it first. Thread-safe.
class Nft
{
public:
    Nft() = default;
    ~Nft();
    Nft(const Nft &) = delete;
    Nft &operator=(const Nft &) = delete;

    // Carries the commands of one document out, all or none.
    Result<> run(const std::string &json);
    // A document with a list command; the answer is JSON too. NotFound where the object is not there.
    Result<std::string> query(const std::string &json);
    // Gives the connection's memory (0.7 MB) back until the next use. May take 20 ms: when its socket is
    // closed, the kernel waits until what was deleted is out of use.
    void rest();
    // Whether this connection made that generation of the rules (each transaction makes one). Only of late,
    // and "no" where somebody else's change came so close that it cannot be told.
    [[nodiscard]] bool made(std::uint32_t generation) const;

private:
    Result<> connect();                                      // holds m_mutex
    [[nodiscard]] std::optional<std::uint32_t> generation(); // holds m_mutex

    std::mutex m_mutex;
    nft_ctx *m_context = nullptr;
    std::optional<NetlinkSocket> m_socket; // asks what libnftables does not tell
    mutable std::mutex m_madeMutex;
    std::deque<std::uint32_t> m_made;
};

// A table of ours: gone with the object unless it is kept.
class NftTable
{
public:
    // `json` is a document that makes the table with all that it holds.
    static Result<NftTable> make(Nft &nft, std::string family, std::string name, const std::string &json);
    static NftTable adopt(Nft &nft, std::string family, std::string name)
    {
        return {nft, std::move(family), std::move(name)};
    }
    static Result<bool> exists(Nft &nft, const std::string &family, const std::string &name);

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
    NftTable(Nft &nft, std::string family, std::string name)
        : m_nft(&nft), m_family(std::move(family)), m_name(std::move(name))
    {
    }
    void swap(NftTable &other) noexcept
    {
        std::swap(m_nft, other.m_nft);
        m_family.swap(other.m_family);
        m_name.swap(other.m_name);
    }
    Nft *m_nft = nullptr; // outlives the table
    std::string m_family, m_name;
};

} // namespace quayside::isolation::network

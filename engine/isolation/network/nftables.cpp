#include "engine/isolation/network/nftables.h"

#include <arpa/inet.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <netlink/msg.h>
#include <nftables/libnftables.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace quayside::isolation::network
{

// The first lines that nft wrote, on one line: it repeats the command below each error.
static std::string firstLine(const char *text)
{
    const std::string_view all = text ? text : "";
    return std::string(all.substr(0, all.find('\n')));
}

static ErrorKind kindOfNft(std::string_view message)
{
    for (const int errnum : {ENOENT, EEXIST, EPERM, ENOSPC, EBUSY})
        if (message.contains(::strerror(errnum)))
            return kindOf(errnum);
    return ErrorKind::Internal;
}

Nft::~Nft()
{
    rest();
}

void Nft::rest()
{
    const std::lock_guard guard(m_mutex);
    if (m_context)
        nft_ctx_free(std::exchange(m_context, nullptr));
    m_socket.reset();
}

bool Nft::made(std::uint32_t generation) const
{
    const std::lock_guard guard(m_madeMutex);
    return std::ranges::contains(m_made, generation);
}

static nft_ctx *makeContext()
{
    nft_ctx *context = nft_ctx_new(NFT_CTX_DEFAULT);
    if (!context)
        return nullptr;
    nft_ctx_output_set_flags(context, NFT_CTX_OUTPUT_JSON | NFT_CTX_OUTPUT_HANDLE);
    nft_ctx_buffer_output(context);
    nft_ctx_buffer_error(context);
    return context;
}

static Result<std::string> carryOut(nft_ctx *context, const std::string &json)
{
    const bool done = nft_run_cmd_from_buffer(context, json.c_str()) == 0;
    // Reading a buffer empties it for the next command.
    const auto problem = firstLine(nft_ctx_get_error_buffer(context));
    std::string answer = nft_ctx_get_output_buffer(context);
    if (!done)
        return fail(kindOfNft(problem), "nftables: {}",
                    problem.empty() ? "refused without a reason" : problem);
    return answer;
}

Result<> Nft::connect()
{
    if (!m_context)
        m_context = makeContext();
    if (!m_context)
        return failErrno(ENOMEM, "talking to nftables");
    return {};
}

std::optional<std::uint32_t> Nft::generation()
{
    if (!m_socket) {
        auto opened = NetlinkSocket::open(NETLINK_NETFILTER);
        if (!opened)
            return std::nullopt;
        m_socket = *std::move(opened);
    }
    Message message((NFNL_SUBSYS_NFTABLES << 8) | NFT_MSG_GETGEN, 0);
    message.header(nfgenmsg{AF_UNSPEC, NFNETLINK_V0, 0});
    std::optional<std::uint32_t> found;
    const auto asked = m_socket->query(message, [&](const nlmsghdr *header) {
        if (nlattr *id = nlmsg_find_attr(const_cast<nlmsghdr *>(header), sizeof(nfgenmsg), NFTA_GEN_ID))
            found = ntohl(nla_get_u32(id));
    });
    return asked ? found : std::nullopt;
}

Result<> Nft::run(const std::string &json)
{
    const std::lock_guard guard(m_mutex);
    CHECK(connect());
    const auto before = generation();
    TRY([[maybe_unused]] const auto answer, carryOut(m_context, json));
    // One further: nobody else's came between.
    if (const auto after = generation(); before && after && *after == *before + 1) {
        constexpr std::size_t most = 1024;
        const std::lock_guard madeGuard(m_madeMutex);
        m_made.push_back(*after);
        if (m_made.size() > most)
            m_made.pop_front();
    }
    return {};
}

Result<std::string> Nft::query(const std::string &json)
{
    const std::lock_guard guard(m_mutex);
    CHECK(connect());
    return carryOut(m_context, json);
}

static std::string tableCommand(const char *verb, const std::string &family, const std::string &name)
{
    return nlohmann::json{{"nftables", {{{verb, {{"table", {{"family", family}, {"name", name}}}}}}}}}.dump();
}

Result<NftTable> NftTable::make(Nft &nft, std::string family, std::string name, const std::string &json)
{
    CHECK(nft.run(json));
    return NftTable(nft, std::move(family), std::move(name));
}

Result<bool> NftTable::exists(Nft &nft, const std::string &family, const std::string &name)
{
    const auto found = nft.query(tableCommand("list", family, name));
    if (!found && found.error().kind != ErrorKind::NotFound)
        return std::unexpected(found.error());
    return found.has_value();
}

NftTable::~NftTable()
{
    if (!m_name.empty())
        (void)m_nft->run(tableCommand("delete", m_family, m_name)); // gone already: as wanted
}

} // namespace quayside::isolation::network

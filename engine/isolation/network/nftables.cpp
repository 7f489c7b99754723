#include "engine/isolation/network/nftables.h"

#include <nftables/libnftables.h>
#include <nlohmann/json.hpp>

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

Result<std::string> Nft::query(const std::string &json)
{
    const std::lock_guard guard(m_mutex);
    if (!m_context)
        m_context = makeContext();
    if (!m_context)
        return failErrno(ENOMEM, "talking to nftables");
    const bool done = nft_run_cmd_from_buffer(m_context, json.c_str()) == 0;
    // Reading a buffer empties it for the next command.
    const auto problem = firstLine(nft_ctx_get_error_buffer(m_context));
    std::string answer = nft_ctx_get_output_buffer(m_context);
    if (!done)
        return fail(kindOfNft(problem), "nftables: {}",
                    problem.empty() ? "refused without a reason" : problem);
    return answer;
}

Result<> Nft::run(const std::string &json)
{
    TRY([[maybe_unused]] const auto answer, query(json));
    return {};
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

#include "engine/isolation/network/nftables.h"

#include <nftables/libnftables.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <mutex>

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

Result<std::string> queryNft(const std::string &json)
{
    // One at a time: a transaction that another one overtakes would be carried out twice over.
    static std::mutex mutex;
    const std::lock_guard guard(mutex);
    const std::unique_ptr<nft_ctx, void (*)(nft_ctx *)> context(nft_ctx_new(NFT_CTX_DEFAULT), nft_ctx_free);
    if (!context)
        return failErrno(ENOMEM, "talking to nftables");
    nft_ctx_output_set_flags(context.get(), NFT_CTX_OUTPUT_JSON | NFT_CTX_OUTPUT_HANDLE);
    nft_ctx_buffer_output(context.get());
    nft_ctx_buffer_error(context.get());
    if (nft_run_cmd_from_buffer(context.get(), json.c_str()) != 0) {
        const auto message = firstLine(nft_ctx_get_error_buffer(context.get()));
        return fail(kindOfNft(message), "nftables: {}",
                    message.empty() ? "refused without a reason" : message);
    }
    return nft_ctx_get_output_buffer(context.get());
}

Result<> runNft(const std::string &json)
{
    TRY([[maybe_unused]] const auto answer, queryNft(json));
    return {};
}

static std::string tableCommand(const char *verb, const std::string &family, const std::string &name)
{
    return nlohmann::json{{"nftables", {{{verb, {{"table", {{"family", family}, {"name", name}}}}}}}}}.dump();
}

Result<NftTable> NftTable::make(std::string family, std::string name, const std::string &json)
{
    CHECK(runNft(json));
    return NftTable(std::move(family), std::move(name));
}

Result<bool> NftTable::exists(const std::string &family, const std::string &name)
{
    const auto found = queryNft(tableCommand("list", family, name));
    if (!found && found.error().kind != ErrorKind::NotFound)
        return std::unexpected(found.error());
    return found.has_value();
}

NftTable::~NftTable()
{
    if (!m_name.empty())
        (void)runNft(tableCommand("delete", m_family, m_name)); // gone already: as wanted
}

} // namespace quayside::isolation::network

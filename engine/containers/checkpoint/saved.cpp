#include "engine/containers/checkpoint/saved.h"

#include "engine/containers/state/times.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

namespace fs = std::filesystem;

constexpr const char *draftName = ".draft"; // no name of a checkpoint begins so
constexpr const char *savedDocument = "checkpoint.json", *imagesName = "images";
constexpr std::size_t longestDocument = 1 << 20;

Result<> made(const std::string &path)
{
    if (::mkdir(path.c_str(), 0700) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", path);
    return {};
}

std::map<std::string, std::int64_t> sizesIn(const std::string &folder)
{
    std::map<std::string, std::int64_t> sizes;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".img") // else it is a log
            sizes[entry.path().filename()] = static_cast<std::int64_t>(entry.file_size(error));
    return sizes;
}

// What is in it lasts before its name does.
Result<> writeSynced(const std::string &path, const std::string &text)
{
    const Fd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        ::syncfs(file.get()) < 0)
        return failErrno(errno, "writing {}", path);
    return {};
}

} // namespace

std::string encode(const SavedCheckpoint &saved)
{
    return nlohmann::json{{"created", saved.createdNs},  {"files", saved.files},
                          {"input", saved.input},        {"output", saved.output},
                          {"error", saved.error},        {"mountPoints", saved.mountPoints},
                          {"addresses", saved.addresses}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<SavedCheckpoint> decodeSavedCheckpoint(std::string_view document)
{
    const auto json = nlohmann::json::parse(document, nullptr, false);
    SavedCheckpoint saved;
    try {
        json.at("created").get_to(saved.createdNs);
        json.at("files").get_to(saved.files);
        json.at("input").get_to(saved.input);
        json.at("output").get_to(saved.output);
        json.at("error").get_to(saved.error);
        json.at("mountPoints").get_to(saved.mountPoints);
        json.at("addresses").get_to(saved.addresses);
    } catch (const nlohmann::json::exception &) {
        return fail(ErrorKind::Internal, "the checkpoint is damaged: what was written beside it is missing");
    }
    return saved;
}

Result<> checkCheckpointName(const std::string &name)
{
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    constexpr std::string_view notFirst = "_.-";
    if (name.empty() || name.size() > 128 || name.find_first_not_of(allowed) != std::string::npos ||
        notFirst.contains(name.front()))
        return fail(ErrorKind::InvalidArgument,
                    "Invalid checkpoint ID ({}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed, 128 at most",
                    name.substr(0, 200));
    return {};
}

std::vector<api::Checkpoint> SavedCheckpoints::list() const
{
    std::vector<api::Checkpoint> list;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(m_folder, error)) {
        const std::string name = entry.path().filename();
        if (!checkCheckpointName(name))
            continue;
        const auto saved = read(name).value_or(SavedCheckpoint{}); // a damaged one can be removed
        api::Checkpoint &found = list.emplace_back(name);
        found.created = saved.createdNs == 0 ? "" : rfc3339(saved.createdNs);
        for (const auto &[file, bytes] : saved.files)
            found.size += bytes;
    }
    std::ranges::sort(list, {}, &api::Checkpoint::name);
    return list;
}

bool SavedCheckpoints::has(const std::string &name) const
{
    std::error_code error;
    return checkCheckpointName(name) && fs::is_directory(pathOf(name), error);
}

Result<SavedCheckpoint> SavedCheckpoints::read(const std::string &name) const
{
    CHECK(checkCheckpointName(name));
    if (!has(name))
        return fail(ErrorKind::NotFound, "checkpoint {} does not exist", name);
    std::ifstream file(pathOf(name) + "/" + savedDocument, std::ios::binary);
    std::string text(longestDocument, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return decodeSavedCheckpoint(text);
}

Result<> SavedCheckpoints::check(const std::string &name, const SavedCheckpoint &saved) const
{
    const auto now = sizesIn(imagesOf(name));
    for (const auto &[file, bytes] : saved.files) {
        const auto found = now.find(file);
        if (found == now.end() || found->second != bytes)
            return fail(ErrorKind::Internal,
                        "checkpoint {} is damaged: {} has {} of {} bytes; remove it, and start the container "
                        "without it",
                        name, file, found == now.end() ? 0 : found->second, bytes);
    }
    return {};
}

std::string SavedCheckpoints::imagesOf(const std::string &name) const
{
    return pathOf(name) + "/" + imagesName;
}

Result<> SavedCheckpoints::remove(const std::string &name) const
{
    CHECK(checkCheckpointName(name));
    if (!has(name))
        return fail(ErrorKind::NotFound, "checkpoint {} does not exist", name);
    std::error_code error;
    fs::remove_all(pathOf(name), error);
    if (error)
        return failErrno(error.value(), "removing checkpoint {}", name);
    return {};
}

Result<std::string> SavedCheckpoints::makeDraft() const
{
    dropDraft();
    CHECK(made(m_folder));
    CHECK(made(pathOf(draftName)));
    const std::string images = imagesOf(draftName);
    CHECK(made(images));
    // CRIU's first process is root of the container when it reads them, from a descriptor: by a path nobody
    // comes here.
    if (::chmod(images.c_str(), 0711) < 0)
        return failErrno(errno, "making {}", images);
    return images;
}

Result<> SavedCheckpoints::keepDraft(const std::string &name, SavedCheckpoint saved) const
{
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(imagesOf(draftName), ignored))
        ::chmod(entry.path().c_str(), 0644); // as the folder
    saved.files = sizesIn(imagesOf(draftName));
    CHECK(writeSynced(pathOf(draftName) + "/" + savedDocument, encode(saved)));
    if (::rename(pathOf(draftName).c_str(), pathOf(name).c_str()) < 0)
        return failErrno(errno, "keeping checkpoint {}", name);
    return {};
}

void SavedCheckpoints::dropDraft() const
{
    std::error_code ignored;
    fs::remove_all(pathOf(draftName), ignored);
}

} // namespace quayside::containers

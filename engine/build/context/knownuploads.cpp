#include "engine/build/context/knownuploads.h"

#include <algorithm>

namespace quayside::build
{

bool UploadFacts::roomLocked(std::size_t bytes)
{
    if (m_bytes + bytes > mostBytes)
        return false;
    m_bytes += bytes;
    return true;
}

std::optional<Result<std::string>> UploadFacts::text(const std::string &path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_texts.find(path);
    return found == m_texts.end() ? std::nullopt : std::optional(found->second);
}

void UploadFacts::addText(const std::string &path, const Result<std::string> &text)
{
    if (!text && text.error().kind != ErrorKind::NotFound)
        return; // of the machine, perhaps, and not of the file
    const std::scoped_lock lock(m_mutex);
    if (roomLocked(path.size() + (text ? text->size() : text.error().message.size())))
        m_texts.emplace(path, text);
}

std::optional<Checksum> UploadFacts::checksum(const std::string &request) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_checksums.find(request);
    return found == m_checksums.end() ? std::nullopt : std::optional(found->second);
}

void UploadFacts::addChecksum(const std::string &request, const Checksum &sum)
{
    std::size_t bytes = request.size() + sum.digest.size();
    for (const FileDigest &file : sum.files)
        bytes += sizeof file + file.path.size() + file.digest.size();
    Checksum kept = sum;
    kept.selection.reset(); // it has a build's files open
    kept.hashed = 0;
    const std::scoped_lock lock(m_mutex);
    if (roomLocked(bytes))
        m_checksums.emplace(request, std::move(kept));
}

std::shared_ptr<UploadFacts> KnownUploads::findLocked(std::uint32_t user, const std::string &digest)
{
    const auto found = std::ranges::find_if(
        m_known, [&](const Known &one) { return one.user == user && one.digest == digest; });
    if (found == m_known.end())
        return nullptr;
    m_known.splice(m_known.begin(), m_known, found);
    return found->facts;
}

std::shared_ptr<UploadFacts> KnownUploads::find(std::uint32_t user, const std::string &digest)
{
    const std::scoped_lock lock(m_mutex);
    return findLocked(user, digest);
}

std::shared_ptr<UploadFacts> KnownUploads::add(std::uint32_t user, const std::string &digest)
{
    const std::scoped_lock lock(m_mutex);
    if (auto known = findLocked(user, digest)) // two builds at once
        return known;
    m_known.push_front({user, digest, std::make_shared<UploadFacts>()});
    if (m_known.size() > mostUploads)
        m_known.pop_back();
    return m_known.front().facts;
}

} // namespace quayside::build

#include "engine/build/context/uploadedsource.h"

#include "engine/build/context/ignorefile.h"
#include "engine/images/content/digest.h"

#include <mutex>

namespace quayside::build
{
namespace
{

class ArchiveBytes : public api::ByteSource
{
public:
    explicit ArchiveBytes(std::string_view bytes) : m_rest(bytes) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t now = m_rest.copy(buffer.data(), buffer.size());
        m_rest.remove_prefix(now);
        return now;
    }

private:
    std::string_view m_rest;
};

class UploadedSource : public FileSource
{
public:
    UploadedSource(BuildFolder &folder, std::string archive) : m_folder(folder), m_archive(std::move(archive))
    {
    }

    [[nodiscard]] const std::string &archive() const { return m_archive; }

    // Thread-safe.
    Result<const FileSource *> files() const
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_files) {
            ArchiveBytes bytes(m_archive);
            TRY(Fd unpacked, m_folder.unpack(bytes));
            m_files = folderSource(std::move(unpacked), {.keepsOwners = false});
        }
        return m_files.get();
    }
    Result<> know(std::shared_ptr<UploadFacts> facts, const std::string &dockerfile)
    {
        m_facts = std::move(facts);
        TRY(m_ignore, readIgnoreFile(*this, dockerfile));
        return {};
    }

    Result<std::unique_ptr<SourceReader>> reader() const override
    {
        TRY(const FileSource *there, files());
        return there->reader();
    }
    Result<Fd> openToMount(const std::string &path) const override
    {
        if (!m_ignore.empty())
            return Fd();
        TRY(const FileSource *there, files());
        return there->openToMount(path);
    }
    const dockerfile::IgnorePatterns &ignore() const override { return m_ignore; }
    bool keepsOwners() const override { return false; }
    bool lasting() const override { return false; }
    UploadFacts *facts() const override { return m_facts.get(); }

private:
    BuildFolder &m_folder;
    const std::string m_archive;
    std::shared_ptr<UploadFacts> m_facts;
    dockerfile::IgnorePatterns m_ignore;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<FileSource> m_files;
};

// A source whose first bytes have been read.
class StartedSource : public api::ByteSource
{
public:
    explicit StartedSource(api::ByteSource &source) : m_source(source) {}

    // Whether `most` bytes are all of it.
    Result<bool> readAhead(std::size_t most)
    {
        constexpr std::size_t piece = 64 << 10;
        while (m_ahead.size() <= most) {
            const std::size_t have = m_ahead.size();
            m_ahead.resize(have + piece);
            auto got = m_source.read(std::span(m_ahead).subspan(have));
            m_ahead.resize(have + got.value_or(0));
            if (!got)
                return std::unexpected(std::move(got).error());
            if (*got == 0)
                return true;
        }
        return false;
    }
    std::string takeAhead() { return std::move(m_ahead); }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (m_at == m_ahead.size())
            return m_source.read(buffer);
        const std::size_t now = m_ahead.copy(buffer.data(), buffer.size(), m_at);
        m_at += now;
        return now;
    }

private:
    api::ByteSource &m_source;
    std::string m_ahead;
    std::size_t m_at = 0;
};

} // namespace

Result<std::unique_ptr<FileSource>> receiveUpload(BuildFolder &folder, api::ByteSource &archive,
                                                  const std::string &dockerfile, KnownUploads &known,
                                                  std::uint32_t user)
{
    StartedSource started(archive);
    TRY(const bool whole, started.readAhead(KnownUploads::mostArchive));
    if (!whole)
        return folder.receive(started, dockerfile);
    auto source = std::make_unique<UploadedSource>(folder, started.takeAhead());
    const std::string digest = images::digestOf(source->archive());
    auto facts = known.find(user, digest);
    if (!facts) {
        CHECK(source->files());
        facts = known.add(user, digest);
    }
    CHECK(source->know(std::move(facts), dockerfile));
    return source;
}

} // namespace quayside::build

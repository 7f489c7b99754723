#include "engine/build/context/uploadedsource.h"

#include "engine/build/context/ignorefile.h"
#include "engine/build/context/peekedsource.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/tarwriter.h"

#include <mutex>

namespace quayside::build
{
namespace
{

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
            images::StringSource bytes(m_archive);
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

} // namespace

Result<std::unique_ptr<FileSource>> receiveUpload(BuildFolder &folder, api::ByteSource &archive,
                                                  const std::string &dockerfile, KnownUploads &known,
                                                  std::uint32_t user)
{
    PeekedSource peeked(archive);
    TRY(const auto start, peeked.peek(KnownUploads::mostArchive + 1));
    if (start.size() > KnownUploads::mostArchive)
        return folder.receive(peeked, dockerfile);
    auto source = std::make_unique<UploadedSource>(folder, peeked.take());
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

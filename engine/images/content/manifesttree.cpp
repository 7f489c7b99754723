#include "engine/images/content/manifesttree.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/document.h"

namespace quayside::images
{
namespace
{

constexpr int deepest = 4;
constexpr std::size_t mostNodes = 1000, mostText = std::size_t{32} << 20;

class Reader
{
public:
    explicit Reader(const DocumentSource &documents) : m_documents(documents) {}
    Result<> add(api::OCIDescriptor descriptor, std::string text, int depth);
    ManifestTree take() { return std::move(m_tree); }

private:
    const DocumentSource &m_documents;
    ManifestTree m_tree;
    std::set<std::string> m_seen; // digests
    std::size_t m_text = 0;       // bytes so far
};

Result<> Reader::add(api::OCIDescriptor descriptor, std::string text, int depth)
{
    m_text += text.size();
    if (m_seen.size() == mostNodes || m_text > mostText)
        return fail(ErrorKind::TooLarge, "the index has more than {} manifests, or {} bytes of them",
                    mostNodes, mostText);
    m_seen.insert(descriptor.digest);
    auto manifest = parseManifest(text);
    if (!manifest)
        return wrap(std::move(manifest).error(), "{} of the index", descriptor.digest);
    if (depth > deepest)
        return fail(ErrorKind::InvalidArgument, "the index nests more than {} times", deepest);
    for (const api::OCIDescriptor &child : manifest->manifests) {
        if (m_seen.contains(child.digest))
            continue;
        TRY(std::string document, m_documents(child));
        CHECK(add(child, std::move(document), depth + 1));
    }
    m_tree.push_back({std::move(descriptor), std::move(text), *std::move(manifest)});
    return {};
}

// What a document says that it is; registries want to hear it again.
std::string mediaTypeOf(const std::string &text)
{
    const auto json = api::parseJson(text, {.bytes = maxDocument});
    if (json && json->is_object() && json->contains("mediaType") && json->at("mediaType").is_string())
        return json->at("mediaType").get<std::string>();
    return "application/vnd.oci.image.index.v1+json";
}

} // namespace

Result<ManifestTree> readManifestTree(const std::string &text, const DocumentSource &documents)
{
    Reader reader(documents);
    api::OCIDescriptor top{.mediaType = mediaTypeOf(text), .digest = digestOf(text)};
    top.size = static_cast<std::int64_t>(text.size());
    CHECK(reader.add(std::move(top), text, 0));
    return reader.take();
}

Result<ManifestTree> readKeptIndex(const BlobStore &blobs, const std::string &digest)
{
    const auto read = [&blobs](const api::OCIDescriptor &wanted) -> Result<std::string> {
        TRY(const Fd file, blobs.openBlob(wanted.digest));
        TRY(std::string text, readAll(file.get(), maxDocument, "the manifest " + wanted.digest));
        if (digestOf(text) != wanted.digest)
            return fail(ErrorKind::Internal,
                        "the blob {} is damaged: pull the image again with all platforms", wanted.digest);
        return text;
    };
    TRY(const std::string text, read({.digest = digest}));
    return readManifestTree(text, read);
}

std::vector<api::OCIDescriptor> blobsOf(const ManifestTree &tree)
{
    std::vector<api::OCIDescriptor> blobs;
    std::set<std::string> seen;
    const auto add = [&](const api::OCIDescriptor &blob) {
        if (blob.urls.empty() && seen.insert(blob.digest).second)
            blobs.push_back(blob);
    };
    for (const ManifestNode &node : tree) {
        if (!node.manifest.isIndex)
            add(node.manifest.config);
        for (const api::OCIDescriptor &layer : node.manifest.layers)
            add(layer);
    }
    return blobs;
}

std::set<std::string> digestsOf(const ManifestTree &tree)
{
    std::set<std::string> digests;
    for (const ManifestNode &node : tree)
        digests.insert(node.descriptor.digest);
    for (const api::OCIDescriptor &blob : blobsOf(tree))
        digests.insert(blob.digest);
    return digests;
}

} // namespace quayside::images

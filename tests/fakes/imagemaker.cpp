#include "tests/fakes/imagemaker.h"

#include "engine/images/content/digest.h"

#include <archive.h>
#include <archive_entry.h>

#include <nlohmann/json.hpp>

#include <set>

namespace quayside::test
{
namespace
{

using Json = nlohmann::json;
using namespace quayside::images;

std::string mediaType(const std::string &filter)
{
    return "application/vnd.oci.image.layer.v1.tar" + (filter == "none" ? "" : "+" + filter);
}

Json descriptor(const std::string &type, const std::string &content)
{
    return {{"mediaType", type}, {"digest", digestOf(content)}, {"size", content.size()}};
}

void addOnce(std::vector<NamedFile> &files, const std::string &name, const std::string &content)
{
    if (std::ranges::none_of(files, [&](const NamedFile &file) { return file.name == name; }))
        files.push_back({name, content});
}

std::string blobPath(const std::string &content)
{
    return "blobs/sha256/" + hexOf(digestOf(content));
}

} // namespace

Tar &Tar::add(images::TarEntry entry, std::string_view content)
{
    (void)m_writer.write(std::move(entry), content);
    return *this;
}

Tar &Tar::raw(std::string_view bytes)
{
    m_sink.text += bytes;
    return *this;
}

std::string Tar::bytes()
{
    return m_sink.text + std::string(1024, '\0');
}

std::string compress(std::string_view bytes, const std::string &filter)
{
    if (filter == "none")
        return std::string(bytes);
    std::string out(bytes.size() + bytes.size() / 2 + 65536, '\0');
    std::size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_add_filter_by_name(writer, filter.c_str());
    archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr); // the same bytes each time
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

std::string smallRoot()
{
    return Tar()
        .add({.name = "bin/", .type = '5', .mode = 0755})
        .add({.name = "bin/true", .mode = 0755}, "#!/bin/sh\n")
        .add({.name = "etc/", .type = '5', .mode = 0755})
        .add({.name = "etc/passwd"}, "root:x:0:0:root:/root:/bin/sh\nweb:x:1000:1000::/:/bin/sh\n")
        .add({.name = "etc/group"}, "root:x:0:\nweb:x:1000:\n")
        .add({.name = "tmp/", .type = '5', .mode = 01777})
        .bytes();
}

std::string configDocument(const ImageShape &image)
{
    if (!image.document.empty())
        return image.document;
    Json document = {{"architecture", image.architecture},
                     {"os", "linux"},
                     {"created", "2024-01-02T03:04:05Z"},
                     {"config", Json::parse(image.config)}};
    document["rootfs"] = {{"type", "layers"}, {"diff_ids", Json::array()}};
    document["history"] = Json::array();
    for (const std::string &layer : image.layers) {
        document["rootfs"]["diff_ids"].push_back(digestOf(layer));
        document["history"].push_back({{"created", "2024-01-02T03:04:05Z"}, {"created_by", "a test"}});
    }
    return document.dump();
}

std::string imageId(const ImageShape &image)
{
    return digestOf(configDocument(image));
}

std::vector<NamedFile> dockerFiles(const std::vector<ImageShape> &images)
{
    std::vector<NamedFile> files;
    Json manifest = Json::array(), repositories = Json::object();
    for (const ImageShape &image : images) {
        const std::string config = hexOf(imageId(image)) + ".json";
        addOnce(files, config, configDocument(image));
        Json layers = Json::array();
        for (const std::string &layer : image.layers) {
            const std::string name = hexOf(digestOf(layer)) + "/layer.tar";
            addOnce(files, name, compress(layer, image.filter));
            layers.push_back(name);
        }
        manifest.push_back({{"Config", config}, {"RepoTags", image.names}, {"Layers", layers}});
        for (const std::string &name : image.names) {
            const std::size_t colon = name.rfind(':');
            repositories[name.substr(0, colon)][name.substr(colon + 1)] = hexOf(imageId(image));
        }
    }
    files.push_back({"manifest.json", manifest.dump()});
    files.push_back({"repositories", repositories.dump()});
    return files;
}

std::vector<NamedFile> ociFiles(const std::vector<ImageShape> &images)
{
    std::vector<NamedFile> files{{"oci-layout", R"({"imageLayoutVersion":"1.0.0"})"}};
    Json index = {{"schemaVersion", 2}, {"manifests", Json::array()}};
    for (const ImageShape &image : images) {
        const std::string config = configDocument(image);
        addOnce(files, blobPath(config), config);
        Json manifest = {{"schemaVersion", 2},
                         {"mediaType", "application/vnd.oci.image.manifest.v1+json"},
                         {"config", descriptor("application/vnd.oci.image.config.v1+json", config)},
                         {"layers", Json::array()}};
        for (const std::string &layer : image.layers) {
            const std::string blob = compress(layer, image.filter);
            addOnce(files, blobPath(blob), blob);
            manifest["layers"].push_back(descriptor(mediaType(image.filter), blob));
        }
        const std::string text = manifest.dump();
        addOnce(files, blobPath(text), text);
        Json entry = descriptor("application/vnd.oci.image.manifest.v1+json", text);
        if (image.names.empty())
            index["manifests"].push_back(entry);
        for (const std::string &name : image.names) {
            entry["annotations"] = {{"io.containerd.image.name", "docker.io/library/" + name},
                                    {"org.opencontainers.image.ref.name", name.substr(name.rfind(':') + 1)}};
            index["manifests"].push_back(entry);
        }
    }
    files.push_back({"index.json", index.dump()});
    return files;
}

std::string tarOf(const std::vector<NamedFile> &files)
{
    Tar tar;
    std::set<std::string> folders;
    for (const NamedFile &file : files) {
        for (std::size_t slash = file.name.find('/'); slash != std::string::npos;
             slash = file.name.find('/', slash + 1)) {
            if (folders.insert(file.name.substr(0, slash + 1)).second)
                tar.add({.name = file.name.substr(0, slash + 1), .type = '5', .mode = 0755});
        }
        tar.add({.name = file.name}, file.content);
    }
    return tar.bytes();
}

std::string dockerArchive(const std::vector<ImageShape> &images)
{
    return tarOf(dockerFiles(images));
}

std::string ociArchive(const std::vector<ImageShape> &images)
{
    return tarOf(ociFiles(images));
}

std::string mixedArchive(const std::vector<ImageShape> &images)
{
    std::vector<NamedFile> files = ociFiles(images);
    Json manifest = Json::array();
    for (const ImageShape &image : images) {
        Json layers = Json::array();
        for (const std::string &layer : image.layers)
            layers.push_back(blobPath(compress(layer, image.filter)));
        manifest.push_back(
            {{"Config", blobPath(configDocument(image))}, {"RepoTags", image.names}, {"Layers", layers}});
    }
    files.push_back({"manifest.json", manifest.dump()});
    return tarOf(files);
}

} // namespace quayside::test

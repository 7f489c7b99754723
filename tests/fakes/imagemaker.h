// Makes archives of any shape for tests: layers, docker-archives, OCI layouts; well-formed and hostile ones.
//
//   test::Tar layer;
//   layer.add({.name = "etc/", .type = '5', .mode = 0755}).add({.name = "etc/motd"}, "hello\n");
//   const std::string archive = test::dockerArchive({{.layers = {layer.bytes()}, .names = {"demo:latest"}}});
#pragma once

#include "engine/images/content/tarwriter.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::test
{

class Tar
{
public:
    Tar() : m_writer(m_sink) {}
    Tar &add(images::TarEntry entry, std::string_view content = {});
    Tar &raw(std::string_view bytes); // as they are
    std::string bytes();              // closed by two zero blocks

private:
    images::StringSink m_sink;
    images::TarWriter m_writer;
};

// Compressed by libarchive; filter: "gzip", "zstd", "xz", "none".
std::string compress(std::string_view bytes, const std::string &filter);

// A root that a shell would not find strange: bin/, etc/passwd, etc/group, tmp/.
std::string smallRoot();

struct ImageShape {
    std::vector<std::string> layers;                              // uncompressed tars, bottom first
    std::vector<std::string> names;                               // "demo:latest"
    std::string filter = "none";                                  // how the archive holds the layers
    std::string config = R"({"Cmd":["sh"],"Env":["PATH=/bin"]})"; // the `config` section
    std::string document = {}; // the whole configuration; empty: made of the above
    std::string architecture = "amd64";
};
std::string configDocument(const ImageShape &image);
std::string imageId(const ImageShape &image); // "sha256:…"

std::string dockerArchive(const std::vector<ImageShape> &images); // as `docker save` before 25: ID/layer.tar
std::string ociArchive(const std::vector<ImageShape> &images);    // OCI layout in a tar
std::string mixedArchive(const std::vector<ImageShape> &images);  // as `docker save` from 25: both

// The parts, for archives that are wrong somewhere.
struct NamedFile {
    std::string name, content;
};
std::vector<NamedFile> dockerFiles(const std::vector<ImageShape> &images);
std::vector<NamedFile> ociFiles(const std::vector<ImageShape> &images);
std::string tarOf(const std::vector<NamedFile> &files);

} // namespace quayside::test

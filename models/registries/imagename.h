// Names of images as people write them, taken apart: which registry they lead to. Source:
// distribution/reference.
#pragma once

#include <QString>

namespace quayside::models
{

inline const QString dockerHub = QStringLiteral("docker.io");

struct ImageName {
    QString registry;   // "docker.io", "localhost:5000"
    QString repository; // "library/python", "team/web"
    QString tag;        // "" where none is written
    QString digest;     // "sha256:…", or ""

    // As people write it: without docker.io and library/; without tag and digest.
    [[nodiscard]] QString shownRepository() const;
    bool operator==(const ImageName &) const = default;
};

// "python:3-slim" → docker.io, library/python, 3-slim. Takes any text; see isImageName().
ImageName parseImageName(const QString &text);
// Whether an engine takes it as the name of an image.
bool isImageName(const QString &text);

// "https://index.docker.io/v1/", "HTTPS://Registry.Example.org/" → "docker.io", "registry.example.org". ""
// where no host is in it.
QString registryOf(const QString &address);
// "host", "host:port", "[::1]:5000".
bool isRegistry(const QString &registry);
// A range of addresses: "10.0.0.0/8", "fd00::/8".
bool isNetwork(const QString &text);
// What the docker command's files call it: "https://index.docker.io/v1/" for Docker Hub.
QString dockerKeyOf(const QString &registry);
// "Docker Hub", else the registry itself.
QString shownRegistry(const QString &registry);

} // namespace quayside::models

// Where completion and hover help get what stands in no Dockerfile: images, tags, files.
#pragma once

#include "engine/dockerfile/expansion/expansion.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace quayside::models::language
{

struct PathEntry {
    std::string name; // bytes, without a folder
    bool folder = false;
    bool operator==(const PathEntry &) const = default;
};

struct ImageFact {
    QString name;                                       // "debian:13", as FROM would say it
    qint64 size = 0;                                    // bytes
    qint64 created = 0;                                 // seconds since 1970
    QString platform;                                   // "linux/amd64"; empty: not known yet
    std::optional<dockerfile::Environment> environment; // the same
};

// What stands in the image just before an instruction: the instruction above it, as a build may have recorded
// it, or where there is none the base of the stage.
struct FileSystemPlace {
    std::string base;        // the image that the stage begins with, variables expanded
    std::string instruction; // the last above in the stage, in one line: Node::original; empty: FROM is
    int line = 0;            // its first line
};

// Answers at once with what is known. nullopt: it is asked for now, and arrived() says when it is worth while
// to ask again. Empty: there is nothing, or nobody to ask. Everything on the window's thread.
class CompletionSources : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Known = std::optional<T>;

    using QObject::QObject;

    virtual Known<std::vector<ImageFact>> images() = 0; // that the engine has, without platform
    // One of them, all of it. An image that is not here: ImageFact with an empty name.
    virtual Known<ImageFact> image(const std::string &reference) = 0;
    virtual Known<QStringList> tags(const std::string &repository) = 0; // in its registry

    // Folders by "/"-separated paths without one at either end; "" is the top. What .dockerignore hides is
    // absent.
    virtual Known<std::vector<PathEntry>> contextFolder(const std::string &folder) = 0;
    virtual Known<std::vector<PathEntry>> imageFolder(const std::string &reference,
                                                      const std::string &folder) = 0;
    virtual Known<std::vector<PathEntry>> placeFolder(const FileSystemPlace &place,
                                                      const std::string &folder) = 0;

signals:
    void arrived();
};

} // namespace quayside::models::language

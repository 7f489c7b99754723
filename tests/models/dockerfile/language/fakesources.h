// Sources for tests: a few images and files, all known at once but for those that are asked for as "later".
#pragma once

#include "models/dockerfile/language/sources.h"

#include <map>

namespace quayside::test
{

class FakeSources : public models::language::CompletionSources
{
public:
    using Entries = std::vector<models::language::PathEntry>;

    Known<std::vector<models::language::ImageFact>> images() override
    {
        if (waiting)
            return std::nullopt;
        return std::vector<models::language::ImageFact>{{.name = QStringLiteral("debian:13")},
                                                        {.name = QStringLiteral("debian:12-slim")},
                                                        {.name = QStringLiteral("python:3")}};
    }
    Known<models::language::ImageFact> image(const std::string &reference) override
    {
        if (reference != "debian:13")
            return models::language::ImageFact{};
        return models::language::ImageFact{.name = QStringLiteral("debian:13"),
                                           .size = 120'000'000,
                                           .created = 1'700'000'000,
                                           .platform = QStringLiteral("linux/amd64"),
                                           .environment = dockerfile::Environment{{"PATH", "/usr/bin:/bin"}}};
    }
    Known<QStringList> tags(const std::string &repository) override
    {
        return repository == "python" ? QStringList{"3", "3-slim", "3.12"} : QStringList();
    }
    Known<Entries> contextFolder(const std::string &folder) override
    {
        return folder == "src"
                   ? Entries{{"main.c", false}, {"lib", true}}
                   : Entries{{"src", true}, {"app.py", false}, {".git", true}, {"a b", false}, {"$x", false}};
    }
    Known<Entries> imageFolder(const std::string &reference, const std::string &folder) override
    {
        asked = reference + "|" + folder;
        return Entries{{"image-bin", true}};
    }
    Known<Entries> placeFolder(const models::language::FileSystemPlace &place,
                               const std::string &folder) override
    {
        asked = place.base + "|" + place.instruction + "|" + std::to_string(place.line) + "|" + folder;
        return Entries{{"usr", true}, {"etc", true}, {"vmlinuz", false}};
    }

    std::string asked; // of files, last
    bool waiting = false;
};

} // namespace quayside::test

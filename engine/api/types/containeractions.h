// What the smaller verbs of a container answer: update, prune, top.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

struct ContainerUpdateResponse {
    std::vector<std::string> warnings; // sentences
};

struct ContainerPruneResponse {
    std::vector<std::string> containersDeleted; // ids
    std::int64_t spaceReclaimed = 0;            // bytes
};

struct ContainerTopResponse {
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> processes; // as many columns as there are titles
};

std::string encode(const ContainerUpdateResponse &response);
std::string encode(const ContainerPruneResponse &response);
std::string encode(const ContainerTopResponse &response);

} // namespace quayside::api

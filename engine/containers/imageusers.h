// Which containers use an image, for what would remove it.
#pragma once

#include "engine/containers/containers.h"
#include "engine/images/images.h"

namespace quayside::containers
{

inline images::Images::UsersOf usersOf(const Containers &containers)
{
    return [&containers](const std::string &id) {
        std::vector<images::Images::User> users;
        for (const auto &user : containers.usersOfImage(id))
            users.push_back({user.containerId, user.running, user.owner});
        return users;
    };
}

} // namespace quayside::containers

// What a registry asks for: WWW-Authenticate (RFC 9110, 11.6.1; token form: distribution's spec, "Token Authentication").
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

struct Challenge {
    std::string scheme;                            // lower case: "bearer", "basic"
    std::map<std::string, std::string> parameters; // names in lower case
};

// All challenges of a header, in its order. What cannot be read ends the list: the ones before it still count.
std::vector<Challenge> parseChallenges(std::string_view header);

} // namespace quayside::images

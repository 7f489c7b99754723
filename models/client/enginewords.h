// What an engine says, for people: engines speak English, whatever the window speaks.
#pragma once

#include <string>

namespace quayside::client
{

// In other languages with a word about whose words these are; in English as they are.
std::string asSaid(const std::string &words);

} // namespace quayside::client

// Living beside other programs' packet filters.
//
// A packet passes only where every base chain at the hook lets it: a chain of ours cannot overrule dockerd's
// "FORWARD policy drop", ufw's or firewalld's. Where such a chain stands, two rules that accept our bridge's
// traffic go to its top (or into DOCKER-USER, which dockerd keeps for that), marked with a comment and taken
// back by it. What may enter the bridge is decided by our own table all the same (rules.h).
#pragma once

#include "engine/base/result.h"

#include <string>
#include <vector>

namespace quayside::isolation::network
{
class Nft;
}

namespace quayside::networks
{

struct ForeignChain {
    std::string family, table, chain;
    auto operator<=>(const ForeignChain &) const = default;
};

struct ForeignChains {
    std::vector<ForeignChain> toOpen;  // known kinds, where rules of ours belong
    std::vector<std::string> warnings; // others that may drop our traffic: a person's own, left alone
};

// `listing`: the answer to listChainsDocument().
ForeignChains foreignChains(const std::string &listing, const std::string &bridge,
                            const std::string &ownTable);
std::string listChainsDocument();

// Puts the rules where they are needed and missing. Returns warnings; never fails: the network works as far
// as the other firewall lets it.
std::vector<std::string> openForeignChains(isolation::network::Nft &nft, const std::string &bridge,
                                           const std::string &comment, const std::string &ownTable);
// Takes them back from wherever they are.
Result<> closeForeignChains(isolation::network::Nft &nft, const std::string &comment);

} // namespace quayside::networks

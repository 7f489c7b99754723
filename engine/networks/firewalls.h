// Living beside other programs' packet filters.
//
// A packet passes only where every base chain at the hook lets it: a chain of ours cannot overrule dockerd's
// "FORWARD policy drop", ufw's or firewalld's. Where such a chain stands, rules that accept our bridges'
// traffic go to its top (or into DOCKER-USER, which dockerd keeps for that), marked with a comment and taken
// back by it. What may enter a bridge is decided by our own table all the same (rules.h). What leaves one for
// a network of dockerd's is dockerd's to decide: its own isolation is asked before our rules accept.
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
    std::string isolation = {}; // dockerd's chain beside it that keeps its networks apart; "": none
    auto operator<=>(const ForeignChain &) const = default;
};

struct ForeignChains {
    std::vector<ForeignChain> toOpen;  // known kinds, where rules of ours belong
    std::vector<std::string> warnings; // others that may drop our traffic: a person's own, left alone
};

// `listing`: the answer to listChainsDocument().
ForeignChains foreignChains(const std::string &listing, const std::vector<std::string> &bridges,
                            const std::string &ownTable);
std::string listChainsDocument();

// What makes the engine's rules in a chain those for these bridges, and leaves those alone that are right
// already; "": all are. `listing`: the chain's.
std::string openingDocument(const ForeignChain &chain, const std::string &listing,
                            const std::vector<std::string> &bridges, const std::string &comment);

// Puts the rules for these bridges where they are needed and missing, and takes those for others back.
// Returns warnings; never fails: the network works as far as the other firewall lets it.
std::vector<std::string> openForeignChains(isolation::network::Nft &nft,
                                           const std::vector<std::string> &bridges,
                                           const std::string &comment, const std::string &ownTable);
// Takes them back from wherever they are.
Result<> closeForeignChains(isolation::network::Nft &nft, const std::string &comment);

} // namespace quayside::networks

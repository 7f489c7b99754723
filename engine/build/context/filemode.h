// COPY --chmod and ADD --chmod.
#pragma once

#include "engine/base/result.h"

#include <sys/types.h>

#include <string_view>
#include <vector>

namespace quayside::build
{

// "0755", or symbolic as chmod(1) has it: "u=rwX,go=rX". Source: Dockerfile reference, "COPY --chmod".
class FileMode
{
public:
    // InvalidArgument: neither of the two.
    static Result<FileMode> parse(std::string_view text);
    // The permission bits, with set-id and sticky, of what has `mode` (st_mode).
    [[nodiscard]] mode_t apply(mode_t mode) const;

private:
    bool addClauses(std::string_view text);

    struct Clause {
        mode_t who = 07777; // bits of the classes that it speaks of
        char act = '=';     // + - =
        mode_t bits = 0;
        bool conditionalExecute = false; // X
        char copied = 0;                 // u, g or o: permissions of a class
    };
    bool m_octal = false;
    mode_t m_bits = 0;
    std::vector<Clause> m_clauses;
};

} // namespace quayside::build

// The words of the time line. Years and versions are those of the manual pages (chroot(2), namespaces(7),
// cgroups(7), seccomp(2), capabilities(7), user_namespaces(7)) and of the projects' own release notes.
#pragma once

#include <span>

namespace quayside::models
{

struct AncestorText {
    const char *key, *name, *from, *lesson;
    int year;
    const char *what, *idea, *livesOn, *learned; // nullptr: a step of the kernel has only `what`
};

// Not translated; the context is quayside::models::Timeline. In the order of time.
std::span<const AncestorText> ancestorTexts();

} // namespace quayside::models

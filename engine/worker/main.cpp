// quayside-worker: the engine's sandboxed children. One program, run from a sealed copy; argv[1] says as
// what.
#include "engine/containers/files/child.h"
#include "engine/images/contents/packages/rpmchild.h"
#include "engine/images/unpack/child.h"

#include <sys/prctl.h>

#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    using namespace quayside;
    if (argc > 0) // the kernel takes the name of the file, which is a descriptor's number
        ::prctl(PR_SET_NAME, argv[0]);
    const auto is = [&](const char *argument) { return argc > 1 && std::strcmp(argv[1], argument) == 0; };
    if (is(images::unpackArgument))
        return images::runUnpackChild(argc, argv);
    if (is(images::rpmArgument))
        return images::runRpmChild();
    if (is(containers::files::childArgument))
        return containers::files::runFilesChild(argc, argv);
    std::fputs("quayside-worker is for the engine's own use: quayside-engine starts it\n", stderr);
    return 2;
}

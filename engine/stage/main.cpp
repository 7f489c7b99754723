// quayside-stage: one for each running container (protocol.h says how it is started).
#include "engine/base/kernel.h"
#include "engine/stage/monitor.h"
#include "engine/stage/reaper.h"

#include <string_view>

int main(int argc, char **argv, char **environment)
{
    using namespace quayside;
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "init")
        return stage::reap(argc, argv, environment);
    return mode == "exec" ? stage::monitorExec(systemKernel()) : stage::monitorContainer(systemKernel());
}

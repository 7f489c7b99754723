// Starts quayside-stage and quayside-worker: from a sealed memfd, with exactly the descriptors of a plan.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

// A program of ours, copied once into an executable memfd that nothing can write any more (CVE-2019-5736):
// all that run it share its pages, and an upgrade of the file is none of theirs.
class SealedProgram
{
public:
    static Result<SealedProgram> load(const std::string &path);
    [[nodiscard]] int fd() const { return m_fd.get(); }
    // Names it for as long as this object lives, also in children that have closed what they inherited.
    [[nodiscard]] std::string path() const;

private:
    explicit SealedProgram(Fd fd) : m_fd(std::move(fd)) {}
    Fd m_fd;
};

// A memfd with these bytes, sealed against writing and resizing (memfd_create(2)).
Result<Fd> sealedFile(const char *name, std::string_view bytes);

struct Spawned {
    std::int32_t pid = 0;
    Fd pidfd; // of the stage; readable once it has ended
};

// Descriptors in the stage: 0, 1, 2 are /dev/null, 3 is `plan`, firstSlot + s is slots[s]; nothing else is
// open. `exec`: one more command instead of a launch. The clone shares the engine's memory until the exec,
// like vfork(2), so that it costs the same however large the engine is.
Result<Spawned> spawnStage(const SealedProgram &stage, const Fd &plan, const std::vector<Fd> &slots,
                           bool exec);
// The same for any program that is open (O_PATH will do), with these words as its argv.
Result<Spawned> spawnOpen(int program, const Fd &plan, const std::vector<Fd> &slots,
                          std::vector<std::string> words);

// After a stage has hung up: waits for its end and takes its status, so that no zombie stays. Nothing for a
// stage that an earlier engine started.
void reap(const Fd &stagePidfd);

} // namespace quayside::containers

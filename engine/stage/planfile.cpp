#include "engine/stage/planfile.h"

#include "engine/base/fd.h"
#include "engine/isolation/plan/codec.h"

#include <string_view>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace quayside::stage
{
namespace
{

class Mapping
{
public:
    static Result<Mapping> ofPlan()
    {
        const Fd file(planDescriptor);
        constexpr int needed = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK;
        const int seals = ::fcntl(file.get(), F_GET_SEALS);
        if (seals < 0 || (seals & needed) != needed)
            return fail(ErrorKind::InvalidArgument, "descriptor {} is no sealed memfd with a plan",
                        file.get());
        struct stat status{};
        if (::fstat(file.get(), &status) < 0)
            return failErrno(errno, "looking at the plan");
        const auto size = static_cast<std::size_t>(status.st_size);
        void *start = size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
        if (start == MAP_FAILED)
            return fail(ErrorKind::InvalidArgument, "the plan of {} bytes cannot be read", size);
        return Mapping(static_cast<const char *>(start), size);
    }
    Mapping(Mapping &&other) noexcept : m_start(std::exchange(other.m_start, nullptr)), m_size(other.m_size)
    {
    }
    Mapping &operator=(Mapping &&) = delete;
    ~Mapping()
    {
        if (m_start != nullptr)
            ::munmap(const_cast<char *>(m_start), m_size);
    }
    [[nodiscard]] std::string_view bytes() const { return {m_start, m_size}; }

private:
    Mapping(const char *start, std::size_t size) : m_start(start), m_size(size) {}
    const char *m_start;
    std::size_t m_size;
};

} // namespace

Result<isolation::LaunchPlan> takeLaunchPlan()
{
    TRY(const Mapping plan, Mapping::ofPlan());
    return isolation::decodeLaunchPlan(plan.bytes());
}

Result<isolation::ExecPlan> takeExecPlan()
{
    TRY(const Mapping plan, Mapping::ofPlan());
    return isolation::decodeExecPlan(plan.bytes());
}

} // namespace quayside::stage

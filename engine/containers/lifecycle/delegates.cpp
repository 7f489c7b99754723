// Handing a container over to other users, and back (ADR 32).
#include "engine/access/users.h"
#include "engine/containers/lifecycle/service.h"

#include <algorithm>

namespace quayside::containers
{

namespace
{

constexpr std::size_t mostDelegates = 64;

api::Delegates delegatesView(const std::vector<std::uint32_t> &users, std::uint32_t owner)
{
    api::Delegates view{.users = {}, .owner = access::userName(owner)};
    std::ranges::transform(users, std::back_inserter(view.users), access::userName);
    return view;
}

Result<std::vector<std::uint32_t>> userNumbers(const std::vector<std::string> &users, std::uint32_t owner)
{
    if (users.size() > mostDelegates)
        return fail(ErrorKind::InvalidArgument, "a container can be handed over to at most {} users",
                    mostDelegates);
    std::vector<std::uint32_t> numbers;
    for (const auto &user : users) {
        TRY(const auto uid, access::userNumber(user));
        if (uid == owner)
            return fail(ErrorKind::InvalidArgument, "{} owns the container already", user);
        if (uid == 0)
            return fail(ErrorKind::InvalidArgument, "root may do everything with it already");
        numbers.push_back(uid);
    }
    std::ranges::sort(numbers);
    const auto [first, last] = std::ranges::unique(numbers);
    numbers.erase(first, last);
    return numbers;
}

std::string withCommas(const std::vector<std::string> &names)
{
    std::string text;
    for (const auto &name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

} // namespace

Result<api::Delegates> Service::delegates(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    return delegatesView(container->delegates.all(), container->record.owner.uid);
}

Result<api::Delegates> Service::setDelegates(const Peer &peer, const std::string &ref,
                                             const std::vector<std::string> &users)
{
    TRY(const auto container, find(peer, ref));
    TRY(const auto numbers, userNumbers(users, container->record.owner.uid));
    Record told;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed || container->removing)
            return fail(ErrorKind::Conflict, "container {} is being removed", container->id);
        Record changed = container->record;
        changed.delegates = numbers;
        if (auto saved = m_services.records.put(recordKind, container->id, encode(changed)); !saved)
            return wrap(std::move(saved).error(), "handing over the container");
        told = std::exchange(container->record, std::move(changed));
        container->delegates.set(numbers);
    }
    // Those who had it until now are told too: it goes from their lists.
    std::ranges::copy(numbers, std::back_inserter(told.delegates));
    auto view = delegatesView(numbers, told.owner.uid);
    emit(told, "delegate", {{"users", withCommas(view.users)}});
    return view;
}

} // namespace quayside::containers

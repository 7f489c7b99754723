#include "engine/images/registry/settings.h"

#include "engine/records/records.h"

#include <algorithm>

namespace quayside::images
{
namespace
{

constexpr const char *kind = "setting", *id = "registries";
constexpr std::size_t most = 64; // each mirror is asked before Docker Hub is

Result<> add(std::vector<std::string> &list, std::string one)
{
    if (std::ranges::contains(list, one))
        return {};
    if (list.size() == most)
        return fail(ErrorKind::TooLarge, "more than {} mirrors or insecure registries are not taken", most);
    list.push_back(std::move(one));
    return {};
}

} // namespace

Result<api::RegistriesUpdate> checkedSettings(const api::RegistriesUpdate &wanted)
{
    api::RegistriesUpdate checked;
    for (const std::string &mirror : wanted.mirrors) {
        TRY(std::string origin, mirrorOrigin(mirror));
        CHECK(add(checked.mirrors, std::move(origin)));
    }
    for (const std::string &registry : wanted.insecure) {
        TRY(std::string entry, insecureEntry(registry));
        CHECK(add(checked.insecure, std::move(entry)));
    }
    return checked;
}

Result<std::unique_ptr<SettingsRecord>> SettingsRecord::open(Records &records, RegistrySettings fixed)
{
    std::unique_ptr<SettingsRecord> settings(new SettingsRecord(records, std::move(fixed)));
    TRY(const auto documents, records.all(kind));
    for (const auto &[name, document] : documents) {
        if (name != id)
            continue;
        auto kept = api::decode<api::RegistriesUpdate>(document);
        if (kept)
            kept = checkedSettings(*kept);
        if (kept)
            settings->m_kept = *std::move(kept);
        else
            settings->m_damage = std::move(kept).error();
    }
    return settings;
}

RegistrySettings SettingsRecord::current() const
{
    RegistrySettings both = m_fixed;
    const std::scoped_lock lock(m_mutex);
    for (const std::string &mirror : m_kept.mirrors)
        if (!std::ranges::contains(both.mirrors, mirror))
            both.mirrors.push_back(mirror);
    for (const std::string &entry : m_kept.insecure)
        addInsecure(both, entry);
    return both;
}

Result<api::RegistriesUpdate> SettingsRecord::kept() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_damage)
        return wrap(*m_damage, "the kept settings of registries are damaged and not in force; set them anew");
    return m_kept;
}

Result<> SettingsRecord::change(const api::RegistriesUpdate &wanted)
{
    TRY(api::RegistriesUpdate checked, checkedSettings(wanted));
    const std::scoped_lock lock(m_mutex);
    CHECK(m_records.put(kind, id, encode(checked)));
    m_kept = std::move(checked);
    m_damage.reset();
    return {};
}

} // namespace quayside::images

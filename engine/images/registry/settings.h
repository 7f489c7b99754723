// The settings of registries: what the command line says, and what root has set since, which is kept.
#pragma once

#include "engine/api/types/registry.h"
#include "engine/base/result.h"
#include "engine/images/registry/endpoint.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace quayside
{
class Records;
}

namespace quayside::images
{

// Thread-safe.
class SettingsRecord
{
public:
    // What is kept and cannot be read counts for nothing, and kept() says so.
    static Result<std::unique_ptr<SettingsRecord>> open(Records &records, RegistrySettings fixed);

    [[nodiscard]] const RegistrySettings &fixed() const { return m_fixed; }
    [[nodiscard]] RegistrySettings current() const; // both together, the fixed ones first
    [[nodiscard]] Result<api::RegistriesUpdate> kept() const;
    // In force for whatever begins after it. InvalidArgument names what is none.
    Result<> change(const api::RegistriesUpdate &wanted);

private:
    SettingsRecord(Records &records, RegistrySettings fixed) : m_records(records), m_fixed(std::move(fixed))
    {
    }

    Records &m_records;
    const RegistrySettings m_fixed;
    mutable std::mutex m_mutex; // of what follows
    api::RegistriesUpdate m_kept;
    std::optional<Error> m_damage;
};

// Checked, in one spelling and without doubles.
Result<api::RegistriesUpdate> checkedSettings(const api::RegistriesUpdate &wanted);

} // namespace quayside::images

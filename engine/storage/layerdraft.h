// A layer that is being written: <root>/layers/.draft-…/diff.
#pragma once

#include "engine/storage/layerstore.h"
#include "engine/storage/removalqueue.h"

namespace quayside::storage
{

inline constexpr std::string_view draftPrefix = ".draft-";

class FolderDraft : public LayerDraft
{
public:
    FolderDraft(int layers, std::string name, Fd folder, Fd diff, RemovalQueue &removals)
        : m_layers(layers), m_name(std::move(name)), m_folder(std::move(folder)), m_diff(std::move(diff)),
          m_removals(removals)
    {
    }
    ~FolderDraft() override;

    [[nodiscard]] int folder() const override { return m_diff.get(); }
    Result<> finish(std::uint64_t bytes) override;
    Result<> sync() override;
    Result<> place(const LayerId &id) override;

private:
    int m_layers; // the store's
    std::string m_name;
    Fd m_folder, m_diff;
    RemovalQueue &m_removals;
    bool m_committed = false;
};

} // namespace quayside::storage

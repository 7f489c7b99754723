// A layer that is being written: <root>/layers/.draft-…/diff.
#pragma once

#include "engine/storage/layerstore.h"
#include "engine/storage/removalqueue.h"

#include <map>
#include <mutex>

namespace quayside::storage
{

inline constexpr std::string_view draftPrefix = ".draft-";

// Which drafts stand for layers that are not placed yet. Thread-safe.
class LentDrafts
{
public:
    void lend(const LayerId &id, const std::string &draft);
    void takeBack(const LayerId &id, const std::string &draft);
    // The folder of the layer in the store's: a draft's, or its own.
    [[nodiscard]] std::string folderOf(const LayerId &id) const;

private:
    mutable std::mutex m_mutex;
    std::multimap<LayerId, std::string> m_drafts; // two builds may make the same layer
};

class FolderDraft : public LayerDraft
{
public:
    FolderDraft(int layers, std::string name, Fd folder, Fd diff, RemovalQueue &removals, LentDrafts &lent)
        : m_layers(layers), m_name(std::move(name)), m_folder(std::move(folder)), m_diff(std::move(diff)),
          m_removals(removals), m_lent(lent)
    {
    }
    ~FolderDraft() override;

    [[nodiscard]] int folder() const override { return m_diff.get(); }
    Result<> finish(std::uint64_t bytes) override;
    Result<> sync() override;
    Result<> place(const LayerId &id) override;
    Result<> lend(const LayerId &id) override;

private:
    int m_layers; // the store's
    std::string m_name;
    Fd m_folder, m_diff;
    RemovalQueue &m_removals;
    LentDrafts &m_lent;
    LayerId m_lentAs; // "": it is not
    bool m_committed = false;
};

} // namespace quayside::storage

#include "engine/images/contents/survey.h"

#include "engine/images/contents/view.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace quayside::images
{
namespace
{

// What a path's layers hide of each other.
struct Hidden {
    std::uint64_t bytes = 0;
    std::set<std::uint32_t> layers;
};

// Layer `layer` hides all that the layers below it have in a folder; `hidden` is that of the folder at which
// it does so.
struct Cut {
    std::uint32_t layer;
    Hidden *hidden;
};

// What layers have under one name, seen or not, bottom first.
class NameMerge
{
public:
    explicit NameMerge(const std::vector<LayerPart> &folders)
    {
        for (const LayerPart &part : folders)
            if (const IndexNode &node = part.entry(); node.count > 0)
                m_cursors.push_back({{part.index, node.first, part.layer}, node.first + node.count});
    }
    bool next()
    {
        std::erase_if(m_cursors, [](const Cursor &cursor) { return cursor.part.node == cursor.end; });
        if (m_cursors.empty())
            return false;
        name = m_cursors.front().part.name();
        for (const Cursor &cursor : m_cursors)
            name = std::min(name, cursor.part.name());
        parts.clear();
        for (Cursor &cursor : m_cursors)
            if (cursor.part.name() == name) {
                parts.push_back(cursor.part);
                ++cursor.part.node;
            }
        return true;
    }
    std::string_view name;
    std::vector<LayerPart> parts;

private:
    struct Cursor {
        LayerPart part;
        std::uint32_t end;
    };
    std::vector<Cursor> m_cursors;
};

class Surveyor
{
public:
    explicit Surveyor(std::size_t layers) { m_survey.layers.resize(layers); }

    void folder(const std::vector<LayerPart> &parts, const std::vector<Cut> &cuts)
    {
        if (parts.size() == 1 && cuts.empty()) {
            const std::uint64_t files = filesBelow(parts.front());
            m_survey.files += files;
            m_survey.layers[parts.front().layer].added += files;
            return;
        }
        for (NameMerge names(parts); names.next();) {
            const std::size_t length = m_path.size();
            m_path += '/';
            m_path += names.name;
            entry(names.parts, cuts);
            m_path.resize(length);
        }
    }

    Survey finish()
    {
        std::ranges::sort(m_survey.waste, larger);
        return std::move(m_survey);
    }

private:
    enum class Shown : std::uint8_t { Nothing, File, Folder };
    static bool larger(const Waste &a, const Waste &b)
    {
        return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
    }

    // The life of one path through the layers.
    struct Life {
        Shown shown = Shown::Nothing;
        LayerPart file;                 // that is shown
        std::int64_t fileCutAt = -1;    // the layer that hid it with a folder around it
        Hidden hidden;                  // by an entry of this very path
        std::vector<LayerPart> folders; // all that there ever were
        std::vector<Cut> cuts;          // of what is in them
    };

    static std::uint64_t filesBelow(const LayerPart &folder)
    {
        std::uint64_t files = 0;
        const IndexNode &node = folder.entry();
        for (std::uint32_t child = node.first; child < node.first + node.count; ++child) {
            const LayerPart part{folder.index, child, folder.layer};
            if (part.entry().isFolder())
                files += filesBelow(part);
            else if (part.entry().type != NodeType::Whiteout)
                ++files;
        }
        return files;
    }

    void entry(const std::vector<LayerPart> &parts, const std::vector<Cut> &cuts)
    {
        Life life{.cuts = cuts};
        auto cut = cuts.begin();
        for (const LayerPart &part : parts) {
            for (; cut != cuts.end() && cut->layer <= part.layer; ++cut)
                apply(*cut, life);
            arrive(part, life);
        }
        for (; cut != cuts.end(); ++cut)
            apply(*cut, life);
        m_survey.files += life.shown == Shown::File ? 1 : 0;
        // In the order of layers; at one layer those of the folders around come first.
        std::ranges::stable_sort(life.cuts, {}, &Cut::layer);
        if (!life.folders.empty())
            folder(life.folders, life.cuts);
        if (life.hidden.bytes > 0)
            offer({m_path, life.hidden.bytes, {life.hidden.layers.begin(), life.hidden.layers.end()}});
    }

    void apply(const Cut &cut, Life &life)
    {
        if (life.shown == Shown::File) {
            hide(life.file, cut.layer, *cut.hidden);
            ++m_survey.layers[cut.layer].removed;
            life.fileCutAt = cut.layer;
        }
        life.shown = Shown::Nothing;
    }

    void arrive(const LayerPart &part, Life &life)
    {
        const IndexNode &node = part.entry();
        LayerFigures &layer = m_survey.layers[part.layer];
        const bool isFile = !node.isFolder() && node.type != NodeType::Whiteout;
        if (life.shown == Shown::File) {
            hide(life.file, part.layer, life.hidden);
            ++(isFile ? layer.changed : layer.removed);
        } else if (isFile && life.fileCutAt == part.layer) { // taken away and put back by one layer
            --layer.removed;
            ++layer.changed;
        } else if (isFile) {
            ++layer.added;
        }
        if (life.shown == Shown::Folder && (!node.isFolder() || node.isOpaque()))
            life.cuts.push_back({part.layer, &life.hidden});
        if (node.isFolder())
            life.folders.push_back(part);
        life.file = part;
        life.shown = isFile ? Shown::File : node.isFolder() ? Shown::Folder : Shown::Nothing;
    }

    // A file of several names is wasted when the last of them is hidden.
    void hide(const LayerPart &file, std::uint32_t by, Hidden &hidden)
    {
        const IndexNode &node = file.entry();
        hidden.layers.insert({file.layer, by});
        if (node.type != NodeType::File)
            return;
        if (node.first != 0) {
            LinkGroup &group =
                m_groups.try_emplace(std::uint64_t{file.layer} << 32U | node.first, LinkGroup{node.count, by})
                    .first->second;
            group.lastHidden = std::max(group.lastHidden, by);
            if (--group.names != 0)
                return;
            by = group.lastHidden;
        }
        hidden.bytes += node.size;
        m_survey.layers[by].wasted += node.size;
        m_survey.wasted += node.size;
    }

    void offer(Waste waste)
    {
        m_survey.waste.push_back(std::move(waste));
        if (m_survey.waste.size() < 8 * maxWaste)
            return;
        keepLargest();
    }
    void keepLargest()
    {
        std::ranges::nth_element(m_survey.waste, m_survey.waste.begin() + maxWaste, larger);
        m_survey.waste.resize(maxWaste);
    }

    struct LinkGroup {
        std::uint32_t names, lastHidden;
    };
    Survey m_survey;
    std::string m_path;
    std::unordered_map<std::uint64_t, LinkGroup> m_groups;
};

} // namespace

Survey survey(std::span<const LayerIndex *const> layers)
{
    Surveyor surveyor(layers.size());
    std::vector<LayerPart> roots;
    Hidden hidden;
    std::vector<Cut> cuts;
    for (std::size_t number = 0; number < layers.size(); ++number) {
        const LayerPart root{layers[number], LayerIndex::root, static_cast<std::uint32_t>(number)};
        if (number > 0 && root.entry().isOpaque())
            cuts.push_back({root.layer, &hidden});
        roots.push_back(root);
    }
    if (!roots.empty())
        surveyor.folder(roots, cuts);
    Survey survey = surveyor.finish();
    if (hidden.bytes > 0)
        survey.waste.insert(survey.waste.begin(),
                            {"/", hidden.bytes, {hidden.layers.begin(), hidden.layers.end()}});
    if (survey.waste.size() > maxWaste)
        survey.waste.resize(maxWaste);
    return survey;
}

} // namespace quayside::images

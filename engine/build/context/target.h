// Where everything that a copy takes will be: the new layer as a tree, before any of it is written.
#pragma once

#include "engine/build/context/selection.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quayside::build
{

struct TargetNode {
    enum Kind {
        Below,   // a folder of the layers below, repeated for what is new in it
        Made,    // a folder that nothing says anything about
        Taker,   // the same, which takes a source folder's contents: --chmod is about it too
        Copied,  // `entry`
        Heredoc, // `part`'s content
    };
    Kind kind = Made;
    bool over = false; // a folder of the layers below is there: a copied one changes its owner, mode and times
    std::uint32_t part = 0, source = 0;
    const Taken *entry = nullptr; // the selection's
    std::string path;             // of folders: in the layer, and in what is below; without a leading '/'
    std::map<std::string, std::unique_ptr<TargetNode>> children; // in the order of the layer's tar

    [[nodiscard]] bool isFolder() const
    {
        return kind == Below || kind == Made || kind == Taker ||
               (kind == Copied && S_ISDIR(entry->status.st_mode));
    }
};

class TargetTree
{
public:
    // `view`: see CopyTarget; -1 with --link. Borrowed.
    static Result<TargetTree> open(int view);

    // Places all of a selection, which has to outlive the tree. InvalidArgument: a folder over a file or a
    // file over a folder, in BuildKit's words.
    Result<> place(const Selection &selection, const CopyRequest &request);
    [[nodiscard]] const TargetNode &root() const { return *m_root; }

private:
    struct Destination {
        std::vector<std::string> parts; // no link in it, nor ".."
        bool folder = false;            // written with a closing '/', or more than one source
    };
    Result<Destination> resolve(const CopyRequest &request, bool several) const;
    Result<bool> isFolder(const std::vector<std::string> &parts);
    Result<TargetNode *> folderAt(const std::vector<std::string> &parts);
    Result<TargetNode *> child(TargetNode &parent, const std::string &name, TargetNode wanted);
    Result<> placeMatch(const Selection &selection, const Match &match, const CopyRequest &request,
                        const Destination &destination);
    Result<> placeContents(const Selection &selection, const Match &match, TargetNode *top);

    std::unique_ptr<FileSource> m_view; // none: nothing is below
    std::unique_ptr<SourceReader> m_below;
    std::unique_ptr<TargetNode> m_root;
};

} // namespace quayside::build

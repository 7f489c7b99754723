// What the tree of an image's files is made of. For contenttree*.cpp only.
#pragma once

#include "models/images/contenttree.h"

namespace quayside::models
{

struct ContentTree::Folder {
    enum class State { NotAsked, Asked, Came, Failed };
    State state = State::NotAsked;
    std::vector<std::unique_ptr<Node>> children;
    qint64 largest = 0; // of the children's sizes
    client::Call call;
};

struct ContentTree::Node {
    ContentEntry entry;
    Node *parent = nullptr;
    int row = 0;
    QString note;                   // instead of an entry
    std::unique_ptr<Folder> folder; // of folders in a tree

    [[nodiscard]] bool isFolder() const { return folder != nullptr; }
};

} // namespace quayside::models

// One line of what an X-ray says, with those below it.
#pragma once

#include <QList>
#include <QString>

namespace quayside::models
{

struct XrayNode {
    // Whether what the host has in its place is one and the same thing.
    enum class Against { NotCompared, Same, Other };

    QString key;   // unique in the tree, and the same in the next X-ray: "ns/user", "proc/812"
    QString name;  // the left column
    QString value; // the right one
    QString topic; // of Explanations
    QString tip;   // whole where `value` is a part; empty: none
    QList<XrayNode> children = {};
    QString host = {}; // what the host has in its place; empty: nothing, or nobody asked
    Against against = Against::NotCompared;
};

} // namespace quayside::models

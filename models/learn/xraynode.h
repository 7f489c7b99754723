// One line of what an X-ray says, with those below it.
#pragma once

#include <QList>
#include <QString>

namespace quayside::models
{

struct XrayNode {
    QString key;   // unique in the tree, and the same in the next X-ray: "ns/user", "proc/812"
    QString name;  // the left column
    QString value; // the right one
    QString topic; // of Explanations
    QString tip;   // whole where `value` is a part; empty: none
    QList<XrayNode> children = {};
};

} // namespace quayside::models

// An X-ray as words: the whole of it, as a tree. Pure.
#pragma once

#include "engine/api/types/xray.h"
#include "models/learn/xraynode.h"

#include <QCoreApplication>

namespace quayside::models
{

class XrayNodes
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::XrayNodes)

public:
    static QList<XrayNode> of(const api::Xray &xray);

    static XrayNode namespaces(const api::Xray &xray);
    static XrayNode processes(const api::Xray &xray);
    static XrayNode process(const api::XrayProcess &process);
    static XrayNode cgroup(const api::XrayCgroup &cgroup);
    static XrayNode layers(const api::Xray &xray);
    static XrayNode mounts(const std::vector<api::XrayMount> &mounts);
    static XrayNode capabilities(const api::XraySecurity &security);
    static XrayNode seccomp(const api::XraySecurity &security);
    static XrayNode network(const api::XrayNetwork &network);

    // Words that the drawings have too.
    static QString namespaceName(const QString &type);           // "user", "mounts", …
    static QString sharingText(const api::XrayNamespace &space); // "its own", "the host's", "with web, db"
    static QString layerName(const api::XrayLayer &layer);       // the instruction that made it
    static QString stateText(const QString &letter);             // R → "running"
    static QString fileText(const api::XrayFile &file,
                            const std::vector<api::XrayLayer> &layers); // a sentence
};

} // namespace quayside::models

// The X-ray of a container with the host's beside it: in each line what the host has in place of that. Pure.
#pragma once

#include "engine/api/types/xray.h"
#include "models/learn/xraynode.h"

#include <QCoreApplication>

namespace quayside::models
{

class XrayBeside
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::XrayBeside)

public:
    // As XrayNodes::of(xray), with `host` and `against` filled. The processes are those of both: the way from
    // process 1 of the host to the container's, and what else runs there below "proc/others".
    static QList<XrayNode> of(const api::Xray &xray, const api::Xray &host);

    static XrayNode namespaces(const api::Xray &xray, const api::Xray &host);
    static XrayNode processes(const api::Xray &xray, const api::Xray &host);
    static XrayNode cgroup(const api::Xray &xray, const api::Xray &host);
    static XrayNode layers(const api::Xray &xray);
    static XrayNode mounts(const api::Xray &xray, const api::Xray &host);
    static XrayNode capabilities(const api::Xray &xray, const api::Xray &host);
    static XrayNode seccomp(const api::Xray &xray, const api::Xray &host);
    static XrayNode network(const api::Xray &xray, const api::Xray &host);
};

} // namespace quayside::models

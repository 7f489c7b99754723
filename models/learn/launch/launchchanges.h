// What a step of a launch has changed: the difference of two X-rays of the process that becomes the
// container. Pure.
#pragma once

#include "engine/api/types/xray.h"
#include "models/learn/xraynode.h"

#include <QCoreApplication>

namespace quayside::models
{

class LaunchChanges
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::LaunchChanges)

public:
    // `before`: nullptr where there was no process yet. Only what differs, in words: "+ /proc", "− /home",
    // "the host's → its own". Figures that move by themselves (memory, pressure) are not compared.
    static QList<XrayNode> between(const api::Xray *before, const api::Xray &after);

private:
    static XrayNode namespaces(const api::Xray *before, const api::Xray &after);
    static XrayNode process(const api::Xray *before, const api::Xray &after);
    static XrayNode cgroup(const api::Xray *before, const api::Xray &after);
    static XrayNode mounts(const api::Xray &before, const api::Xray &after);
    static XrayNode capabilities(const api::XraySecurity &before, const api::XraySecurity &after);
};

} // namespace quayside::models

// Xray, implemented: finds the container, reads the parts, and makes sure that it was one and the same.
#pragma once

#include "engine/containers/launch/launcher.h"
#include "engine/containers/state/index.h"
#include "engine/containers/xray/subject.h"
#include "engine/containers/xray/xray.h"
#include "engine/isolation/security/prepare.h"

#include <string>

namespace quayside::containers
{

class Observer final : public Xray
{
public:
    // What it needs of the service that owns it.
    struct Host {
        const Index &index;
        Launcher &launcher;
        storage::LayerStore &layers;
        images::Images &images;
        std::string root;
    };
    explicit Observer(Host host) : m_host(std::move(host)) {}

    Result<api::Xray> ofContainer(const Peer &, const std::string &ref, const std::string &file) override;
    Result<api::Xray> ofHost(const Peer &) override;

private:
    Result<Subject> open(const ContainerPtr &container) const;
    Result<> readParts(const Subject &subject, const Fd &folder, api::Xray &xray) const;
    void addSharers(const Peer &peer, const Subject &subject, api::Xray &xray) const;

    const Host m_host;
    mutable isolation::security::RefusalLists m_refusals;
};

} // namespace quayside::containers

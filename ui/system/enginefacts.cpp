#include "ui/system/enginefacts.h"

#include "models/common/text.h"

namespace quayside::ui
{

namespace
{

QString text(const std::string &word)
{
    return QString::fromStdString(word);
}

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(text(word));
    return list.join(QStringLiteral(", "));
}

} // namespace

EngineFacts::EngineFacts(models::EngineSession *session, QWidget *parent)
    : FactSheet(parent), m_session(session)
{
    setAccessibleName(tr("About the engine"));
    connect(session, &models::EngineSession::engineKnown, this, [this] {
        if (isVisible())
            ask();
    });
}

void EngineFacts::showEvent(QShowEvent *event)
{
    FactSheet::showEvent(event);
    ask();
}

void EngineFacts::ask()
{
    m_call.cancel();
    m_call = m_session->client()->info(this, [this](const Result<api::SystemInfo> &info) {
        if (info) {
            fill(*info);
            return;
        }
        clear();
        addNote(tr("The engine does not say what it is: %1").arg(text(info.error().message)));
        finish();
    });
}

void EngineFacts::fill(const api::SystemInfo &info)
{
    clear();
    addSection(tr("Engine"));
    addFact(tr("Name"), m_session->engineName());
    addFact(tr("Version"), text(info.serverVersion));
    addFact(tr("Address"), m_session->socketPath(), true);
    addFact(tr("Files"), text(info.dockerRootDir), true);
    addFact(tr("Storage"), text(info.driver));
    for (const auto &pair : info.driverStatus) {
        if (pair.size() == 2)
            addFact(text(pair[0]), text(pair[1]));
    }
    addFact(tr("Containers"), tr("%1, %2 running, %3 paused")
                                  .arg(info.containers)
                                  .arg(info.containersRunning)
                                  .arg(info.containersPaused));
    addFact(tr("Images"), QString::number(info.images));
    addSection(tr("Isolation"));
    addFact(tr("Control groups"),
            tr("version %1, %2").arg(text(info.cgroupVersion), text(info.cgroupDriver)));
    addFact(tr("Security"), joined(info.securityOptions));
    if (info.firewallBackend)
        addFact(tr("Firewall"), text(info.firewallBackend->driver));
    addSection(tr("This machine"));
    addFact(tr("Computer"), text(info.name));
    addFact(tr("System"), text(info.operatingSystem));
    addFact(tr("Kernel"), text(info.kernelVersion));
    addFact(tr("Architecture"), text(info.architecture));
    addFact(tr("Processors"), QString::number(info.ncpu));
    addFact(tr("Memory"), models::Text::size(info.memTotal));
    addSection(tr("Registries"));
    addFact(tr("Mirrors"), joined(info.registryConfig.mirrors));
    addFact(tr("Insecure"), joined(info.registryConfig.insecureRegistryCIDRs));
    addFact(tr("Proxy"), text(info.httpsProxy.empty() ? info.httpProxy : info.httpsProxy));
    if (!info.warnings.empty())
        addSection(tr("What the engine warns of"));
    for (const std::string &warning : info.warnings)
        addNote(text(warning));
    finish();
}

} // namespace quayside::ui

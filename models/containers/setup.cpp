#include "models/containers/setup.h"

#include "models/common/text.h"
#include "models/containers/containerrow.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace quayside::models
{

namespace
{

QString shown(const std::string &value)
{
    return QString::fromStdString(value);
}

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(shown(word));
    return list.join(QStringLiteral(", "));
}

class SetupText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::SetupSection)

public:
    SetupText(const api::ContainerInspect &container, const api::Delegates &handed)
        : m_container(container), m_handed(handed)
    {
    }

    QList<SetupSection> all()
    {
        using Kind = SetupSection::Kind;
        add(Kind::Mounts, tr("Mounts"), mounts());
        add(Kind::Networks, tr("Networks"), networks());
        add(Kind::Ports, tr("Ports"), ports());
        add(Kind::Environment, tr("Environment"), environment());
        add(Kind::Labels, tr("Labels"), labels());
        add(Kind::Limits, tr("Limits"), limits());
        add(Kind::Security, tr("Security"), security());
        return m_sections;
    }

private:
    void add(SetupSection::Kind kind, const QString &title, const QList<SetupItem> &items)
    {
        if (!items.isEmpty())
            m_sections.append({kind, title, items});
    }
    [[nodiscard]] QList<SetupItem> mounts() const
    {
        QList<SetupItem> items;
        for (const api::MountPoint &mount : m_container.mounts) {
            const bool volume = mount.type == "volume", bind = mount.type == "bind";
            const QString source = shown(volume ? mount.name : mount.source);
            QStringList words{volume ? tr("volume") : bind ? tr("folder") : shown(mount.type)};
            if (!mount.rw)
                words.append(tr("read only"));
            if (!mount.propagation.empty() && mount.propagation != "rprivate")
                words.append(shown(mount.propagation));
            items.append({shown(mount.destination),
                          tr("%1 (%2)", "source, kind").arg(source, words.join(QStringLiteral(", "))), false,
                          volume ? SetupItem::Link::Volume
                          : bind ? SetupItem::Link::Folder
                                 : SetupItem::Link::None,
                          source});
        }
        for (const auto &[target, flags] : m_container.hostConfig.tmpfs)
            items.append({shown(target), flags.empty() ? tr("memory") : tr("memory (%1)").arg(shown(flags))});
        return items;
    }
    [[nodiscard]] QList<SetupItem> networks() const
    {
        QList<SetupItem> items;
        for (const auto &[name, endpoint] : m_container.networkSettings.networks) {
            QStringList parts;
            for (const std::string &address : {endpoint.ipAddress, endpoint.globalIPv6Address}) {
                if (!address.empty())
                    parts.append(shown(address));
            }
            if (!endpoint.gateway.empty())
                parts.append(tr("gateway %1").arg(shown(endpoint.gateway)));
            if (!endpoint.macAddress.empty())
                parts.append(shown(endpoint.macAddress));
            if (!endpoint.aliases.empty())
                parts.append(tr("also called %1").arg(joined(endpoint.aliases)));
            items.append({shown(name), parts.isEmpty() ? tr("connected") : parts.join(QStringLiteral(", ")),
                          false, SetupItem::Link::Network, shown(name)});
        }
        if (!m_container.config.hostname.empty())
            items.append({tr("Host name"), shown(m_container.config.hostname)});
        if (!m_container.hostConfig.dns.empty())
            items.append({tr("DNS servers"), joined(m_container.hostConfig.dns)});
        if (!m_container.hostConfig.extraHosts.empty())
            items.append({tr("Hosts it knows"), joined(m_container.hostConfig.extraHosts)});
        return items;
    }
    [[nodiscard]] QList<SetupItem> ports() const
    {
        QList<SetupItem> items;
        for (const auto &[port, bindings] : m_container.networkSettings.ports) {
            const QString container = shown(port);
            if (bindings.empty())
                items.append({container, tr("not published")});
            for (const api::PortBinding &binding : bindings) {
                const PublishedPort published{
                    shown(binding.hostIp), QString::fromStdString(binding.hostPort).toInt(),
                    container.section(u'/', 0, 0).toInt(), container.section(u'/', 1)};
                const QString url = portUrl(published);
                items.append({container,
                              binding.hostIp.empty() ? shown(binding.hostPort)
                                                     : shown(binding.hostIp + ':' + binding.hostPort),
                              false, url.isEmpty() ? SetupItem::Link::None : SetupItem::Link::Url, url});
            }
        }
        return items;
    }
    [[nodiscard]] QList<SetupItem> environment() const
    {
        QList<SetupItem> items;
        for (const std::string &variable : m_container.config.env) {
            const QString name = shown(variable).section(u'=', 0, 0),
                          value = shown(variable).section(u'=', 1);
            items.append({name, value, looksSecret(name, value)});
        }
        return items;
    }
    [[nodiscard]] QList<SetupItem> labels() const
    {
        QList<SetupItem> items;
        for (const auto &[name, value] : m_container.config.labels)
            items.append({shown(name), shown(value), looksSecret(shown(name), shown(value))});
        return items;
    }
    [[nodiscard]] QList<SetupItem> limits() const
    {
        const api::HostConfig &host = m_container.hostConfig;
        QList<SetupItem> items{
            {tr("Memory"), host.memory > 0 ? Text::size(host.memory) : tr("no limit")},
            {tr("CPUs"), host.nanoCpus > 0 ? QString::number(double(host.nanoCpus) / 1e9) : tr("no limit")}};
        if (host.memoryReservation > 0)
            items.append({tr("Memory kept for it"), Text::size(host.memoryReservation)});
        if (!host.cpusetCpus.empty())
            items.append({tr("Which CPUs"), shown(host.cpusetCpus)});
        if (host.pidsLimit.value_or(0) > 0)
            items.append({tr("Processes"), QString::number(*host.pidsLimit)});
        if (host.shmSize > 0)
            items.append({tr("Shared memory"), Text::size(host.shmSize)});
        for (const api::ResourcesUlimit &limit : host.ulimits)
            items.append({shown(limit.name), QStringLiteral("%1:%2").arg(limit.soft).arg(limit.hard)});
        const QString restart = shown(host.restartPolicy.name);
        items.append({tr("Restart"), restart.isEmpty() || restart == u"no" ? tr("never") : restart});
        return items;
    }
    [[nodiscard]] QList<SetupItem> security() const
    {
        const api::HostConfig &host = m_container.hostConfig;
        QList<SetupItem> items;
        const auto addIf = [&items](bool condition, const QString &name, const QString &value) {
            if (condition)
                items.append({name, value});
        };
        addIf(!m_handed.users.empty(), tr("Owner"), shown(m_handed.owner));
        addIf(!m_handed.users.empty(), tr("Handed over to"), joined(m_handed.users));
        addIf(!m_container.config.user.empty(), tr("User"), shown(m_container.config.user));
        addIf(host.privileged, tr("Privileged"), tr("yes"));
        addIf(host.readonlyRootfs, tr("Its own files"), tr("read only"));
        addIf(!host.capAdd.empty(), tr("Capabilities added"), joined(host.capAdd));
        addIf(!host.capDrop.empty(), tr("Capabilities dropped"), joined(host.capDrop));
        addIf(!host.securityOpt.empty(), tr("Security options"), joined(host.securityOpt));
        for (const api::DeviceMapping &device : host.devices)
            items.append({tr("Device"), shown(device.pathOnHost)});
        for (const auto &[name, value] : host.sysctls)
            items.append({shown(name), shown(value)});
        return items;
    }

    const api::ContainerInspect &m_container;
    const api::Delegates &m_handed;
    QList<SetupSection> m_sections;
};

} // namespace

bool looksSecret(const QString &name, const QString &value)
{
    static const QRegularExpression names(
        QStringLiteral(
            "(?:^|_|-|\\.)(?:pass(?:word|wd|phrase)?|secret|token|api_?key|private_?key|access_?key|"
            "credentials?|auth)(?:$|_|-|\\.)|password|secret|apikey|[_.-]pwd$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression url(QStringLiteral("[a-z][a-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@"),
                                        QRegularExpression::CaseInsensitiveOption);
    // A path to a file with a secret is none: POSTGRES_PASSWORD_FILE.
    if (value.isEmpty() || name.endsWith(u"_FILE", Qt::CaseInsensitive))
        return false;
    return names.match(name).hasMatch() || url.match(value).hasMatch();
}

QList<SetupSection> setupOf(const api::ContainerInspect &container, const api::Delegates &handed)
{
    return SetupText(container, handed).all();
}

} // namespace quayside::models

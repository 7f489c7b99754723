// What the processes may use and do, as words: control group, capabilities, system calls.
#include "models/common/text.h"
#include "models/learn/capabilities.h"
#include "models/learn/syscallgroups.h"
#include "models/learn/xraynodes.h"

namespace quayside::models
{

namespace
{

QString words(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list.append(QString::fromStdString(value));
    return list.join(QStringLiteral(" "));
}

QList<XrayNode> capabilityList(const std::vector<std::string> &names, const QString &key)
{
    QList<XrayNode> nodes;
    for (const std::string &name : names) {
        const QString said = QString::fromStdString(name);
        const QString sentence = Capabilities::sentence(name);
        nodes.append({key + u'/' + said, said, sentence, QStringLiteral("cap/") + said, sentence});
    }
    return nodes;
}

XrayNode setOf(const char *key, const QString &name, const std::vector<std::string> &names,
               const QString &none)
{
    return {QStringLiteral("capset/") + QLatin1StringView(key), name, names.empty() ? none : words(names),
            QStringLiteral("cap/sets"), words(names)};
}

} // namespace

XrayNode XrayNodes::capabilities(const api::XraySecurity &security)
{
    XrayNode all{QStringLiteral("cap"),
                 tr("Capabilities"),
                 tr("%1 given, %2 not").arg(security.bounding.size()).arg(security.missing.size()),
                 QStringLiteral("cap"),
                 {}};
    XrayNode given{QStringLiteral("cap/given"),
                   tr("given"),
                   QString::number(security.bounding.size()),
                   QStringLiteral("cap"),
                   {}};
    given.children = capabilityList(security.bounding, given.key);
    XrayNode missing{QStringLiteral("cap/missing"),
                     tr("not given"),
                     QString::number(security.missing.size()),
                     QStringLiteral("cap/missing"),
                     {}};
    missing.children = capabilityList(security.missing, missing.key);
    all.children = {given,
                    missing,
                    setOf("effective", tr("effective"), security.effective, tr("none")),
                    setOf("permitted", tr("permitted"), security.permitted, tr("none")),
                    setOf("inheritable", tr("inheritable"), security.inheritable, tr("none")),
                    setOf("ambient", tr("ambient"), security.ambient, tr("none"))};
    return all;
}

XrayNode XrayNodes::seccomp(const api::XraySecurity &security)
{
    XrayNode all{QStringLiteral("seccomp"), tr("System calls"), {}, QStringLiteral("seccomp"), {}};
    all.value = security.seccompProfile == "unconfined"
                    ? tr("not filtered")
                    : tr("%n refused", nullptr, int(security.denied.size()));
    for (const SyscallGroup &group : SyscallGroups::of(security.denied)) {
        XrayNode node{QStringLiteral("seccomp/") + group.key, group.name, group.calls.join(u' '),
                      QStringLiteral("seccomp/") + group.key, group.sentence};
        node.children.append(
            {node.key + QStringLiteral("/why"), tr("prevents"), group.sentence, node.topic, group.sentence});
        all.children.append(node);
    }
    if (!security.conditional.empty())
        all.children.append({QStringLiteral("seccomp/conditional"), tr("only some forms"),
                             words(security.conditional), QStringLiteral("seccomp/conditional"),
                             words(security.conditional)});
    all.children.append({QStringLiteral("seccomp/nnp"),
                         tr("no new privileges"),
                         security.noNewPrivileges ? tr("set") : tr("not set"),
                         QStringLiteral("security/nnp"),
                         {}});
    if (!security.label.empty())
        all.children.append({QStringLiteral("seccomp/label"),
                             tr("label"),
                             QString::fromStdString(security.label),
                             QStringLiteral("security/label"),
                             {}});
    all.children.append({QStringLiteral("seccomp/masked"), tr("hidden paths"), words(security.masked),
                         QStringLiteral("mount/masked"), words(security.masked)});
    all.children.append({QStringLiteral("seccomp/readonly"), tr("read-only paths"), words(security.readOnly),
                         QStringLiteral("mount/read-only"), words(security.readOnly)});
    return all;
}

static QString ofLimit(const QString &used, const QString &limit)
{
    return limit.isEmpty() ? XrayNodes::tr("%1, no limit").arg(used)
                           : XrayNodes::tr("%1 of %2").arg(used, limit);
}

static QString quotaText(const api::XrayCgroup &cgroup)
{
    if (cgroup.cpuQuotaUs <= 0 || cgroup.cpuPeriodUs <= 0)
        return XrayNodes::tr("no quota");
    return XrayNodes::tr("%1 ms in each %2 ms: %3 processors")
        .arg(double(cgroup.cpuQuotaUs) / 1000)
        .arg(double(cgroup.cpuPeriodUs) / 1000)
        .arg(double(cgroup.cpuQuotaUs) / double(cgroup.cpuPeriodUs));
}

static void addPressure(const api::XrayCgroup &cgroup, XrayNode &all)
{
    for (const api::XrayPressure &pressure : cgroup.pressure) {
        const QString resource = QString::fromStdString(pressure.resource);
        all.children.append(
            {QStringLiteral("cg/psi/%1/%2").arg(resource, QString::fromStdString(pressure.kind)),
             pressure.kind == "full" ? XrayNodes::tr("pressure, all wait for %1").arg(resource)
                                     : XrayNodes::tr("pressure, some wait for %1").arg(resource),
             XrayNodes::tr("%1 % of the last 10 s, %2 % of the last minute")
                 .arg(pressure.average10)
                 .arg(pressure.average60),
             QStringLiteral("cgroup/pressure"),
             {}});
    }
}

static void addFiles(const api::XrayCgroup &cgroup, XrayNode &all)
{
    XrayNode files{QStringLiteral("cg/files"),
                   XrayNodes::tr("files"),
                   QString::number(cgroup.files.size()),
                   QStringLiteral("cgroup/file"),
                   {}};
    for (const api::XrayCgroupFile &file : cgroup.files) {
        const QString value = QString::fromStdString(file.value);
        files.children.append({QStringLiteral("cg/file/") + QString::fromStdString(file.file),
                               QString::fromStdString(file.file),
                               QString(value).replace(u'\n', QStringLiteral(" · ")),
                               QStringLiteral("cgroup/file"), value});
    }
    all.children.append(files);
    for (const api::XrayCgroupPath &path : cgroup.paths)
        all.children.append({QStringLiteral("cg/path/") + QString::fromStdString(path.controllers),
                             path.controllers.empty()
                                 ? XrayNodes::tr("path")
                                 : XrayNodes::tr("path of %1").arg(QString::fromStdString(path.controllers)),
                             QString::fromStdString(path.path), QStringLiteral("cgroup"),
                             QString::fromStdString(path.path)});
}

static void addCpu(const api::XrayCgroup &cgroup, XrayNode &all)
{
    const QString topic = QStringLiteral("cgroup/cpu");
    all.children.append(
        {QStringLiteral("cg/cpu"), XrayNodes::tr("processor time"), quotaText(cgroup), topic, {}});
    all.children.append({QStringLiteral("cg/throttled"),
                         XrayNodes::tr("throttled"),
                         XrayNodes::tr("%1 of %2 periods, %3 s in all")
                             .arg(cgroup.throttledPeriods)
                             .arg(cgroup.periods)
                             .arg(double(cgroup.throttledNs) / 1e9, 0, 'f', 1),
                         topic,
                         {}});
    all.children.append({QStringLiteral("cg/used"),
                         XrayNodes::tr("used so far"),
                         XrayNodes::tr("%1 s").arg(double(cgroup.cpuNs) / 1e9, 0, 'f', 2),
                         topic,
                         {}});
    all.children.append({QStringLiteral("cg/shares"),
                         XrayNodes::tr("weight"),
                         QString::number(cgroup.cpuShares),
                         QStringLiteral("cgroup/shares"),
                         {}});
}

XrayNode XrayNodes::cgroup(const api::XrayCgroup &cgroup)
{
    XrayNode all{QStringLiteral("cg"),
                 tr("Control group"),
                 tr("version %1").arg(cgroup.version),
                 QStringLiteral("cgroup"),
                 {}};
    all.children.append({QStringLiteral("cg/memory"),
                         tr("memory"),
                         ofLimit(Text::size(cgroup.memoryBytes),
                                 cgroup.memoryLimit < 0 ? QString() : Text::size(cgroup.memoryLimit)),
                         QStringLiteral("cgroup/memory"),
                         {}});
    addCpu(cgroup, all);
    all.children.append({QStringLiteral("cg/pids"),
                         tr("processes and threads"),
                         ofLimit(QString::number(cgroup.pids),
                                 cgroup.pidsLimit < 0 ? QString() : QString::number(cgroup.pidsLimit)),
                         QStringLiteral("cgroup/pids"),
                         {}});
    for (const auto &[event, times] : cgroup.events) {
        const QString name = QString::fromStdString(event);
        all.children.append({QStringLiteral("cg/event/") + name,
                             name,
                             QString::number(times),
                             QStringLiteral("cgroup/events"),
                             {}});
    }
    addPressure(cgroup, all);
    addFiles(cgroup, all);
    return all;
}

} // namespace quayside::models

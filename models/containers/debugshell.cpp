#include "models/containers/debugshell.h"

#include <QByteArrayList>
#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>

namespace quayside::models
{

namespace
{

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

// The same capabilities: a process with fewer may not look into one with more (ptrace(2), "Ptrace access
// mode checking").
api::ContainerCreateRequest debugRequest(const api::ContainerInspect &container, const std::string &user)
{
    api::ContainerCreateRequest request;
    request.image = debugImage;
    request.user = user;
    request.cmd = {
        "/bin/sh", "-c",
        "ln -s /proc/1/root /container 2>/dev/null; cd /proc/1/root; PS1='debug:$PWD # ' exec /bin/sh"};
    request.tty = request.openStdin = true;
    request.attachStdin = request.attachStdout = request.attachStderr = true;
    request.env = {"TERM=xterm-256color"};
    request.labels = {{"quayside.debug", container.id}};
    const std::string beside = "container:" + container.id;
    request.hostConfig.pidMode = request.hostConfig.networkMode = beside;
    request.hostConfig.autoRemove = true;
    request.hostConfig.capAdd = container.hostConfig.capAdd;
    request.hostConfig.capDrop = container.hostConfig.capDrop;
    // And of a lab another lab: others may not look into it, having less.
    for (const std::string &option : container.hostConfig.securityOpt)
        if (option == "lab" || option == "lab=true")
            request.hostConfig.securityOpt = {option};
    request.hostConfig.privileged = container.hostConfig.privileged;
    request.hostConfig.usernsMode = container.hostConfig.usernsMode;
    return request;
}

QString debugName(const QString &containerName)
{
    return QStringLiteral("%1-debug-%2")
        .arg(containerName)
        .arg(QRandomGenerator::global()->bounded(0x10000), 4, 16, QLatin1Char('0'));
}

std::optional<QString> numericUser(const QString &user, const QByteArray &passwd)
{
    const QString name = user.section(u':', 0, 0), group = user.section(u':', 1);
    if (name.isEmpty())
        return QStringLiteral("0");
    if (isNumber(name))
        return group.isEmpty() || isNumber(group) ? std::optional(user) : std::optional(name);
    for (const QByteArray &line : passwd.split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(u':');
        if (fields.size() >= 4 && fields[0] == name && isNumber(fields[2]) && isNumber(fields[3]))
            return fields[2] + u':' + (isNumber(group) ? group : fields[3]);
    }
    return std::nullopt;
}

} // namespace quayside::models

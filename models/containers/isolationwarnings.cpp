// What takes isolation away, in sentences.
#include "models/containers/runoptions.h"

#include <QCoreApplication>
#include <QDir>

namespace quayside::models
{

namespace
{

class Warnings
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::RunOptions)

public:
    explicit Warnings(const RunOptions &options) : m_options(options) {}

    QStringList all()
    {
        if (m_options.privileged)
            add(tr("Privileged: the container can do anything that the administrator of this machine can."));
        if (m_options.network == u"host")
            add(tr(
                "Host network: the container reaches everything that listens on this machine, and can listen "
                "anywhere."));
        if (m_options.pidMode == u"host")
            add(tr("Host processes: the container sees the processes of this machine and may signal them."));
        if (m_options.ipcMode == u"host")
            add(tr("Host IPC: the container shares the memory segments of this machine's programs."));
        if (m_options.usernsMode == u"host")
            add(tr("Host users: root in the container is root of this machine."));
        if (m_options.oomScoreAdj < 0)
            add(tr("Out of memory: the kernel ends other programs of this machine before this container."));
        capabilities();
        securityOptions();
        for (const QString &device : m_options.devices)
            add(tr("Device %1: the container talks to this hardware directly.")
                    .arg(device.section(u':', 0, 0)));
        mounts();
        openPorts();
        return m_warnings;
    }

private:
    void add(const QString &sentence) { m_warnings.append(sentence); }

    void capabilities()
    {
        for (const QString &capability : m_options.capAdd) {
            QString name = capability.toUpper();
            if (name.startsWith(u"CAP_"))
                name.remove(0, 4);
            if (name == u"ALL")
                add(tr("All capabilities: most of what keeps root in the container harmless is gone."));
            else
                add(tr("Capability %1: root in the container may do more than usual.").arg(name));
        }
    }
    void securityOptions()
    {
        for (const QString &option : m_options.securityOptions) {
            if (option.contains(u"unconfined"))
                add(tr("%1: a filter between the container and the kernel is off.").arg(option));
            else if (option == u"lab" || option == u"lab=true")
                add(tr("Lab: programs in it may mount and make namespaces, in the container only; they reach "
                       "more of the "
                       "kernel than those of other containers."));
        }
    }
    void mounts()
    {
        for (const MountOption &mount : m_options.mounts) {
            if (mount.kind != MountOption::Kind::Bind)
                continue;
            const QString source = QDir::cleanPath(mount.source);
            if (source == u"/")
                add(tr("The whole file system of this machine is open to the container."));
            else if (source.endsWith(u".sock"))
                add(tr("%1 is a socket: through it the container may command the program behind.")
                        .arg(source));
            else if (!mount.readOnly &&
                     (source == u"/etc" || source == QDir::homePath() || source == u"/home"))
                add(tr("The container can change everything in %1.").arg(source));
        }
    }
    void openPorts()
    {
        for (const PortMapping &port : m_options.ports) {
            if (port.hostAddress.isEmpty() || port.hostAddress == u"0.0.0.0") {
                add(tr("Published ports can be reached from other machines too; put 127.0.0.1 in front to "
                       "keep them "
                       "here."));
                return;
            }
        }
    }

    const RunOptions &m_options;
    QStringList m_warnings;
};

} // namespace

QStringList isolationWarnings(const RunOptions &options)
{
    return Warnings(options).all();
}

} // namespace quayside::models

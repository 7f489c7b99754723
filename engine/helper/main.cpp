// quayside-engine: the privileged helper. Constructs the services, serves, and stops.
#include "engine/helper/engine.h"
#include "engine/helper/options.h"
#include "engine/helper/process.h"
#include "engine/helper/servicemanager.h"
#include "engine/helper/signals.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <span>

namespace
{

using namespace quayside;

int complain(const Error &error)
{
    std::fprintf(stderr, "quayside-engine: %s\n", error.message.c_str());
    return 1;
}

// Everything below the chosen level, of our categories and of Qt's.
void setUpLogging(const std::string &level)
{
    qSetMessagePattern("%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}");
    QString rules;
    if (level != "debug")
        rules += "*.debug=false\n";
    else
        rules += "*.debug=true\nqt.*.debug=false\n";
    if (level == "warning" || level == "critical")
        rules += "*.info=false\n";
    if (level == "critical")
        rules += "*.warning=false\n";
    QLoggingCategory::setFilterRules(rules);
}

void tell(const std::string &state)
{
    if (const auto told = helper::notifyServiceManager(state); !told)
        std::fprintf(stderr, "quayside-engine: %s\n", told.error().message.c_str());
}

int serve(int argc, char **argv, const helper::Options &options)
{
    helper::prepareProcess();
    auto signalFd = helper::blockStopSignals();
    if (!signalFd)
        return complain(signalFd.error());
    ::setenv("QT_NO_GLIB", "1",
             1); // Qt's own poll(2) loop: GLib's takes memory and time, and gives nothing here
    QCoreApplication application(argc, argv);
    setUpLogging(options.logLevel);
    auto engine = helper::Engine::start(options);
    if (!engine)
        return complain(engine.error());
    helper::StopSignals stopSignals(std::move(*signalFd));
    QObject::connect(&stopSignals, &helper::StopSignals::stopRequested, &application,
                     &QCoreApplication::quit);
    tell("READY=1");
    helper::trimMemory();
    const int status = QCoreApplication::exec();
    tell("STOPPING=1");
    engine->reset();
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    const auto options =
        helper::parseOptions(std::span<const char *const>(argv + 1, argc > 0 ? argc - 1 : 0));
    if (!options) {
        complain(options.error());
        return 2;
    }
    if (options->help || options->version) {
        std::fputs(options->help ? helper::helpText().c_str() : "quayside-engine " QUAYSIDE_VERSION "\n",
                   stdout);
        return 0;
    }
    if (::geteuid() != 0)
        return complain({ErrorKind::Forbidden, 0,
                         "this program makes namespaces, mounts and networks and needs root: start it with "
                         "sudo or pkexec, "
                         "or as the systemd service quayside-engine"});
    return serve(argc, argv, *options);
}

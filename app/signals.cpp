#include "app/signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace quayside::app
{

namespace
{

int ends[2] = {-1, -1};

void onSignal(int)
{
    const int error = errno;
    (void)!::write(ends[1], "", 1);
    errno = error;
}

} // namespace

void endOnSignals(QObject *parent)
{
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
        return; // they end the program at once, as they would anyhow
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, parent);
    QObject::connect(notifier, &QSocketNotifier::activated, parent, [notifier] {
        notifier->setEnabled(false);
        QCoreApplication::exit(0);
    });
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | SA_RESETHAND; // a second one is not waited for
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

} // namespace quayside::app

// The window on an engine, as a person uses it, for tests/bench/windowuse.py.
//
//   bench_window SOCKET [--walk] [--use] [--frames SECONDS]
//
// Prints "ready" when the list is there (--walk: and all pages and tabs have been looked at; --use: and the
// columns with the use of the machine are shown). Then it goes on until its standard input ends, or, with
// --frames, so many seconds, after which it prints for how long the window's thread was held up by one event
// at most, and at the 99th percentile, in milliseconds of the clock, of the thread's processor, and of the
// processor at its usual speed: each event's time divided by how many times slower than usual the processor
// was both just before and just after it.
#include "app/screenplay.h"
#include "models/system/enginesession.h"
#include "tests/bench/window/yardstick.h"
#include "ui/common/table.h"
#include "ui/common/tabs.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/usecolumns.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include <unistd.h>

using namespace quayside;
using bench::millisecondsOf;

namespace
{

// Knows how long each of the events took that it has handed out.
class MeasuredApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!measuring || m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        ++m_depth;
        const char *name = receiver->metaObject()->className(); // it may delete itself
        const int type = event->type();
        const double yardBefore = bench::timeOfYardstick();
        const double wall = millisecondsOf(CLOCK_MONOTONIC), cpu = millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
        const bool done = QApplication::notify(receiver, event);
        walls.push_back(millisecondsOf(CLOCK_MONOTONIC) - wall);
        cpus.push_back(millisecondsOf(CLOCK_THREAD_CPUTIME_ID) - cpu);
        const double yardAfter = bench::timeOfYardstick();
        yards.insert(yards.end(), {yardBefore, yardAfter});
        if (cpus.back() > m_longest) {
            m_longest = cpus.back();
            longest = std::string(name) + ", event " + std::to_string(type);
        }
        --m_depth;
        return done;
    }

    bool measuring = false;
    std::vector<double> walls, cpus;
    std::vector<double> yards; // two of each: before and after
    std::string longest;       // whose, and of which QEvent::Type

private:
    double m_longest = 0;
    int m_depth = 0;
};

// Every page, every tab of a container, the dialog that runs one: what is made on first sight is made now.
void walk(ui::MainWindow &window, models::EngineSession &session)
{
    for (int page = 0; page < ui::MainWindow::PageCount; ++page) {
        window.showPage(ui::MainWindow::Page(page));
        app::pauseFor(500);
    }
    window.showPage(ui::MainWindow::Containers);
    for (const models::ContainerRow &row : session.containers()->rows()) {
        if (!row.isRunning())
            continue;
        window.containersPage()->select(row.id);
        break;
    }
    QTabWidget *tabs = window.containerDetails()->tabs();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        app::pauseFor(700);
    }
    window.runAction()->trigger();
    app::pauseFor(500);
    for (QDialog *dialog : window.findChildren<QDialog *>())
        dialog->reject();
    tabs->setCurrentIndex(0);
}

void report(std::vector<double> times, const char *clock)
{
    std::ranges::sort(times);
    if (times.empty())
        times.push_back(0);
    std::printf("%s: longest %.2f p99 %.2f of %zu\n", clock, times.back(), times[times.size() * 99 / 100],
                times.size());
}

double medianOf(std::vector<double> times)
{
    if (times.empty())
        return 0;
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::ranges::nth_element(times, middle);
    return *middle;
}

// The lesser of the two slownesses: where the processor became slow within the event, or fast again, or both,
// more is counted than was needed. Only where it was slow at both ends and fast between them it is less.
std::vector<double> atUsualSpeed(std::vector<double> times, const std::vector<double> &yards)
{
    const double usual = medianOf(yards);
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] /= std::max(1.0, std::min(yards[2 * i], yards[2 * i + 1]) / usual);
    return times;
}

int seconds(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf("--frames");
    return at < 0 ? 0 : arguments.value(at + 1).toInt();
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir home; // nothing of this person's
    qputenv("HOME", home.path().toLocal8Bit());
    for (const char *folder : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qputenv(folder, home.path().toLocal8Bit());
    MeasuredApplication application(argc, argv);
    QApplication::setApplicationName("quayside-bench");
    const QStringList arguments = QApplication::arguments();
    models::EngineSession session(arguments.value(1));
    session.start();
    ui::MainWindow window(&session, {});
    window.show();
    if (!app::waitUntil([&] { return session.containersLoaded(); }, 60 * app::aSecond))
        return 1;
    if (arguments.contains("--walk"))
        walk(window, session);
    if (arguments.contains("--use"))
        window.containersPage()->use()->action()->trigger();
    app::pauseFor(app::aSecond);
    std::puts("ready");
    std::fflush(stdout);
    if (const int length = seconds(arguments); length > 0) {
        application.measuring = true;
        QTimer::singleShot(length * 1000, &application, &QApplication::quit);
        QApplication::exec();
        report(application.walls, "clock");
        report(application.cpus, "processor");
        report(atUsualSpeed(application.cpus, application.yards), "usual speed");
        std::printf("the longest: %s\n", application.longest.c_str());
        return 0;
    }
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QApplication::quit);
    return QApplication::exec();
}

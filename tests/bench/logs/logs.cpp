// A long log in the window's pane: how soon its newest lines are painted, how long all of them take,
// scrolling, searching, and memory. Nothing is judged here (tests/bench/loglines.py).
//
//   bench_logs SOCKET CONTAINER PATTERN...      on QT_QPA_PLATFORM=offscreen
#include "models/client/engineclient.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <print>
#include <random>

#include <malloc.h>
#include <unistd.h>

using namespace quayside;

namespace
{

constexpr int scrollSteps = 2000;

double residentMebibytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return double(statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

template <typename Condition>
void waitUntil(Condition condition)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    look.start(1);
    if (!condition())
        loop.exec();
}

double at(std::vector<double> &times, double part)
{
    std::ranges::sort(times);
    return times[std::size_t(part * double(times.size() - 1))];
}

void open(ui::LogPane &pane, const QString &container)
{
    QElapsedTimer clock;
    clock.start();
    pane.showContainer(container, QStringLiteral("bench"));
    waitUntil([&] { return pane.model()->count() > 0; });
    waitUntil([&] {
        pane.view()->viewport()->repaint();
        return pane.view()->isLineVisible(pane.model()->endNumber() - 1);
    });
    std::println("open {:.1f} ms", double(clock.nsecsElapsed()) / 1e6);
    qint64 stable = 0;
    waitUntil([&] { // the older lines are in, or there are none
        stable = pane.statusText().isEmpty() || pane.isReading() ? 0 : stable + 1;
        return stable > 300;
    });
    std::println("all {:.1f} ms {} lines {} bytes", double(clock.nsecsElapsed()) / 1e6, pane.model()->count(),
                 pane.model()->textBytes());
}

// Steps of three lines as a wheel makes them, from places all over the log.
void scroll(ui::LogPane &pane)
{
    std::vector<double> wall, cpu;
    std::mt19937 random(1);
    QScrollBar *bar = pane.view()->verticalScrollBar();
    for (int step = 0; step < scrollSteps; ++step) {
        if (step % 50 == 0)
            bar->setValue(int(random() % unsigned(std::max(1, bar->maximum() - 200))));
        QElapsedTimer clock;
        clock.start();
        const double before = threadMilliseconds();
        bar->setValue(bar->value() + 3);
        pane.view()->viewport()->repaint();
        QApplication::processEvents();
        cpu.push_back(threadMilliseconds() - before);
        wall.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::println("scroll p50 {:.2f} p99 {:.2f} ms, processor p50 {:.2f} p99 {:.2f} ms", at(wall, 0.5),
                 at(wall, 0.99), at(cpu, 0.5), at(cpu, 0.99));
}

void find(ui::LogPane &pane, const QString &pattern)
{
    QElapsedTimer clock;
    clock.start();
    bool done = false;
    QObject context;
    QObject::connect(pane.search(), &models::LogSearch::finished, &context, [&] { done = true; });
    pane.search()->setQuery({pattern, true, true}, pane.view()->topNumber());
    waitUntil([&] { return done; });
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    std::println("find {:.1f} MB/s {} matches {:.4f} s", double(pane.model()->textBytes()) / 1e6 / seconds,
                 pane.search()->matchCount(), seconds);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3)
        return 2;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quayside-bench"));
    QStandardPaths::setTestModeEnabled(true);
    client::EngineClient client(QString::fromLocal8Bit(argv[1]));
    ui::LogPane pane(&client);
    pane.resize(1000, 700);
    pane.show();
    QApplication::processEvents();
    const double before = residentMebibytes();
    open(pane, QString::fromLocal8Bit(argv[2]));
    scroll(pane);
    for (int i = 3; i < argc; ++i)
        find(pane, QString::fromLocal8Bit(argv[i]));
    malloc_trim(0);
    std::println("memory {:.1f} MiB, before the log {:.1f} MiB", residentMebibytes(), before);
    return 0;
}

// How long the window's thread is held up by one key in a Dockerfile of 5,000 lines, with all that the page
// of Dockerfiles shows of it: text, gutter, outline, context, and beside it the cards or the graph.
//
//   bench_editor_page [KEYS]      100 keys for each view where not given
//
// answer: from the key until the text is coloured, its problems are found and all is painted. stretch: the
// longest time for which another key would have to wait, within the half second after it, when everything
// that waits for a pause in the typing has been done; all: that and the answer together. Each in time of the
// clock, and of the thread's processor, which a busy machine stretches less. Targets: 16 ms a key and 50 ms a
// completion at the 99th percentile. Nothing is judged here.
#include "tests/bench/editor/longfile.h"

#include "models/dockerfile/files/drafts.h"
#include "models/dockerfile/language/sources.h"
#include "models/system/enginesession.h"
#include "ui/dockerfile/assistant/assistant.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/studiopage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLoggingCategory>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <random>

using namespace quayside;

namespace
{

constexpr int pauseMilliseconds = 500; // longer than anything waits for who types

struct Moment {
    double wall = 0, cpu = 0; // milliseconds
    static Moment now()
    {
        const auto read = [](clockid_t clock) {
            timespec time{};
            clock_gettime(clock, &time);
            return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
        };
        return {read(CLOCK_MONOTONIC), read(CLOCK_THREAD_CPUTIME_ID)};
    }
    Moment operator-(const Moment &before) const { return {wall - before.wall, cpu - before.cpu}; }
};

// Knows the longest of the events that it has handed out.
class MeasuredApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        ++m_depth;
        const char *name = receiver->metaObject()->className();
        const int type = event->type();
        const Moment began = Moment::now();
        const bool done = QApplication::notify(receiver, event);
        const Moment took = Moment::now() - began;
        --m_depth;
        longest.wall = std::max(longest.wall, took.wall);
        longest.cpu = std::max(longest.cpu, took.cpu);
        if (took.cpu > 1 && qEnvironmentVariableIsSet("QUAYSIDE_BENCH_TRACE"))
            std::println("  {:8.2f} ms  {} {}", took.cpu, name, type);
        return done;
    }

    Moment longest;

private:
    int m_depth = 0;
};

// An engine that has not answered yet: nothing may wait for it.
class LateSources : public models::language::CompletionSources
{
public:
    using Images = std::vector<models::language::ImageFact>;
    using Entries = std::vector<models::language::PathEntry>;
    Known<Images> images() override { return std::nullopt; }
    Known<models::language::ImageFact> image(const std::string &) override { return std::nullopt; }
    Known<QStringList> tags(const std::string &) override { return std::nullopt; }
    Known<Entries> contextFolder(const std::string &) override { return Entries{{"src", true}}; }
    Known<Entries> imageFolder(const std::string &, const std::string &) override { return std::nullopt; }
    Known<Entries> placeFolder(const models::language::FileSystemPlace &, const std::string &) override
    {
        return std::nullopt;
    }
};

// That a widget has painted itself.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

struct Figures {
    bench::Times answer, answerCpu, stretch, stretchCpu, allCpu;
    void report(const std::string &name) const
    {
        bench::report((name + ", answer").c_str(), answer, 16);
        bench::report((name + ", answer, processor").c_str(), answerCpu, 16);
        bench::report((name + ", stretch").c_str(), stretch, 16);
        bench::report((name + ", stretch, processor").c_str(), stretchCpu, 16);
        bench::report((name + ", all, processor").c_str(), allCpu, std::nullopt);
    }
};

class PageBench
{
public:
    explicit PageBench(MeasuredApplication &application)
        : m_application(application), m_session(m_folder.filePath("no-engine.sock")), m_page(&m_session)
    {
        QFile file(m_folder.filePath("Dockerfile"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bench::longFile(5000).c_str()) < 0)
            std::exit(1);
        file.close();
        m_session.start();
        m_page.resize(1280, 800);
        m_page.show();
        m_pane = m_page.openFile(file.fileName());
        m_painted = new PaintWatch(editor()->viewport());
        settle(2000);
    }
    ~PageBench() { m_pane->discard(); }

    Figures type(int view, int keys)
    {
        m_page.rightViews()->setCurrentIndex(view);
        settle(2000);
        Figures found;
        for (int key = 0; key < keys; ++key)
            typeOne(key, found);
        return found;
    }

    // How many had something to propose.
    int complete(int times, Figures &found)
    {
        LateSources sources;
        int shown = 0;
        m_pane->setSources(&sources);
        constexpr const char *lines[] = {"RUN --mo",   "COPY --from=", "COPY ", "FROM d",
                                         "WORKDIR /u", "ENV X=$",      "LA"};
        for (int i = 0; i < times; ++i) {
            goSomewhere();
            QTextCursor cursor = editor()->textCursor();
            cursor.insertText(QString::fromLatin1(lines[std::size_t(i) % std::size(lines)]));
            editor()->setTextCursor(cursor);
            settle(pauseMilliseconds);
            QAbstractItemView *popup = m_pane->assistant()->completer()->popup();
            const PaintWatch painted(popup->viewport());
            const Moment began = start();
            m_page.actions()->action(ui::StudioActions::Complete)->trigger();
            while (popup->isVisible() && !painted.painted)
                QCoreApplication::processEvents();
            shown += popup->isVisible() ? 1 : 0;
            note(Moment::now() - began, found.answer, found.answerCpu);
            popup->hide();
            editor()->undo();
            settle(pauseMilliseconds);
        }
        m_pane->setSources(nullptr);
        return shown;
    }

private:
    [[nodiscard]] ui::CodeEditor *editor() const { return m_pane->editor(); }

    static void note(const Moment &took, bench::Times &wall, bench::Times &cpu)
    {
        wall.push_back(took.wall);
        cpu.push_back(took.cpu);
    }

    void settle(int milliseconds)
    {
        QEventLoop loop;
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        loop.exec();
    }

    Moment start()
    {
        m_painted->painted = false;
        m_application.longest = {};
        return Moment::now();
    }

    void goSomewhere() { editor()->goTo(int(m_random() % unsigned(editor()->blockCount() - 10))); }

    // A line is typed, then another one elsewhere.
    void typeOne(int key, Figures &found)
    {
        constexpr std::string_view typed = "RUN echo $V && make -j4 all\r";
        const char character = typed[std::size_t(key) % typed.size()];
        if (std::size_t(key) % typed.size() == 0) {
            goSomewhere();
            settle(pauseMilliseconds);
        }
        const Moment began = start();
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, character == '\r' ? Qt::Key_Return : Qt::Key(std::toupper(character)),
                            Qt::NoModifier, QString(QLatin1Char(character)));
            QCoreApplication::sendEvent(editor(), &event);
        }
        while (!m_pane->assistant()->diagnostics()->isCurrent() || !m_painted->painted)
            QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        note(Moment::now() - began, found.answer, found.answerCpu);
        settle(pauseMilliseconds);
        note(m_application.longest, found.stretch, found.stretchCpu);
        found.allCpu.push_back((Moment::now() - began).cpu);
        m_pane->assistant()->completer()->popup()->hide();
    }

    MeasuredApplication &m_application;
    QTemporaryDir m_folder;
    models::EngineSession m_session;
    ui::StudioPage m_page;
    ui::FilePane *m_pane = nullptr;
    PaintWatch *m_painted = nullptr;
    std::mt19937 m_random{1};
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("quayside");
    QCoreApplication::setApplicationName("quayside-bench");
    QSettings().clear();
    QDir(models::Draft::ownFolder()).removeRecursively();
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false"));
    MeasuredApplication application(argc, argv);
    const int keys = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 100;
    PageBench bench(application);
    bench.type(0, keys).report("key beside cards");
    bench.type(1, keys).report("key beside graph");
    Figures completion;
    const int shown = bench.complete(keys, completion);
    bench::report("completion", completion.answer, 50);
    bench::report("completion, processor", completion.answerCpu, 50);
    std::println("{} of {} completions had something to propose", shown, keys);
    return 0;
}

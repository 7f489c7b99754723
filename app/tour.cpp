#include "app/tour.h"

#include "app/screenplay.h"
#include "app/tourbuild.h"
#include "app/tourregistry.h"
#include "models/logs/ansitext.h"
#include "models/system/enginesession.h"
#include "ui/common/filteredit.h"
#include "ui/common/tabs.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/rowseditor.h"
#include "ui/containers/rundialog.h"
#include "ui/images/baseimagedialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/logs/logpane.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <cstdio>

namespace quayside::app
{

namespace
{

using models::ContainerRow;
using models::ContainerState;

constexpr int seconds = 1000;
const QString containerName = QStringLiteral("friendlyhello");
const QString greeting = QStringLiteral("Hello from a container!");

// What a person writes on the first day.
const char *const flaskProgram = R"(import signal, sys
from flask import Flask

app = Flask(__name__)

@app.route("/")
def hello():
    return "<h1>Hello from a container!</h1>"

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
app.run(host="0.0.0.0", port=80)
)";

class Tour
{
public:
    Tour(models::EngineSession &session, ui::MainWindow &window, const QString &folder)
        : m_session(session), m_window(window), m_folder(folder), m_build(session, window)
    {
    }

    bool play()
    {
        return step("window", "the window shows the engine", [this] { return openWindow(); }) &&
               step("base-image", "an image to run", [this] { return makeImage(); }) && buildImage() &&
               step("run-dialog", "the run dialog is filled in", [this] { return fillRunDialog(); }) &&
               step("running", "the container runs", [this] { return run(); }) &&
               step("page", "its page answers on this machine", [this] { return fetchPage(); }) &&
               step("log", "the request is in its log", [this] { return followLog(); }) &&
               step("shell", "a shell in it answers", [this] { return useShell(); }) &&
               step("stopped", "it stops when asked", [this] { return stop(); }) &&
               step("end", "it is listed as ended", [this] { return checkEnd(); }) && walkToARegistry();
    }

    [[nodiscard]] bool skippedAny() const { return m_skipped; }

private:
    // One step: act, check, picture, a line.
    bool step(const char *name, const char *what, const std::function<bool()> &act)
    {
        ++m_number;
        const bool held = act();
        const QString file = QStringLiteral("%1/%2-%3.png")
                                 .arg(m_folder)
                                 .arg(m_number, 2, 10, QLatin1Char('0'))
                                 .arg(QLatin1String(name));
        const bool pictured = takePicture(&m_window, file);
        std::printf("%s %02d %s%s%s\n", held && pictured ? "ok    " : "FAILED", m_number, what,
                    m_note.isEmpty() ? "" : ": ", qPrintable(m_note));
        if (!pictured)
            std::printf("       the picture %s cannot be written\n", qPrintable(file));
        std::fflush(stdout);
        m_note.clear();
        return held && pictured;
    }
    bool take(const Result<QString> &done)
    {
        m_note = done ? *done : QString::fromStdString(done.error().message);
        return done.has_value();
    }
    bool fail(const QString &why)
    {
        m_note = why;
        return false;
    }

    bool openWindow()
    {
        if (!waitUntil(
                [this] {
                    return m_session.state() == models::EngineSession::State::Connected &&
                           m_session.imagesLoaded();
                },
                20 * seconds))
            return fail(m_session.problem());
        waitUntil([this] { return !m_session.engineName().isEmpty(); }, 2 * seconds);
        pauseFor(200);
        m_note = m_session.engineName();
        return true;
    }

    // ---- the image

    bool makeImage()
    {
        m_window.showPage(ui::MainWindow::Images);
        pauseFor(200);
        QString why;
        if (m_session.isOwnEngine() && makeBaseImage(&why)) {
            m_image = QStringLiteral("flask:trixie");
            m_note = QStringLiteral("made %1 from packages").arg(m_image);
        } else {
            m_image = QStringLiteral("busybox:latest");
            if (!hasImage(m_image))
                return fail(
                    QStringLiteral("no base image (%1), and no starter image busybox either").arg(why));
            m_note =
                QStringLiteral("no base image from packages here (%1); going on with the starter image %2")
                    .arg(why.isEmpty() ? QStringLiteral("not this engine's") : why, m_image);
        }
        m_window.imagesPage()->selectReference(m_image);
        return true;
    }
    bool makeBaseImage(QString *why)
    {
        QToolButton *button = toolButton(m_window.imagesPage(),
                                         m_window.imagesPage()->actions()->action(ui::ImageActions::NewBase));
        if (button == nullptr) {
            *why = QStringLiteral("the tool bar lacks its button");
            return false;
        }
        click(button);
        auto *dialog = m_window.findChild<ui::BaseImageDialog *>();
        if (dialog == nullptr)
            return false;
        auto *recipe = dialog->findChild<QComboBox *>(QStringLiteral("recipe"));
        recipe->setFocus();
        pressKey(recipe, Qt::Key_Down);
        pressKey(recipe, Qt::Key_Down); // Python with Flask
        auto *packages = dialog->findChild<QLineEdit *>(QStringLiteral("packages"));
        if (m_session.hasFeature(QStringLiteral("build-folder")))
            fillIn(packages, QStringLiteral("python3-flask python3-redis python3-pip python3-setuptools "
                                            "python3-wheel redis-server"));
        else if (!packages->text().contains(u"python3-flask"))
            fillIn(packages, QStringLiteral("python3 python3-flask"));
        click(dialog->findChild<QPushButton *>(QStringLiteral("make")));
        models::Operation *operation = dialog->operation();
        const bool ended =
            operation != nullptr && waitUntil([&] { return !operation->isRunning(); }, 15 * 60 * seconds);
        const bool made = ended && operation->state() == models::Operation::State::Succeeded;
        if (!made)
            *why = operation == nullptr ? QStringLiteral("it could not be asked for")
                                        : operation->detail().section(u'\n', 0, 0);
        takePicture(&m_window, QStringLiteral("%1/%2-base-image-dialog.png")
                                   .arg(m_folder)
                                   .arg(m_number, 2, 10, QLatin1Char('0')));
        if (ended == false && operation != nullptr)
            operation->cancel();
        dialog->reject();
        pauseFor(50);
        return made && waitUntil([this] { return hasImage(QStringLiteral("flask:trixie")); }, 5 * seconds);
    }
    [[nodiscard]] bool hasImage(const QString &reference) const
    {
        for (const models::ImageRow &row : m_session.images()->rows()) {
            if (row.reference() == reference)
                return true;
        }
        return false;
    }

    // ---- an application from its Dockerfile

    bool buildImage()
    {
        if (!m_session.hasFeature(QStringLiteral("build-folder")))
            return true; // another engine: the program is bound in from its folder
        const bool built =
            step("built", "its Dockerfile is built", [this] { return take(m_build.build(m_image)); });
        if (!built)
            return false;
        m_image = m_build.image();
        m_greeting = m_build.greeting();
        m_build.closeDialog();
        if (!m_build.countsVisits())
            return true;
        return step("network", "a network for two containers",
                    [this] { return take(m_build.makeNetwork()); }) &&
               step("redis", "a Redis counts visits", [this] { return take(m_build.runRedis()); });
    }
    [[nodiscard]] bool isBuilt() const { return !m_build.image().isEmpty(); }

    // ---- the container

    bool fillRunDialog()
    {
        m_window.showPage(ui::MainWindow::Containers);
        removeLeftover();
        if (!writeFiles())
            return fail(QStringLiteral("the program's folder cannot be written"));
        m_port = freePort(4000);
        click(toolButton(&m_window, m_window.runAction()));
        m_dialog = m_window.findChild<ui::RunDialog *>();
        if (m_dialog == nullptr)
            return fail(QStringLiteral("the run dialog did not open"));
        fillIn(m_dialog->findChild<QComboBox *>(QStringLiteral("image"))->lineEdit(), m_image);
        fillIn(field("name"), containerName);
        fillRest(m_dialog);
        const QString line = m_dialog->runLine();
        const QString wanted = QStringLiteral("-p %1:80").arg(m_port);
        if (!line.contains(wanted) || !(isBuilt() || line.contains(m_files.path() + QStringLiteral(":/srv"))))
            return fail(QStringLiteral("the docker run line is “%1”").arg(line));
        m_note =
            m_port == 4000 ? line : QStringLiteral("port 4000 is taken, so %1: %2").arg(m_port).arg(line);
        return true;
    }
    // Of a run dialog in which the image and the name stand.
    void fillRest(ui::RunDialog *dialog)
    {
        m_dialog = dialog;
        if (isBuilt()) { // what it runs is said in the image
            m_build.fillNetwork(dialog);
            pauseFor(500); // the image is asked what it proposes
            dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
            fillPort();
            return;
        }
        const bool flask = m_image.startsWith(u"flask");
        fillIn(field("command"),
               flask ? QStringLiteral("python3 /srv/app.py") : QStringLiteral("httpd -f -vv -p 80 -h /srv"));
        pauseFor(500); // the image is asked what it proposes
        auto *tabs = m_dialog->findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        fillPort();
        tabs->setCurrentIndex(2);
        fillMount();
        tabs->setCurrentIndex(1);
    }
    void removeLeftover() // of a tour that was broken off
    {
        for (const ContainerRow &row : m_session.containers()->rows()) {
            if (row.name != containerName)
                continue;
            bool done = false;
            m_session.client()->removeContainer(row.id.toStdString(), {.force = true}, &m_window,
                                                [&](const Result<> &) { done = true; });
            waitUntil([&] { return done; }, 15 * seconds);
            return;
        }
    }
    bool writeFiles()
    {
        QFile program(m_files.filePath(QStringLiteral("app.py"))),
            page(m_files.filePath(QStringLiteral("index.html")));
        // The container's root is nobody outside: the folder must be open to others.
        const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QFile::setPermissions(m_files.path(), open | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        return program.open(QIODevice::WriteOnly) && program.write(flaskProgram) > 0 &&
               page.open(QIODevice::WriteOnly) &&
               page.write(QStringLiteral("<h1>%1</h1>\n").arg(greeting).toUtf8()) > 0 &&
               program.setPermissions(open) && page.setPermissions(open);
    }
    [[nodiscard]] QLineEdit *field(const char *name) const
    {
        return m_dialog->findChild<QLineEdit *>(QLatin1String(name));
    }
    void fillPort()
    {
        auto *ports = m_dialog->findChild<ui::PortsEditor *>();
        if (ports->rowCount() == 0)
            click(ports->addButton());
        fillIn(ports->findChild<QLineEdit *>(QStringLiteral("host")), QString::number(m_port));
        fillIn(ports->findChild<QLineEdit *>(QStringLiteral("container")), QStringLiteral("80"));
    }
    void fillMount()
    {
        auto *mounts = m_dialog->findChild<ui::MountsEditor *>();
        click(mounts->addButton());
        fillIn(mounts->findChild<QLineEdit *>(QStringLiteral("source")), m_files.path());
        fillIn(mounts->findChild<QLineEdit *>(QStringLiteral("target")), QStringLiteral("/srv"));
    }

    bool run()
    {
        QPointer<ui::RunDialog> dialog = m_dialog;
        QString problem;
        QObject::connect(m_session.operations(), &models::OperationModel::operationFailed, m_dialog,
                         [&](models::Operation *operation) { problem = operation->detail(); });
        click(m_dialog->findChild<QPushButton *>(QStringLiteral("run")));
        waitUntil(
            [&] {
                return !problem.isEmpty() ||
                       (dialog.isNull() && row() != nullptr && row()->state == ContainerState::Running);
            },
            30 * seconds);
        if (!problem.isEmpty() || row() == nullptr)
            return fail(problem);
        m_id = row()->id;
        if (row()->state != ContainerState::Running)
            return fail(
                QStringLiteral("it is %1").arg(statusText(*row(), QDateTime::currentSecsSinceEpoch())));
        if (!waitUntil([this] { return m_window.containersPage()->currentKey() == m_id; }, 3 * seconds))
            return fail(QStringLiteral("the window does not select it"));
        m_note = portUrl(row()->ports.value(0));
        return true;
    }
    [[nodiscard]] const ContainerRow *row() const
    {
        for (const ContainerRow &row : m_session.containers()->rows()) {
            if (row.name == containerName)
                return &row;
        }
        return nullptr;
    }

    bool fetchPage()
    {
        QString page, error;
        // Python takes a moment until it listens.
        waitUntil(
            [&] {
                page = httpGet(m_port, QStringLiteral("/"), &error);
                if (page.isEmpty())
                    pauseFor(200);
                return !page.isEmpty();
            },
            20 * seconds);
        if (!page.contains(m_greeting))
            return fail(page.isEmpty() ? error : page.left(80));
        m_note = QStringLiteral("http://127.0.0.1:%1/ says “%2”").arg(m_port).arg(m_greeting);
        return !m_build.countsVisits() || checkVisits(page);
    }
    // The page of the study: who it is, and how often somebody came.
    bool checkVisits(const QString &page)
    {
        QString error;
        const QString again = httpGet(m_port, QStringLiteral("/"), &error);
        if (!page.contains(m_id.left(12)) || !page.contains(u"Visits:</b> 1") ||
            !again.contains(u"Visits:</b> 2"))
            return fail(page + u' ' + again + error);
        m_note += QStringLiteral(", its host name and 2 visits");
        return true;
    }

    bool followLog()
    {
        m_window.containerDetails()->showTab(ui::ContainerDetails::Logs);
        models::LogModel *log = m_window.containerDetails()->logPane()->model();
        QString found;
        waitUntil(
            [&] {
                for (int line = 0; line < log->count() && found.isEmpty(); ++line) {
                    const QString text = models::plainText(log->line(line).text);
                    if (text.contains(u"GET / ") || text.contains(u"url:/"))
                        found = text;
                }
                return !found.isEmpty();
            },
            10 * seconds);
        if (found.isEmpty())
            return fail(QStringLiteral("none of its %1 lines speaks of the request").arg(log->count()));
        m_note = found.trimmed();
        return true;
    }

    bool useShell()
    {
        ui::ContainerDetails *details = m_window.containerDetails();
        QTabBar *bar = details->tabs()->bar();
        clickAt(bar, bar->tabRect(ui::ContainerDetails::Terminal).center());
        auto *open = details->terminalPane()->findChild<QPushButton *>();
        if (open == nullptr)
            return fail(QStringLiteral("there is no button that opens a shell"));
        click(open);
        ui::TerminalSession *shell = details->terminalPane()->currentSession();
        if (shell == nullptr || !waitUntil([&] { return shell->isRunning(); }, 10 * seconds))
            return fail(QStringLiteral("the shell does not start"));
        pauseFor(400); // its prompt
        shell->type(QStringLiteral("echo $((6 * 7)) from $(hostname)\n"));
        const QString answer = QStringLiteral("42 from ") + m_id.left(12);
        if (!waitUntil([&] { return shell->text().contains(answer); }, 10 * seconds))
            return fail(QStringLiteral("it says “%1”").arg(shell->text().trimmed().right(200)));
        m_note = answer;
        return true;
    }

    bool stop()
    {
        ui::ContainersPage *page = m_window.containersPage();
        click(toolButton(page, page->actions()->action(ui::ContainerActions::Stop)));
        const bool ended =
            waitUntil([this] { return row() != nullptr && !row()->isRunning(); }, 25 * seconds);
        if (!ended)
            return fail(QStringLiteral("it still runs"));
        QString error;
        if (!httpGet(m_port, QStringLiteral("/"), &error).isEmpty())
            return fail(QStringLiteral("its page still answers"));
        m_note = statusText(*row(), QDateTime::currentSecsSinceEpoch());
        return true;
    }

    bool checkEnd()
    {
        m_window.containerDetails()->showTab(ui::ContainerDetails::Overview);
        auto *filter = m_window.containersPage()->filterEdit();
        fillIn(filter, QStringLiteral("status:exited name:%1").arg(containerName));
        const bool listed = waitUntil(
            [this] { return m_window.containersPage()->shownModel()->rowCount() == 1; }, 3 * seconds);
        if (!listed)
            return fail(QStringLiteral("the filter status:exited does not find it"));
        m_note = QStringLiteral("the filter status:exited finds it");
        return true;
    }

    // ---- to a registry and back

    bool walkToARegistry()
    {
        if (TourRegistry::program().isEmpty()) {
            std::printf("skipped: tag, push, remove, pull, run: there is no registry to push to "
                        "(docker-registry is not "
                        "installed)\n");
            m_skipped = true;
            return true;
        }
        m_window.containersPage()->filterEdit()->clear();
        RegistryWalk walk(m_session, m_window, m_image);
        return step("tagged", "it is tagged for a registry", [&] { return take(walk.tag()); }) &&
               step("pushed", "it is pushed there", [&] { return take(walk.push()); }) &&
               step("removed", "it is removed here", [&] { return take(walk.remove(m_id)); }) &&
               step("pulled", "it is pulled back", [&] { return take(walk.pull()); }) &&
               step("run-again", "what came back runs", [&] {
                   return take(
                       walk.run([this](ui::RunDialog *dialog) { fillRest(dialog); }, m_port, m_greeting));
               });
    }

    static QToolButton *toolButton(QWidget *within, const QAction *action)
    {
        for (QToolButton *button : within->findChildren<QToolButton *>()) {
            if (button->defaultAction() == action && button->isVisible())
                return button;
        }
        return nullptr;
    }

    models::EngineSession &m_session;
    ui::MainWindow &m_window;
    QString m_folder, m_note, m_image, m_id, m_greeting = greeting;
    int m_number = 0, m_port = 0;
    bool m_skipped = false;
    BuildWalk m_build;
    QTemporaryDir m_files{QDir::tempPath() + QStringLiteral("/friendlyhello-XXXXXX")};
    ui::RunDialog *m_dialog = nullptr;
};

} // namespace

int playTour(models::EngineSession &session, ui::MainWindow &window, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "quayside: the folder %s cannot be made\n", qPrintable(folder));
        return 1;
    }
    Tour tour(session, window, folder);
    const bool held = tour.play();
    std::printf("%s\n", !held               ? "The tour broke off."
                        : tour.skippedAny() ? "The tour is over: every step that could be played here held."
                                            : "The tour is over: every step held.");
    return held ? 0 : 1;
}

} // namespace quayside::app

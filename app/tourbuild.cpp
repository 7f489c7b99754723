#include "app/tourbuild.h"

#include "app/screenplay.h"
#include "models/system/enginesession.h"
#include "ui/builds/builddialog.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkdialog.h"
#include "ui/networks/networkspage.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

namespace quayside::app
{

namespace
{

const QString networkName = QStringLiteral("friendly"), redisName = QStringLiteral("redis"),
              imageName = QStringLiteral("friendlyhello:latest");

// The program of the first day, as every introduction to containers has it.
const QString program = QStringLiteral(R"(import os, signal, socket, sys

from flask import Flask
from greeting import greet
from redis import Redis, RedisError

counter = Redis(host="redis", db=0, socket_connect_timeout=2, socket_timeout=2)
app = Flask(__name__)


@app.route("/")
def hello():
    try:
        visits = counter.incr("visits")
    except RedisError:
        visits = "nobody counts: there is no Redis"
    return (f"<h3>{greet(os.getenv('NAME', 'nobody'))}</h3>"
            f"<b>Host name:</b> {socket.gethostname()}<br>"
            f"<b>Visits:</b> {visits}\n")


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
app.run(host="0.0.0.0", port=80)
)");

// A module of its own, so that pip has something to install without the Internet.
const QString module = QStringLiteral("def greet(name):\n    return f\"Hello {name}!\"\n");
const QString moduleSetup = QStringLiteral("from setuptools import setup\n\n"
                                           "setup(name=\"greeting\", version=\"1.0\", "
                                           "py_modules=[\"greeting\"])\n");

// %1: the base image.
const QString flaskFile = QStringLiteral(R"(FROM %1 AS wheels
COPY greeting /src
RUN pip wheel --no-index --no-build-isolation --wheel-dir /wheels /src

FROM %1
WORKDIR /app
COPY --from=wheels /wheels /wheels
COPY . /app
RUN pip install --no-index --find-links /wheels --break-system-packages -r requirements.txt
EXPOSE 80
ENV NAME World
CMD ["python3", "app.py"]
)");

const QString plainFile = QStringLiteral(R"(FROM %1
WORKDIR /srv
COPY . /srv
EXPOSE 80
CMD ["httpd", "-f", "-vv", "-p", "80", "-h", "/srv"]
)");

void press(QWidget *page, const QAction *action)
{
    for (QToolButton *button : page->findChildren<QToolButton *>()) {
        if (button->defaultAction() == action && button->isVisible()) {
            click(button);
            return;
        }
    }
}

} // namespace

BuildWalk::BuildWalk(models::EngineSession &session, ui::MainWindow &window)
    : m_session(session), m_window(window),
      m_folder(QDir::tempPath() + QStringLiteral("/friendlyhello-XXXXXX"))
{
}

QString BuildWalk::greeting() const
{
    return m_flask ? QStringLiteral("Hello World!") : QStringLiteral("Hello from a container!");
}

bool BuildWalk::write(const QString &name, const QString &text) const
{
    QDir().mkpath(QFileInfo(m_folder.filePath(name)).absolutePath());
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) == text.toUtf8().size();
}

bool BuildWalk::writeFolder(const QString &base)
{
    if (!m_flask)
        return write(QStringLiteral("Dockerfile"), plainFile.arg(base)) &&
               write(QStringLiteral("index.html"), QStringLiteral("<h1>%1</h1>\n").arg(greeting()));
    return write(QStringLiteral("Dockerfile"), flaskFile.arg(base)) &&
           write(QStringLiteral(".dockerignore"), QStringLiteral("greeting/build\n")) &&
           write(QStringLiteral("requirements.txt"), QStringLiteral("greeting\n")) &&
           write(QStringLiteral("app.py"), program) &&
           write(QStringLiteral("greeting/greeting.py"), module) &&
           write(QStringLiteral("greeting/setup.py"), moduleSetup);
}

Result<QString> BuildWalk::build(const QString &base)
{
    m_base = base;
    m_flask = base.startsWith(u"flask");
    if (!writeFolder(base))
        return fail(ErrorKind::Internal, "the application's folder cannot be written");
    m_window.showPage(ui::MainWindow::Images);
    pauseFor(100);
    ui::ImagesPage *page = m_window.imagesPage();
    page->actions()->action(ui::ImageActions::Build)->trigger();
    auto *dialog = openDialog<ui::BuildDialog>(m_window);
    if (dialog == nullptr)
        return fail(ErrorKind::Internal, "the build dialog did not open");
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("folder")), m_folder.path());
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("name")), imageName);
    click(dialog->findChild<QPushButton *>(QStringLiteral("build")));
    models::BuildOperation *operation = dialog->operation();
    if (operation == nullptr || !waitUntil([&] { return !operation->isRunning(); }, 300 * aSecond))
        return fail(ErrorKind::Unavailable, "it does not end");
    if (operation->state() != models::Operation::State::Succeeded)
        return fail(ErrorKind::Internal, "{}", operation->detail().toStdString());
    m_image = imageName;
    return QStringLiteral("%1 in %2 steps").arg(m_image).arg(operation->steps()->rowCount());
}

void BuildWalk::closeDialog()
{
    for (QDialog *dialog : m_window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            dialog->reject();
    }
    pauseFor(50);
}

Result<QString> BuildWalk::makeNetwork()
{
    m_window.showPage(ui::MainWindow::Networks);
    pauseFor(100);
    press(m_window.networksPage(), m_window.networksPage()->actions()->action(ui::NetworkActions::Create));
    auto *dialog = openDialog<ui::NetworkDialog>(m_window);
    if (dialog == nullptr)
        return fail(ErrorKind::Internal, "the dialog for a network did not open");
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("name")), networkName);
    click(dialog->acceptButton());
    const auto listed = [this] {
        for (const models::NetworkRow &row : m_session.networks()->rows()) {
            if (row.name == networkName)
                return true;
        }
        return false;
    };
    if (!waitUntil(listed, 10 * aSecond))
        return fail(ErrorKind::Internal, "the network {} is not listed", networkName.toStdString());
    m_network = networkName;
    return QStringLiteral("the network %1").arg(m_network);
}

void BuildWalk::fillNetwork(ui::RunDialog *dialog) const
{
    if (m_network.isEmpty())
        return;
    auto *network = dialog->findChild<QComboBox *>(QStringLiteral("network"));
    auto *tabs = dialog->findChild<QTabWidget *>();
    while (!network->isVisible() && tabs->currentIndex() + 1 < tabs->count())
        tabs->setCurrentIndex(tabs->currentIndex() + 1);
    fillIn(network->lineEdit(), m_network);
}

Result<QString> BuildWalk::runRedis()
{
    m_window.showPage(ui::MainWindow::Containers);
    ui::RunDialog *dialog = m_window.openRunDialog(m_base);
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("name")), redisName);
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("command")),
           QStringLiteral("redis-server --protected-mode no --save \"\""));
    fillNetwork(dialog);
    QString problem;
    QObject::connect(m_session.operations(), &models::OperationModel::operationFailed, dialog,
                     [&](models::Operation *operation) { problem = operation->detail(); });
    click(dialog->findChild<QPushButton *>(QStringLiteral("run")));
    const auto runs = [this] {
        for (const models::ContainerRow &row : m_session.containers()->rows()) {
            if (row.name == redisName && row.state == models::ContainerState::Running)
                return true;
        }
        return false;
    };
    if (!waitUntil([&] { return !problem.isEmpty() || runs(); }, 30 * aSecond) || !problem.isEmpty())
        return fail(ErrorKind::Internal, "{}", problem.toStdString());
    return QStringLiteral("%1 on the network %2").arg(redisName, m_network);
}

} // namespace quayside::app

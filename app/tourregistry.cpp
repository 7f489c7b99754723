#include "app/tourregistry.h"

#include "app/screenplay.h"
#include "models/common/text.h"
#include "models/system/enginesession.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/images/pulldialog.h"
#include "ui/images/pushdialog.h"
#include "ui/mainwindow/mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

namespace quayside::app
{

using models::ContainerRow;
using models::ContainerState;
using ui::ImageActions;

namespace
{

const QString repository = QStringLiteral("tour/hello"), runName = QStringLiteral("pulledhello");

} // namespace

// ---- the registry

TourRegistry::~TourRegistry()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5 * aSecond))
        m_process.kill();
    m_process.waitForFinished(aSecond);
}

QString TourRegistry::program()
{
    return QStandardPaths::findExecutable(QStringLiteral("docker-registry"));
}

Result<> TourRegistry::start()
{
    m_port = freePort(5000);
    const QString settings = m_folder.filePath(QStringLiteral("registry.yml"));
    QFile file(settings);
    const QString text =
        QStringLiteral("version: 0.1\n"
                       "log: {level: warn}\n"
                       "storage: {filesystem: {rootdirectory: %1}, delete: {enabled: true}}\n"
                       "http: {addr: 127.0.0.1:%2}\n")
            .arg(m_folder.filePath(QStringLiteral("store")))
            .arg(m_port);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return fail(ErrorKind::Internal, "the registry's settings cannot be written");
    file.close();
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_process.start(program(), {QStringLiteral("serve"), settings});
    if (!m_process.waitForStarted(5 * aSecond))
        return fail(ErrorKind::Internal, "docker-registry does not start: {}",
                    m_process.errorString().toStdString());
    const bool answers = waitUntil(
        [this] { return m_process.state() != QProcess::Running || !get(QStringLiteral("/v2/")).isEmpty(); },
        15 * aSecond);
    if (!answers || m_process.state() != QProcess::Running)
        return fail(ErrorKind::Unavailable, "docker-registry does not answer on port {}", m_port);
    return {};
}

QString TourRegistry::get(const QString &path) const
{
    QString error;
    return httpGet(m_port, path, &error);
}

// ---- the walk

RegistryWalk::RegistryWalk(models::EngineSession &session, ui::MainWindow &window, QString image)
    : m_session(session), m_window(window), m_image(std::move(image))
{
}

void RegistryWalk::press(int verb, const QString &reference)
{
    m_window.showPage(ui::MainWindow::Images);
    if (!reference.isEmpty())
        m_window.imagesPage()->selectReference(reference);
    pauseFor(100);
    const QAction *action = m_window.imagesPage()->actions()->action(verb);
    for (QToolButton *button : m_window.imagesPage()->findChildren<QToolButton *>()) {
        if (button->defaultAction() == action && button->isVisible())
            click(button);
    }
}

bool RegistryWalk::hasImage(const QString &reference) const
{
    for (const models::ImageRow &row : m_session.images()->rows()) {
        if (row.reference() == reference)
            return true;
    }
    return false;
}

const ContainerRow *RegistryWalk::container(const QString &name) const
{
    for (const ContainerRow &row : m_session.containers()->rows()) {
        if (row.name == name)
            return &row;
    }
    return nullptr;
}

void RegistryWalk::closeDialog()
{
    for (QDialog *dialog : m_window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            dialog->reject();
    }
    pauseFor(50);
}

Result<QString> RegistryWalk::tag()
{
    CHECK(m_registry.start());
    m_remote = m_registry.place() + u'/' + repository + QStringLiteral(":1");
    press(ImageActions::Tag, m_image);
    auto *dialog = openDialog<ui::NameDialog>(m_window);
    if (dialog == nullptr)
        return fail(ErrorKind::Internal, "the dialog for a name did not open");
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("name")), m_remote);
    const QPointer guard(dialog);
    click(dialog->acceptButton());
    if (!waitUntil([this] { return hasImage(m_remote); }, 10 * aSecond))
        return fail(ErrorKind::Internal, "it is not listed: {}",
                    guard ? guard->problem().toStdString() : "no answer");
    m_window.imagesPage()->selectReference(m_remote);
    return m_remote;
}

Result<QString> RegistryWalk::push()
{
    press(ImageActions::Push, m_remote);
    auto *dialog = openDialog<ui::PushDialog>(m_window);
    if (dialog == nullptr)
        return fail(ErrorKind::Internal, "the push dialog did not open");
    click(dialog->findChild<QPushButton *>(QStringLiteral("push")));
    models::PushOperation *operation = dialog->operation();
    if (operation == nullptr || !waitUntil([&] { return !operation->isRunning(); }, 300 * aSecond))
        return fail(ErrorKind::Unavailable, "it does not end");
    if (operation->state() != models::Operation::State::Succeeded)
        return fail(ErrorKind::Internal, "{}", operation->detail().toStdString());
    const QString tags = m_registry.get(QStringLiteral("/v2/%1/tags/list").arg(repository));
    if (!tags.contains(u"\"1\"") || operation->digest().isEmpty())
        return fail(ErrorKind::Internal, "the registry answers {}", tags.trimmed().toStdString());
    return QStringLiteral("the registry has the tag 1, %1").arg(models::Text::shortId(operation->digest()));
}

Result<> RegistryWalk::removeImage(const QString &reference)
{
    press(ImageActions::Remove, reference);
    m_window.imagesPage()->undoBar()->commitNow();
    if (!waitUntil([&] { return !hasImage(reference); }, 20 * aSecond))
        return fail(ErrorKind::Internal, "{} is still here: {}", reference.toStdString(),
                    m_window.imagesPage()->notice()->text().toStdString());
    return {};
}

// What comes back afterwards has come over the network: nothing of it is left.
Result<QString> RegistryWalk::remove(const QString &containerId)
{
    closeDialog();
    m_window.showPage(ui::MainWindow::Containers);
    m_window.containersPage()->actions()->run(ui::ContainerActions::Remove, {containerId});
    m_window.containersPage()->undoBar()->commitNow();
    if (!waitUntil([&] { return m_session.containers()->find(containerId) == nullptr; }, 20 * aSecond))
        return fail(ErrorKind::Internal, "the container is still there");
    CHECK(removeImage(m_remote));
    if (m_image.startsWith(u"busybox")) // a starter image belongs to the engine
        return QStringLiteral("the container, and the name %1").arg(m_remote);
    CHECK(removeImage(m_image));
    return QStringLiteral("the container, and the image with both its names");
}

Result<QString> RegistryWalk::pull()
{
    press(ImageActions::Pull, {});
    auto *dialog = openDialog<ui::PullDialog>(m_window);
    if (dialog == nullptr)
        return fail(ErrorKind::Internal, "the pull dialog did not open");
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("name")), m_remote);
    click(dialog->findChild<QPushButton *>(QStringLiteral("pull")));
    models::PullOperation *operation = dialog->operation();
    if (operation == nullptr || !waitUntil([&] { return !operation->isRunning(); }, 300 * aSecond))
        return fail(ErrorKind::Unavailable, "it does not end");
    if (operation->state() != models::Operation::State::Succeeded)
        return fail(ErrorKind::Internal, "{}", operation->detail().toStdString());
    if (!waitUntil([this] { return hasImage(m_remote); }, 10 * aSecond))
        return fail(ErrorKind::Internal, "it is not listed");
    return QStringLiteral("%1 of %2 layers came")
        .arg(operation->layers()->over())
        .arg(operation->layers()->rowCount());
}

Result<QString> RegistryWalk::run(const std::function<void(ui::RunDialog *)> &fill, int port,
                                  const QString &greeting)
{
    closeDialog();
    m_window.showPage(ui::MainWindow::Containers);
    const QPointer<ui::RunDialog> dialog = m_window.openRunDialog(m_remote);
    fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("name")), runName);
    fill(dialog);
    QString problem;
    QObject::connect(m_session.operations(), &models::OperationModel::operationFailed, dialog.data(),
                     [&](models::Operation *operation) { problem = operation->detail(); });
    click(dialog->findChild<QPushButton *>(QStringLiteral("run")));
    waitUntil(
        [&] {
            const ContainerRow *row = container(runName);
            return !problem.isEmpty() || (row != nullptr && row->state == ContainerState::Running);
        },
        30 * aSecond);
    if (!problem.isEmpty() || container(runName) == nullptr)
        return fail(ErrorKind::Internal, "{}", problem.toStdString());
    QString page, error;
    waitUntil(
        [&] {
            page = httpGet(port, QStringLiteral("/"), &error);
            if (page.isEmpty())
                pauseFor(200);
            return !page.isEmpty();
        },
        20 * aSecond);
    if (!page.contains(greeting))
        return fail(ErrorKind::Internal, "{}",
                    page.isEmpty() ? error.toStdString() : page.left(80).toStdString());
    m_window.containersPage()->select(container(runName)->id);
    return QStringLiteral("its page says “%1”").arg(greeting);
}

} // namespace quayside::app

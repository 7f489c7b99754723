// The tour's second half: an image goes to a registry and comes back. The registry is a process of its own on
// this computer, Debian's docker-registry, so that nothing outside is needed.
#pragma once

#include "models/client/call.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <functional>

namespace quayside::models
{
class EngineSession;
struct ContainerRow;
} // namespace quayside::models
namespace quayside::ui
{
class MainWindow;
class RunDialog;
} // namespace quayside::ui

namespace quayside::app
{

// docker-registry on a free port of loopback, with a folder of its own, for as long as the object lives.
class TourRegistry
{
public:
    ~TourRegistry();

    [[nodiscard]] static QString program(); // "" where it is not installed
    Result<> start();
    [[nodiscard]] QString place() const { return QStringLiteral("localhost:%1").arg(m_port); }
    // What it answers to GET; "" where it does not.
    [[nodiscard]] QString get(const QString &path) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

// Each step acts on the real window as a person does, checks what came of it, and returns a few words for the
// tour's list.
class RegistryWalk
{
public:
    // image: what is sent around. Both references must outlive it.
    RegistryWalk(models::EngineSession &session, ui::MainWindow &window, QString image);

    Result<QString> tag();
    Result<QString> push();
    // containerId: of the one that was made of the image.
    Result<QString> remove(const QString &containerId);
    Result<QString> pull();
    // fill: puts command, port and folder into the run dialog, in which image and name stand already.
    Result<QString> run(const std::function<void(ui::RunDialog *)> &fill, int port, const QString &greeting);
    void closeDialog(); // that a step has left open for its picture

private:
    void press(int verb, const QString &reference); // of ImageActions, in the tool bar
    [[nodiscard]] bool hasImage(const QString &reference) const;
    [[nodiscard]] const models::ContainerRow *container(const QString &name) const;
    Result<> removeImage(const QString &reference);

    models::EngineSession &m_session;
    ui::MainWindow &m_window;
    QString m_image, m_remote;
    TourRegistry m_registry;
};

} // namespace quayside::app

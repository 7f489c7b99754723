// The tour's workshop: a small application as a folder with a Dockerfile, built in the window, and the Redis
// that counts its visits, beside it on a network of their own.
#pragma once

#include "models/client/call.h"

#include <QString>
#include <QTemporaryDir>

namespace quayside::models
{
class EngineSession;
}
namespace quayside::ui
{
class MainWindow;
class RunDialog;
} // namespace quayside::ui

namespace quayside::app
{

// Each step acts on the real window as a person does, checks what came of it, and returns a few words for the
// tour's list.
class BuildWalk
{
public:
    // Both references must outlive it.
    BuildWalk(models::EngineSession &session, ui::MainWindow &window);

    // base: an image with Python, Flask, pip and Redis, or busybox.
    Result<QString> build(const QString &base);
    Result<QString> makeNetwork();
    Result<QString> runRedis();
    void closeDialog(); // that a step has left open for its picture

    // What was built. With Flask its page counts visits; else it is a plain page.
    [[nodiscard]] const QString &image() const { return m_image; }
    [[nodiscard]] bool countsVisits() const { return m_flask; }
    [[nodiscard]] QString greeting() const; // that its page says
    // In a run dialog: the network, where there is one.
    void fillNetwork(ui::RunDialog *dialog) const;

private:
    [[nodiscard]] bool writeFolder(const QString &base);
    bool write(const QString &name, const QString &text) const;

    models::EngineSession &m_session;
    ui::MainWindow &m_window;
    QTemporaryDir m_folder;
    QString m_base, m_image, m_network;
    bool m_flask = false;
};

} // namespace quayside::app

#include "ui/builds/stepshell.h"

namespace quayside::ui
{

models::EnterStepOperation *enterStep(models::EngineSession *session, const QString &build, int step,
                                      const QString &name)
{
    auto *operation = new models::EnterStepOperation(session->client(), build, step, name);
    // The container goes when it ends, and then nobody has a use for its image; the window may be gone
    // before.
    QObject::connect(operation, &models::Operation::finished, session, [session, operation] {
        if (operation->state() != models::Operation::State::Succeeded)
            return;
        auto *cleaner = new QObject(session);
        QObject::connect(
            session, &models::EngineSession::containerEvent, cleaner,
            [session, cleaner, container = operation->containerId(),
             image = operation->imageId().toStdString()](const QString &id, const QString &action) {
                if (id != container || action != u"destroy")
                    return;
                session->client()->removeImage(image, {.force = true, .noPrune = false}, session, {});
                cleaner->deleteLater();
            });
    });
    session->operations()->add(operation);
    return operation;
}

} // namespace quayside::ui

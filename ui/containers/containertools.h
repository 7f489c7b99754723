// What is done with containers less often: limits, an image or an archive of one, tidying up.
#pragma once

#include "models/system/enginesession.h"

#include <QAction>
#include <QObject>
#include <QStringList>

#include <array>

namespace quayside::ui
{

class Notice;

class ContainerTools : public QObject
{
    Q_OBJECT

public:
    enum Verb { Limits, Commit, Export, Prune, VerbCount };

    // All must outlive it.
    ContainerTools(models::EngineSession *session, Notice *notice, QWidget *window);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    void setSelection(const QStringList &ids);
    void run(Verb verb);
    // What the dialogs end in; tests call them too.
    void exportTo(const QString &id, const QString &fileName);

private:
    void makeActions();
    void refresh();
    void changeLimits(const models::ContainerRow &row);
    void askCommit(const models::ContainerRow &row);
    void chooseAndExport(const models::ContainerRow &row);
    void prune();
    void watch(models::Operation *operation);

    models::EngineSession *m_session;
    Notice *m_notice;
    QWidget *m_window;
    std::array<QAction *, VerbCount> m_actions{};
    QStringList m_selection;
};

} // namespace quayside::ui

// What can be done with registries.
#pragma once

#include "ui/common/rowactions.h"

namespace quayside::ui
{

class RegistryActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Add, LogIn, LogOut, Test, Settings, Remove };

    // All must outlive it.
    RegistryActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    void run(int verb, const QStringList &registries) override;

signals:
    void registryAdded(const QString &registry);

protected:
    void refresh() override;

private:
    void add();
    void logIn(const models::RegistryRow &row);
    void logOut(const models::RegistryRow &row);
    void openSettings();
    void remove(const QList<models::RegistryRow> &rows);
};

} // namespace quayside::ui

// What can be done with networks.
#pragma once

#include "ui/common/rowactions.h"

namespace quayside::ui
{

class NetworkActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Create, Connect, Disconnect, Remove, Prune, CopyId };

    // All must outlive it.
    NetworkActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    void run(int verb, const QStringList &ids) override;

signals:
    void networkCreated(const QString &id);

protected:
    void refresh() override;

private:
    void create();
    void connectContainer(const models::NetworkRow &network);
    void disconnectContainer(const models::NetworkRow &network);
    void prune();
    void remove(const QList<models::NetworkRow> &rows);
    void confirmUsed(const QList<models::NetworkRow> &rows);
    void removeNow(const QList<models::NetworkRow> &rows);
};

} // namespace quayside::ui

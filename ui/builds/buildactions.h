// What can be done with builds.
#pragma once

#include "ui/common/rowactions.h"

namespace quayside::ui
{

class BuildActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Build, Rebuild, Cancel, Run, Remove, CopyId };

    // All must outlive it.
    BuildActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    void run(int verb, const QStringList &ids) override;

signals:
    void buildWanted();
    void rebuildWanted(const QString &id);
    void runWanted(const QString &image);

protected:
    void refresh() override;

private:
    // Of this window: the engine ends a build when its client goes, and nobody else can.
    [[nodiscard]] models::Operation *operationOf(const QString &id) const;
    void remove(const QList<models::BuildRow> &rows);
};

} // namespace quayside::ui

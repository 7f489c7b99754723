// What can be done with images.
#pragma once

#include "ui/common/rowactions.h"

namespace quayside::ui
{

class PullDialog;
class PushDialog;

class ImageActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb {
        Run,
        Load,
        Import,
        NewBase,
        Save,
        Tag,
        Remove,
        CopyId,
        Prune,
        Pull,
        Push,
        Explore,
        Compare,
        Build
    };

    // All must outlive it.
    ImageActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    void run(int verb, const QStringList &keys) override; // ImageRow::key()
    // What the dialogs end in; the tour and tests call them too.
    void loadFile(const QString &fileName);
    void saveTo(const QStringList &keys, const QString &fileName);
    PullDialog *openPull(const QString &reference = {});
    PushDialog *openPush(const models::ImageRow &row);
    // Archives that were dropped: what is no image is offered to be imported as a root file system.
    void takeFiles(const QStringList &fileNames);

signals:
    void runWanted(const QString &reference);
    void baseImageWanted();
    void buildWanted();
    void layersWanted(const QString &key);

protected:
    void refresh() override;

private:
    static void copyIds(const QList<models::ImageRow> &rows);
    void chooseAndLoad();
    void importFile(const QString &fileName); // "" where it is still to be chosen
    void chooseAndSave(const QList<models::ImageRow> &rows);
    void askTag(const models::ImageRow &row);
    void compare(const QList<models::ImageRow> &rows);
    void prune();
    void pruneByPreview();
    void pruneByList();
    void remove(const QList<models::ImageRow> &rows);
    void confirmUsed(const QList<models::ImageRow> &rows);
    void removeNames(const QList<models::ImageRow> &rows, bool force);
    void removeNow(const QList<models::ImageRow> &rows, bool force);
};

} // namespace quayside::ui

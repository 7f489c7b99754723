// What can be done with images.
#pragma once

#include "models/images/imagemodel.h"
#include "models/system/enginesession.h"

#include <QAction>
#include <QObject>
#include <QStringList>

#include <array>

namespace quayside::ui
{

class Notice;
class UndoBar;

class ImageActions : public QObject
{
    Q_OBJECT

public:
    enum Verb { Run, Load, Import, NewBase, Save, Tag, Remove, CopyId, Prune, VerbCount };

    // All must outlive it.
    ImageActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    void setSelection(const QStringList &keys); // ImageRow::key()
    [[nodiscard]] const QSet<QString> &pendingRemoval() const { return m_pendingRemoval; }

    void run(Verb verb, const QStringList &keys);
    // What the dialogs end in; the tour and tests call them too.
    void loadFile(const QString &fileName);
    void saveTo(const QStringList &keys, const QString &fileName);

signals:
    void runWanted(const QString &reference);
    void baseImageWanted();
    void pendingRemovalChanged();

private:
    void makeActions();
    void refresh();
    void onRowsRemoved();
    [[nodiscard]] QList<models::ImageRow> rowsOf(const QStringList &keys) const;
    void chooseAndLoad();
    void chooseAndImport();
    void chooseAndSave(const QList<models::ImageRow> &rows);
    void askTag(const models::ImageRow &row);
    void prune();
    void remove(const QList<models::ImageRow> &rows);
    void confirmUsed(const QList<models::ImageRow> &rows);
    void removeWithUndo(const QList<models::ImageRow> &rows, bool force);
    void removeNow(const models::ImageRow &row, bool force);
    void watch(models::Operation *operation);

    models::EngineSession *m_session;
    Notice *m_notice;
    UndoBar *m_undoBar;
    QWidget *m_window;
    std::array<QAction *, VerbCount> m_actions{};
    QStringList m_selection;
    QSet<QString> m_pendingRemoval;
};

} // namespace quayside::ui

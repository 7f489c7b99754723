// What a field can be filled with, so that nobody needs to know it by heart.
#pragma once

#include "models/dockerfile/language/sources.h"

#include <QMenu>
#include <QPointer>
#include <QString>
#include <QStringList>

class QLineEdit;

namespace quayside::ui
{

struct FieldChoices {
    QStringList stages;                                         // those above, by name
    QPointer<models::language::CompletionSources> sources = {}; // of images and files; nullptr: none
};

// Stages and the engine's images: as it is typed into, all of them by its arrow or the Down key.
void offerImages(QLineEdit *edit, const FieldChoices &choices);

// Files and folders of what a build receives. A folder is looked into when it is opened.
class ContextMenu : public QMenu
{
    Q_OBJECT

public:
    // folder: "": all of it
    ContextMenu(models::language::CompletionSources *sources, const QString &folder, QWidget *parent);

signals:
    void chosen(const QString &path); // as COPY takes it: ".", "folder/", "folder/file"

private:
    void fill();
    void addPath(const QString &text, const QString &path);

    QPointer<models::language::CompletionSources> m_sources;
    QString m_folder; // with a "/" behind it, or ""
};

} // namespace quayside::ui

// One open file: its text, its state, and what there is to say about it. A tab of the studio.
#pragma once

#include "models/dockerfile/document.h"
#include "models/dockerfile/files/drafts.h"
#include "models/dockerfile/files/editedfile.h"
#include "models/dockerfile/language/sources.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace quayside::ui
{

class Assistant;
class CodeEditor;
class FindBar;
class Notice;

class FilePane : public QWidget
{
    Q_OBJECT

public:
    explicit FilePane(QWidget *parent = nullptr);
    ~FilePane() override; // what is not saved is kept as a draft

    Result<> open(const QString &path);
    void startNew(const QString &name, const QString &text);
    void recover(models::Draft::Found found);

    [[nodiscard]] models::EditedFile *file() { return &m_file; }
    // What its other views share; nullptr where the file is no Dockerfile. Another one, or none, after
    // documentChanged().
    [[nodiscard]] models::DockerfileDocument *document() const { return m_document; }
    [[nodiscard]] CodeEditor *editor() const { return m_editor; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }
    [[nodiscard]] Notice *notice() const { return m_notice; }

    // Saves, and tells in the notice where that fails; false then, and where it has no path yet.
    bool save();
    bool saveAs(const QString &path);
    void format(); // a Dockerfile, in one style; tells where that cannot be
    // What the language of Dockerfiles has to say; nullptr where there is no document.
    [[nodiscard]] Assistant *assistant() const { return m_assistant; }
    // What completion and explanations know of images and files; until it is gone. nullptr: nothing.
    void setSources(models::language::CompletionSources *sources);
    // nullptr: none, or they are gone.
    [[nodiscard]] models::language::CompletionSources *sources() const { return m_sources; }
    void discard(); // nothing of what is not saved is kept

signals:
    void stateChanged(); // name, path, whether it is saved
    void documentChanged();
    void emptied(); // what was recovered is not wanted, and there is no file of it

protected:
    void showEvent(QShowEvent *event) override;

private:
    void useDraft(std::unique_ptr<models::Draft> draft);
    void onTextChanged();
    void onStateChanged();
    void onTextReplaced();
    void refreshKind();
    void refreshDisk();
    void keepDraft();
    void compare();

    models::EditedFile m_file;
    std::unique_ptr<models::Draft> m_draft;
    models::DockerfileDocument *m_document = nullptr;
    Assistant *m_assistant = nullptr;
    QPointer<models::language::CompletionSources> m_sources;
    Notice *m_notice, *m_diskBar;
    CodeEditor *m_editor;
    FindBar *m_findBar;
    models::EditedFile::Disk m_shownDisk = models::EditedFile::Disk::AsKnown;
    int m_revision = -1;
    bool m_loading = false;
};

} // namespace quayside::ui

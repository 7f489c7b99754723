// A file that is open for editing: what of it is on the disk, what is not saved, and what happens to it
// behind the editor's back.
#pragma once

#include "models/dockerfile/files/textfile.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace quayside::models
{

class EditedFile : public QObject
{
    Q_OBJECT

public:
    // What the disk has that this does not know: only told where it matters, see diskChanged().
    enum class Disk { AsKnown, Changed, Removed };

    explicit EditedFile(QObject *parent = nullptr);

    // Errors as TextFile::read(). A file that was open before is let go of.
    Result<> open(const QString &path);
    // A new one, on no disk yet. `name` is proposed where it is saved.
    void startNew(const QString &name, const QString &text);
    // What was kept of a file that was not saved: text and what it was an edit of. path: "" for a new one.
    void recover(const QString &path, const QString &name, const QString &text, const TextForm &form,
                 const QByteArray &baseHash);

    [[nodiscard]] const QString &path() const { return m_path; } // absolute; "": on no disk yet
    [[nodiscard]] QString name() const;                          // "Dockerfile.dev"
    [[nodiscard]] QString folder() const;                        // "" for a new one
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const TextForm &form() const { return m_form; }
    [[nodiscard]] const QByteArray &baseHash() const
    {
        return m_hash;
    } // of the bytes that text() is an edit of
    [[nodiscard]] bool isModified() const { return m_modified; }
    [[nodiscard]] const QString &readOnly() const { return m_readOnly; } // why; "" where it may be changed
    [[nodiscard]] const QString &remark() const { return m_remark; }     // FileText::remark
    [[nodiscard]] Disk disk() const { return m_disk; }

    void setText(const QString &text); // typed
    // Fails, and writes nothing, where the disk has another text than the one that was edited: see
    // keepMine().
    Result<> save();
    Result<> saveAs(const QString &path); // the file is that one from now on

    // Answers to diskChanged(): what is here stands, and the next save writes it; or what is there is taken.
    void keepMine();
    Result<> takeTheirs();
    [[nodiscard]] const QString &theirText() const { return m_theirs.text; } // while Disk::Changed
    void checkDisk(); // at once; else it happens by itself, shortly after a change

signals:
    void textReplaced(); // text() is another one that nobody typed
    void pathChanged();  // it is another file: opened, saved under another name
    void stateChanged(); // one of path(), isModified(), readOnly(), disk()

private:
    void adopt(const FileText &file);
    void watch();
    void refreshModified();
    void onRead(const FileText &file);
    void setDisk(Disk disk);

    QString m_path, m_name, m_text, m_savedText, m_readOnly, m_remark;
    TextForm m_form;
    QByteArray m_hash;
    FileText m_theirs;
    Disk m_disk = Disk::AsKnown;
    bool m_modified = false;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // several writes of one save are looked at once
};

} // namespace quayside::models

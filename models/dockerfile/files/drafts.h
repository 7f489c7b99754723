// What is typed and not saved, kept in the program's own folder so that neither a crash nor a closed window
// loses it. Each open file has a draft of its own, locked for as long as its program lives: two windows never
// take the same one.
#pragma once

#include "engine/base/fd.h"
#include "models/dockerfile/files/textfile.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace quayside::models
{

struct DraftText {
    QString path; // absolute; "" of a file that is on no disk yet
    QString name;
    QString text;
    TextForm form;
    QByteArray baseHash; // of the bytes that it is an edit of
    int cursor = 0;      // characters from the start
    bool operator==(const DraftText &) const = default;
};

class Draft : public QObject
{
    Q_OBJECT

public:
    static constexpr int milliseconds = 1000; // from the first change that is not kept to the write

    // In `folder`, made where it is not there (0700). Nothing is written before keep().
    explicit Draft(const QString &folder, QObject *parent = nullptr);
    ~Draft() override; // what was to be kept is; the draft stays

    // On the disk soon: contents, fsync, rename, in a thread of its own. Later ones replace it.
    void keep(const DraftText &text);
    void remove(); // saved or discarded: nothing of it stays
    void flush();  // returns when the disk is as wanted

    // Those that no living program has: each is locked, and belongs to the caller now.
    struct Found;
    static std::vector<Found> takeAbandoned(const QString &folder);
    // Whether takeAbandoned() would find any; takes none.
    static bool anyAbandoned(const QString &folder);
    // The folder of this program.
    static QString ownFolder();

signals:
    void failed(const QString &sentence); // told once until a write succeeds again

private:
    Draft(const QString &folder, const QString &id, Fd lock);
    void write();
    bool lock();
    void onWritten(const QString &problem);

    QString m_folder, m_id;
    Fd m_lock;
    std::optional<DraftText> m_wanted;
    QTimer m_timer;
    bool m_failed = false;
};

struct Draft::Found {
    std::unique_ptr<Draft> draft;
    DraftText text;
};

} // namespace quayside::models

// All lessons: those that came with the program, and those of a folder that a teacher has loaded.
#pragma once

#include "models/learn/lessons/lessonfile.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace quayside::models
{

class Shelf : public QObject
{
    Q_OBJECT

public:
    explicit Shelf(QObject *parent = nullptr);

    static constexpr int mostFiles = 300; // of a folder
    static QSet<QString> builtInIds();

    // By their order. Lessons with mistakes are not among them.
    [[nodiscard]] const QList<Lesson> &lessons() const { return m_lessons; }
    [[nodiscard]] const Lesson *find(const QString &id) const;
    [[nodiscard]] QStringList ids() const;
    // Of the folder's files.
    [[nodiscard]] const QList<LessonMistake> &mistakes() const { return m_mistakes; }
    [[nodiscard]] int folderFiles() const { return m_folderFiles; }

    // Remembered; "" for none. Its files are read again whenever they change.
    void setFolder(const QString &folder);
    [[nodiscard]] const QString &folder() const { return m_folder; }

signals:
    void changed();

private:
    void read();
    void readBuiltIn();
    void readFolder();
    void take(const LessonFile &file);
    void watch(const QStringList &files);

    QString m_folder;
    QList<Lesson> m_lessons, m_builtIn;
    QList<LessonMistake> m_mistakes;
    int m_folderFiles = 0;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
};

} // namespace quayside::models

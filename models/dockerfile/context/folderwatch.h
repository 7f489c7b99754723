// Says when something changes in folders: files come, go, are renamed or have been written. By inotify(7), as
// Qt's own watcher does not tell of files that are written in place.
#pragma once

#include <QHash>
#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <string>
#include <vector>

namespace quayside::models
{

class FolderWatch : public QObject
{
    Q_OBJECT

public:
    // The kernel's own bound is for all programs of a user together.
    static constexpr std::size_t mostFolders = 4096;

    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;

    // From now on these, by their absolute paths, and no others. Whether one is among them that was not
    // watched before: what has changed in it since it was listed nobody tells.
    bool watch(const std::vector<std::string> &folders);
    // Whether each of them is watched: not where they are too many, or the kernel has no more watches to
    // give.
    [[nodiscard]] bool isComplete() const { return m_complete; }

signals:
    void changed(); // once for all that has come together

private:
    void read();

    int m_inotify = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QHash<QByteArray, int> m_watches; // by path
    bool m_complete = true;
};

} // namespace quayside::models

#include "models/dockerfile/context/folderwatch.h"

#include <QSet>

#include <array>
#include <sys/inotify.h>
#include <unistd.h>

namespace quayside::models
{

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent), m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    if (m_inotify < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_inotify, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &FolderWatch::read);
}

FolderWatch::~FolderWatch()
{
    m_notifier.reset(); // before its descriptor
    if (m_inotify >= 0)
        ::close(m_inotify);
}

bool FolderWatch::watch(const std::vector<std::string> &folders)
{
    constexpr std::uint32_t events = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE |
                                     IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;
    m_complete = m_inotify >= 0 && folders.size() <= mostFolders;
    QSet<QByteArray> wanted;
    bool fresh = false;
    for (const std::string &folder : folders) {
        if (wanted.size() >= qsizetype(mostFolders) || m_inotify < 0)
            break;
        const QByteArray path = QByteArray::fromStdString(folder);
        wanted.insert(path);
        // Also of one that is watched: another folder may have its name now.
        const int watch = ::inotify_add_watch(m_inotify, path.constData(), events);
        if (watch < 0) {
            m_complete = false;
            continue;
        }
        const int before = m_watches.value(path, -1);
        fresh = fresh || before != watch;
        if (before >= 0 && before != watch)
            ::inotify_rm_watch(m_inotify, before);
        m_watches.insert(path, watch);
    }
    for (auto each = m_watches.begin(); each != m_watches.end();) {
        if (wanted.contains(each.key())) {
            ++each;
            continue;
        }
        ::inotify_rm_watch(m_inotify, each.value());
        each = m_watches.erase(each);
    }
    return fresh;
}

// What has changed is found by looking: only that something has is taken from here.
void FolderWatch::read()
{
    alignas(inotify_event) std::array<char, 16'384> buffer{};
    bool any = false;
    for (;;) {
        const ssize_t got = ::read(m_inotify, buffer.data(), buffer.size());
        if (got <= 0)
            break;
        for (ssize_t at = 0; at < got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            any = any || (event->mask & IN_IGNORED) == 0;
            at += ssize_t(sizeof(inotify_event)) + ssize_t(event->len);
        }
    }
    if (any)
        emit changed();
}

} // namespace quayside::models

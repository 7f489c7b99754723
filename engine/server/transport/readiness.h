// Tells when a descriptor has something to read, at a cost that does not grow with the number of descriptors.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <cstdint>
#include <memory>

namespace quayside::server
{

// As a QSocketNotifier for reading. Qt's event loop asks poll(2) about every notifier at every turn, which a
// hundred clients that wait make dear. All of these watches together are one descriptor for the loop, an
// epoll(7) instance (level-triggered).
class Readiness : public QObject
{
    Q_OBJECT
public:
    // The descriptor stays open until this is destroyed. Event-loop thread only.
    explicit Readiness(int descriptor, QObject *parent = nullptr);
    ~Readiness() override;

    void setEnabled(bool enabled); // it begins enabled

signals:
    // Readable, at its end or hung up; again and again until it is read, or this disabled.
    void activated();

private:
    int m_descriptor;
    std::uint64_t m_number = 0;                    // in the set; 0: not there
    std::unique_ptr<QSocketNotifier> m_substitute; // where epoll has no memory or descriptor for it
};

} // namespace quayside::server

// What a connection has still to send.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string_view>

namespace quayside::server
{

// Sends what the kernel takes at once straight from the caller's memory and queues (copies) only the rest, so
// that an idle or quick reader costs no buffering; waits for the socket only while something is queued.
class Output : public QObject
{
    Q_OBJECT
public:
    // socket: non-blocking; stays the caller's.
    Output(int socket, QObject *parent);

    // In this order, as if they were one piece.
    void write(std::string_view first, std::string_view second = {}, std::string_view third = {});
    [[nodiscard]] std::size_t queued() const { return m_queued; }
    // Nothing is sent any more.
    void stop();

signals:
    void sent();   // the queue has become shorter; not for what write() could send itself
    void broken(); // the other side takes nothing more

private:
    void flush();
    // How many bytes the socket took; nothing more is sent after an error.
    std::size_t send(std::span<const std::string_view> pieces);

    int m_socket;
    std::deque<QByteArray> m_queue;
    std::size_t m_queued = 0;
    std::size_t m_offset = 0; // sent of the first
    bool m_stopped = false;
    std::unique_ptr<QSocketNotifier> m_notifier; // exists only while something is queued
};

} // namespace quayside::server

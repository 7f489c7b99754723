// What a client types into an attached container or exec.
#pragma once

#include "engine/base/fd.h"
#include "engine/server/routes/route.h"

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <string>

namespace quayside::server
{

// Event-loop thread only. A process that does not read costs at most `pauseAt` bytes and one piece of the
// channel: then the client is not read from any more.
class InputPump : public QObject
{
    Q_OBJECT
public:
    // input: a non-blocking pipe or pty; an invalid one comes later, through open(). onEnded: called once
    // when the client's side has ended and all of it was written, or when this object goes because the client
    // has.
    InputPump(Channel *channel, Fd input, std::function<void()> onEnded, QObject *parent);
    ~InputPump() override;
    // What the client typed before the container ran is written now.
    void open(Fd input);

private:
    static constexpr std::size_t pauseAt = 64 * 1024;

    void accept(const QByteArray &bytes);
    void flush();
    bool writeSome(); // false: nothing more can be written now
    void close();

    Channel *m_channel;
    Fd m_input;
    std::function<void()> m_onEnded;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::string m_waiting;
    bool m_ending = false, m_paused = false, m_closed = false;
};

} // namespace quayside::server

#include "engine/server/routes/inputpump.h"

#include <cerrno>

namespace quayside::server
{

InputPump::InputPump(Channel *channel, Fd input, std::function<void()> onEnded, QObject *parent)
    : QObject(parent), m_channel(channel), m_onEnded(std::move(onEnded))
{
    connect(m_channel, &Channel::received, this, &InputPump::accept);
    connect(m_channel, &Channel::inputEnded, this, [this] {
        m_ending = true;
        flush();
    });
    if (input)
        open(std::move(input));
}

InputPump::~InputPump()
{
    close();
}

void InputPump::open(Fd input)
{
    if (m_closed || m_input)
        return;
    m_input = std::move(input);
    m_notifier = std::make_unique<QSocketNotifier>(m_input.get(), QSocketNotifier::Write);
    m_notifier->setEnabled(false);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &InputPump::flush);
    flush();
}

void InputPump::accept(const QByteArray &bytes)
{
    if (m_closed || m_ending)
        return; // nobody reads it
    m_waiting.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    flush();
}

void InputPump::flush()
{
    while (m_input && !m_waiting.empty() && writeSome()) {
    }
    if (m_notifier)
        m_notifier->setEnabled(m_input && !m_waiting.empty());
    const bool pause = m_waiting.size() >= pauseAt;
    if (pause != m_paused) {
        m_paused = pause;
        m_channel->pauseReading(pause);
    }
    if (m_ending && m_waiting.empty())
        close();
}

bool InputPump::writeSome()
{
    const ssize_t written = ::write(m_input.get(), m_waiting.data(), m_waiting.size());
    if (written > 0) {
        m_waiting.erase(0, static_cast<std::size_t>(written));
        return true;
    }
    if (written < 0 && errno == EINTR)
        return true;
    if (written < 0 && errno != EAGAIN) { // EPIPE, EIO: the process has closed its standard input, or is gone
        m_waiting.clear();
        close();
    }
    return false;
}

void InputPump::close()
{
    m_closed = true;
    m_notifier.reset(); // before its descriptor
    m_input.reset();
    if (const auto onEnded = std::exchange(m_onEnded, {}))
        onEnded();
}

} // namespace quayside::server

#include "engine/containers/launch/stagetalk.h"

#include <cstring>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;
using isolation::StepId;

// For one step of the stage's. Far more than it takes: only a machine on its knees gets there.
constexpr auto stepTimeout = 30s;
constexpr auto restoreTimeout = 10min; // all of the memory is read meanwhile

Error failure(const StageMessage &message)
{
    const auto kind = message.head.errorKind <= static_cast<std::uint32_t>(ErrorKind::Internal)
                          ? static_cast<ErrorKind>(message.head.errorKind)
                          : ErrorKind::Internal;
    return {kind, message.head.errnum, message.text};
}

Fd take(StageMessage &message, std::size_t index)
{
    return index < message.fds.size() ? std::move(message.fds[index]) : Fd();
}

} // namespace

Result<> StageTalk::connect()
{
    if (!m_network || !m_request.connect)
        return {};
    const Fd network = std::move(m_network);
    return m_request.observer.around(StepId::Network, [&] { return m_request.connect(network); });
}

Result<> StageTalk::permit(std::uint32_t number)
{
    if (number >= isolation::stepCount)
        return fail(ErrorKind::Internal, "the stage asked for step {}, which there is not", number);
    const auto step = static_cast<StepId>(number);
    if (step >= StepId::UserNamespace) // the first one of the process itself
        CHECK(connect());
    CHECK(m_request.observer.before(step));
    return send(m_control, stage::MessageKind::Next);
}

Result<bool> StageTalk::takeNote(const StageMessage &message)
{
    const auto kind = message.head.kind;
    if (kind == stage::MessageKind::Calls)
        m_request.observer.called(message.text);
    if (kind == stage::MessageKind::Step || kind == stage::MessageKind::Times) {
        isolation::StepTimes times{};
        if (message.text.size() == sizeof times)
            std::memcpy(times.data(), message.text.data(), sizeof times);
        m_request.observer.told(times);
    }
    if (kind == stage::MessageKind::Step)
        CHECK(permit(message.head.running));
    return kind == stage::MessageKind::Calls || kind == stage::MessageKind::Step ||
           kind == stage::MessageKind::Times;
}

Result<StageMessage> StageTalk::expect(stage::MessageKind kind)
{
    for (;;) {
        auto message = receive(m_control, m_request.from ? restoreTimeout : stepTimeout);
        if (!message)
            return wrap(std::move(message).error(), "starting the container");
        TRY(const bool noted, takeNote(*message));
        if (noted)
            continue;
        if (message->head.kind == stage::MessageKind::Failed)
            return std::unexpected(failure(*message));
        if (message->head.kind != kind)
            return fail(ErrorKind::Internal, "starting the container: the stage sent message {} out of turn",
                        static_cast<unsigned>(message->head.kind));
        if (message->fds.empty())
            return fail(ErrorKind::Internal, "starting the container: the stage sent no process descriptor");
        return message;
    }
}

Result<Launched> StageTalk::run(std::vector<std::string> &warnings)
{
    TRY(auto created, expect(stage::MessageKind::Created));
    m_request.observer.created(created.head.pid, created.fds[0]);
    m_network = take(created, 1);
    if (!m_request.observer.holds()) {
        CHECK(connect());
        CHECK(send(m_control, stage::MessageKind::Proceed));
    }
    TRY(auto started, expect(stage::MessageKind::Started));
    Launched launched;
    launched.pid = started.head.pid;
    launched.startTime = started.head.startTime;
    launched.process = take(started, 0);
    launched.input = take(started, 1);
    if (!started.text.empty())
        warnings.push_back(std::move(started.text));
    return launched;
}

} // namespace quayside::containers

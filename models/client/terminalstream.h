// The standard streams of a container or of an exec, over a hijacked connection.
#pragma once

#include "engine/api/stream/frames.h"
#include "engine/base/result.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>

namespace quayside
{
// Qt's meta-type of a signal's argument compares it.
inline bool operator==(const Error &a, const Error &b)
{
    return a.kind == b.kind && a.errnum == b.errnum && a.message == b.message;
}
} // namespace quayside

namespace quayside::client
{

// Owned by whom it was given to (its parent is the context object of the call); deleting it closes the
// connection.
class TerminalStream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // True: one raw stream, all of it Stdout. False: standard output and error come apart.
    [[nodiscard]] virtual bool isTerminal() const = 0;
    // Queued; watch bytesPending() (or written()) before giving more than a few hundred KiB.
    virtual void write(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual std::int64_t bytesPending() const = 0;
    // Ends standard input; output goes on.
    virtual void closeInput() = 0;
    // Back-pressure: while paused, the engine holds the output back.
    virtual void pause(bool paused) = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;

signals:
    void received(quayside::api::Stream stream, const QByteArray &bytes);
    void written(std::int64_t pending); // some of what was queued has gone
    // Once, when nothing more will come: the program ended, or the connection broke (then with an error).
    void ended(const quayside::Result<> &result);
};

} // namespace quayside::client

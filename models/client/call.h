// A handle on an asynchronous call to the engine.
#pragma once

#include "engine/base/result.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace quayside::client
{

// What runs behind a handle.
class Operation : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Ends the operation at once, without calling any of its callbacks.
    virtual void abort() = 0;
};

// Copyable. Letting go of it doesn't cancel. A call also ends silently when its context object is destroyed.
class Call
{
public:
    Call() = default;
    explicit Call(Operation *operation) : m_operation(operation) {}

    // No callback comes after this. Where the engine has begun to act on the request already, it may still
    // finish.
    void cancel() const
    {
        if (m_operation)
            m_operation->abort();
    }
    [[nodiscard]] Operation *operation() const { return m_operation; }
    [[nodiscard]] bool active() const { return !m_operation.isNull(); }

private:
    QPointer<Operation> m_operation;
};

// Called once, on the thread of the context object, never from within the function that began the call.
template <typename T>
using Done = std::function<void(Result<T>)>;

} // namespace quayside::client

// Calls of which one begins when another has ended, behind one handle.
#pragma once

#include "models/client/call.h"

namespace quayside::client
{

// Deletes itself when it is aborted, when its context goes, or with finish().
class Chain final : public Operation
{
    Q_OBJECT
public:
    Chain(QObject *context, QObject *parent) : Operation(parent)
    {
        if (context)
            connect(context, &QObject::destroyed, this, &Chain::abort);
    }
    void abort() override
    {
        m_current.cancel();
        deleteLater();
    }
    void finish() { deleteLater(); }
    // From now on the chain is this call, and ends with it.
    void follow(const Call &call)
    {
        m_current = call;
        if (Operation *operation = call.operation())
            connect(operation, &QObject::destroyed, this, [this] {
                if (!m_current.active())
                    deleteLater();
            });
    }

private:
    Call m_current;
};

} // namespace quayside::client

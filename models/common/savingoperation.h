// What the engine sends, into a file on this computer: images, a container's files, one file.
#pragma once

#include "models/client/call.h"
#include "models/common/operation.h"

#include <QSaveFile>

#include <cstdint>
#include <functional>

namespace quayside::models
{

// Writes beside the file and renames at the end: a file that is there is whole.
class SavingOperation : public Operation
{
    Q_OBJECT

public:
    using OnReceived = std::function<void(std::int64_t bytes)>;
    // Asks the engine for what goes into `file`, which is open for writing; `context` is the operation.
    using Ask = std::function<client::Call(QIODevice *file, QObject *context, OnReceived onReceived,
                                           client::Done<void> done)>;

    // expectedBytes: for the progress; 0: not known.
    SavingOperation(QString title, const QString &fileName, qint64 expectedBytes, Ask ask,
                    QObject *parent = nullptr);

protected:
    void stopWork() override;

private:
    void begin();
    void onEnd(const Result<> &done);

    QSaveFile m_file;
    qint64 m_expectedBytes;
    Ask m_ask;
    client::Call m_call;
};

} // namespace quayside::models

#include "models/common/savingoperation.h"

#include "models/common/text.h"

#include <QTimer>

namespace quayside::models
{

SavingOperation::SavingOperation(QString title, const QString &fileName, qint64 expectedBytes, Ask ask,
                                 QObject *parent)
    : Operation(std::move(title), parent), m_file(fileName), m_expectedBytes(expectedBytes),
      m_ask(std::move(ask))
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &SavingOperation::begin);
}

void SavingOperation::begin()
{
    if (!isRunning())
        return;
    if (!m_file.open(QIODevice::WriteOnly)) {
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_call = m_ask(
        &m_file, this,
        [this](std::int64_t received) {
            setProgress(received, m_expectedBytes);
            setDetail(tr("%1 written").arg(Text::size(received)));
        },
        [this](const Result<> &done) { onEnd(done); });
}

void SavingOperation::onEnd(const Result<> &done)
{
    if (!isRunning())
        return;
    if (!done) {
        m_file.cancelWriting();
        failWith(QString::fromStdString(done.error().message));
    } else if (!m_file.commit()) {
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
    } else {
        succeed(tr("Saved to %1").arg(m_file.fileName()));
    }
}

void SavingOperation::stopWork()
{
    m_call.cancel();
    m_file.cancelWriting();
}

} // namespace quayside::models

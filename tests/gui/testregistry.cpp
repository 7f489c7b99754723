#include "tests/gui/testregistry.h"
#include "tests/folders.h"

#include <QStringList>
#include <QTest>

TestRegistry::~TestRegistry()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.write("end\n");
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool TestRegistry::waitForLine()
{
    return QTest::qWaitFor([this] { return m_process.canReadLine(); }, 10'000);
}

bool TestRegistry::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start("python3", {QStringLiteral(QUAYSIDE_SOURCE_DIR "/tests/gui/registry.py")});
    if (!waitForLine())
        return false;
    const QStringList places = QString::fromUtf8(m_process.readLine()).split(u' ');
    if (places.size() != 2)
        return false;
    m_open = places[0].trimmed();
    m_closed = places[1].trimmed();
    return true;
}

bool TestRegistry::tell(const QByteArray &command)
{
    m_process.write(command + '\n');
    return waitForLine() && m_process.readLine().trimmed() == "done";
}

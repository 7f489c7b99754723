#include "tests/gui/windowtest.h"

#include "models/containers/runoperation.h"

#include <QSettings>
#include <QStandardPaths>

using namespace quayside;
using models::ContainerRow;
using models::ContainerState;

void WindowTest::openWindow()
{
    QStandardPaths::setTestModeEnabled(true); // the person's own settings stay as they are
    QSettings().clear();
    QVERIFY2(m_engine.start(), qPrintable(m_engine.log()));
    m_session = std::make_unique<models::EngineSession>(m_engine.socketPath());
    m_session->start();
    m_window = std::make_unique<ui::MainWindow>(m_session.get(), QString());
    m_window->show();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Connected, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(hasImage(image), 40'000); // the starter images
}

void WindowTest::closeWindow()
{
    m_window.reset();
    m_session.reset();
}

const ContainerRow *WindowTest::row(const QString &name) const
{
    for (const ContainerRow &row : m_session->containers()->rows()) {
        if (row.name == name)
            return &row;
    }
    return nullptr;
}

bool WindowTest::isIn(const QString &name, ContainerState state) const
{
    return row(name) != nullptr && row(name)->state == state;
}

bool WindowTest::hasImage(const QString &reference) const
{
    return !keyOf(reference).isEmpty();
}

QString WindowTest::keyOf(const QString &reference) const
{
    for (const models::ImageRow &row : m_session->images()->rows()) {
        if (row.reference() == reference)
            return row.key();
    }
    return {};
}

QString WindowTest::makeContainer(const models::RunOptions &options, bool start)
{
    auto *operation = new models::RunOperation(m_session->client(), m_session->credentials(), options, start);
    m_session->operations()->add(operation);
    const ContainerState wanted = start ? ContainerState::Running : ContainerState::Created;
    if (!QTest::qWaitFor([&] { return !operation->isRunning() && isIn(options.name, wanted); }, 15'000))
        qWarning("%s: %s", qPrintable(options.name), qPrintable(operation->detail()));
    return operation->containerId();
}

QString WindowTest::makeContainer(const QString &name, const QStringList &command, bool start)
{
    models::RunOptions options;
    options.image = image;
    options.name = name;
    options.command = command;
    options.init = true; // ends when asked to
    return makeContainer(options, start);
}

QMessageBox *WindowTest::openBox() const
{
    for (QMessageBox *box : m_window->findChildren<QMessageBox *>()) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}

void WindowTest::pressDestructive(QMessageBox *box) const
{
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

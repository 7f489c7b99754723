// What the tests of the window share: an engine of their own, the window on it, and short ways to ask both.
#pragma once

#include "tests/gui/realengine.h"

#include "models/containers/runoptions.h"
#include "models/system/enginesession.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerspage.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

class WindowTest : public QObject
{
protected:
    const QString image = QStringLiteral("busybox:latest");

    RealEngine m_engine;
    std::unique_ptr<quayside::models::EngineSession> m_session;
    std::unique_ptr<quayside::ui::MainWindow> m_window;

    void openWindow(); // with settings of its own; waits for the starter images
    void closeWindow();

    [[nodiscard]] const quayside::models::ContainerRow *row(const QString &name) const;
    [[nodiscard]] bool isIn(const QString &name, quayside::models::ContainerState state) const;
    [[nodiscard]] bool hasImage(const QString &reference) const;
    [[nodiscard]] QString keyOf(const QString &reference) const;
    // Without the dialog. The container's id.
    QString makeContainer(const quayside::models::RunOptions &options, bool start = true);
    QString makeContainer(const QString &name, const QStringList &command, bool start = true);
    // The box that is open on the window; nullptr where none is.
    [[nodiscard]] QMessageBox *openBox() const;
    // Presses the one button of an open box that removes something.
    void pressDestructive(QMessageBox *box) const;

    [[nodiscard]] quayside::ui::ContainersPage *page() const { return m_window->containersPage(); }
    [[nodiscard]] quayside::ui::ContainerActions *actions() const { return page()->actions(); }

public:
    // 77 where something is missing here.
    template <typename Test>
    static int runTest(int argc, char *argv[])
    {
        if (const QString missing = RealEngine::missing(); !missing.isEmpty()) {
            std::printf("SKIP: missing %s\n", qPrintable(missing));
            return 77;
        }
        if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        // Programs that run at the same time share neither settings nor what was not saved.
        const QTemporaryDir home;
        qputenv("HOME", home.path().toLocal8Bit());
        QApplication application(argc, argv);
        QApplication::setApplicationName("quayside-gui-test");
        QApplication::setOrganizationName("quayside");
        Test test;
        return QTest::qExec(&test, argc, argv);
    }
};

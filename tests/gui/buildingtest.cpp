#include "tests/gui/buildingtest.h"

#include "models/dockerfile/files/drafts.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace quayside;
using models::Prediction;
using ui::BuildPanel;

void BuildingTest::openStudio()
{
    QStandardPaths::setTestModeEnabled(true);
    QDir(models::Draft::ownFolder()).removeRecursively();
    openWindow();
    m_window->resize(1280, 900);
    m_window->showPage(ui::MainWindow::Dockerfiles);
    write("Dockerfile", "FROM busybox\n");
    write(".dockerignore", "Dockerfile\n.dockerignore\n");
    write("page", "one\n");
    m_pane = studio()->openFile(at("Dockerfile"));
    QVERIFY(m_pane != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(panel() != nullptr && panel()->action(BuildPanel::Build)->isEnabled(), 20'000);
}

BuildPanel *BuildingTest::panel()
{
    return qobject_cast<BuildPanel *>(studio()->bottomViews()->shown());
}

void BuildingTest::write(const QString &name, const QByteArray &text) const
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray BuildingTest::read(const QString &name) const
{
    QFile file(at(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void BuildingTest::edit(const std::string &text)
{
    m_pane->editor()->replaceText(QString::fromStdString(text));
    QCOMPARE(QString::fromStdString(m_pane->document()->text()), QString::fromStdString(text));
}

void BuildingTest::build(models::Operation::State expected)
{
    BuildPanel *building = panel();
    QVERIFY(building->action(BuildPanel::Build)->isEnabled());
    building->action(BuildPanel::Build)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(building->operation() != nullptr && !building->operation()->isRunning(), 60'000);
    QVERIFY2(building->operation()->state() == expected, qPrintable(building->operation()->detail()));
    QTRY_VERIFY_WITH_TIMEOUT(building->facts()->builtText() == text(), 10'000);
    QTRY_VERIFY(building->facts()->facts().first().next.outcome != Prediction::Outcome::Unknown);
    if (expected == models::Operation::State::Succeeded)
        QTRY_VERIFY_WITH_TIMEOUT(building->facts()->image().has_value(), 20'000);
}

const models::InstructionFacts &BuildingTest::factsAt(int line)
{
    return *panel()->facts()->factsAt(line);
}

int BuildingTest::containers()
{
    int count = -1;
    m_session->client()->listContainers({.all = true}, m_session.get(),
                                        [&](const auto &list) { count = list ? int(list->size()) : -2; });
    (void)QTest::qWaitFor([&] { return count != -1; }, 5000);
    return count;
}

#include "tests/gui/studiotest.h"

#include "app/screenplay.h"
#include "models/dockerfile/files/drafts.h"
#include "ui/common/notice.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardlist.h"
#include "ui/dockerfile/editor/codeeditor.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>

using namespace quayside;

namespace
{

void setCursor(ui::FilePane *pane, qsizetype place)
{
    QTextCursor cursor(pane->editor()->document());
    cursor.setPosition(int(std::max(qsizetype(0), place)));
    pane->editor()->setTextCursor(cursor);
}

} // namespace

void StudioTest::openStudio()
{
    QStandardPaths::setTestModeEnabled(true);
    QDir(models::Draft::ownFolder()).removeRecursively();
    openWindow();
    m_window->resize(1280, 860);
    showStudio();
}

void StudioTest::showStudio()
{
    activate(); // keys go to what has the focus only
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(studio()->isVisible());
}

void StudioTest::closeAll()
{
    for (ui::FilePane *pane : studio()->panes()) {
        pane->discard();
        pane->file()->startNew("Dockerfile", QString());
        pane->editor()->setFirstText(QString());
        studio()->closeFile(pane);
    }
    QTRY_COMPARE(studio()->panes().size(), 0);
}

void StudioTest::activate()
{
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void StudioTest::closeDialogs()
{
    while (auto *dialog = openDialog<QDialog>())
        dialog->reject();
}

void StudioTest::write(const QString &name, const QByteArray &text) const
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray StudioTest::read(const QString &name) const
{
    QFile file(at(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

ui::FilePane *StudioTest::start(const QString &text)
{
    ui::FilePane *pane = studio()->newFile("Dockerfile", QString(text).remove(u'|'));
    setCursor(pane, text.indexOf(u'|'));
    return pane;
}

ui::FilePane *StudioTest::open(const QString &name, const QString &text)
{
    write(name, QString(text).remove(u'|').toUtf8());
    ui::FilePane *pane = studio()->openFile(at(name));
    if (pane != nullptr)
        setCursor(pane, text.indexOf(u'|'));
    return pane;
}

ui::CardsView *StudioTest::cards()
{
    studio()->rightViews()->setCurrentIndex(0);
    return qobject_cast<ui::CardsView *>(studio()->rightViews()->shown());
}

ui::GraphView *StudioTest::graph()
{
    studio()->rightViews()->setCurrentIndex(1);
    return qobject_cast<ui::GraphView *>(studio()->rightViews()->shown());
}

ui::BuildPanel *StudioTest::panel()
{
    return qobject_cast<ui::BuildPanel *>(studio()->bottomViews()->shown());
}

QPushButton *StudioTest::button(const QWidget *in, const QString &text)
{
    for (QPushButton *button : in->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QToolButton *StudioTest::toolButton(const QWidget *in, const QAction *action)
{
    for (QToolButton *button : in->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->defaultAction() == action)
            return button;
    }
    return nullptr;
}

void StudioTest::choose(QMenu *menu, QAction *entry)
{
    const QPoint place = menu->actionGeometry(entry).center();
    // A menu only believes in a click when the mouse has moved since it was opened.
    for (int step = 0; step < 8; ++step) {
        const QPoint way = place - QPoint(8 - step, 0);
        QMouseEvent move(QEvent::MouseMove, way, menu->mapToGlobal(way), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(menu, &move);
    }
    QTest::mouseClick(menu, Qt::LeftButton, {}, place);
}

void StudioTest::addFromPalette(const QString &keyword)
{
    activate();
    QMenu *menu = cards()->addMenu();
    QAction *wanted = cards()->adding(keyword);
    QToolButton *add = nullptr;
    for (QToolButton *button : cards()->findChildren<QToolButton *>())
        add = button->menu() == menu ? button : add;
    QVERIFY(add != nullptr && wanted != nullptr);
    QTimer::singleShot(0, menu, [menu, wanted] { // the button comes back when the menu is closed
        QMenu *holder = menu;
        for (QAction *action : menu->actions()) {
            if (action->menu() == nullptr || !action->menu()->actions().contains(wanted))
                continue;
            holder = action->menu();
            choose(menu, action);
        }
        if (QTest::qWaitFor([holder] { return holder->isVisible(); }))
            choose(holder, wanted);
        menu->close();
    });
    QTest::mouseClick(add, Qt::LeftButton);
    activate();
    QTRY_VERIFY(cards()->form() != nullptr);
    QTRY_VERIFY(cards()->form()->isAncestorOf(QApplication::focusWidget()));
}

void StudioTest::fillField(const char *id, const QString &value)
{
    QVERIFY(cards()->form() != nullptr);
    auto *field = cards()->form()->findChild<QWidget *>(id);
    QVERIFY2(field != nullptr && field->isVisible(), id);
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    const bool lines = qobject_cast<QPlainTextEdit *>(field) != nullptr;
    for (const QChar c : value) {
        if (c == u'\n')
            QTest::keyClick(field, Qt::Key_Return);
        else
            QTest::keyClicks(field, c);
    }
    QTest::keyClick(field, Qt::Key_Return, lines ? Qt::ControlModifier : Qt::NoModifier);
}

void StudioTest::clickCard(int row, bool twice)
{
    activate();
    QListView *list = cards()->list();
    const QModelIndex index = list->model()->index(row, 0);
    list->scrollTo(index);
    const QPoint place = list->visualRect(index).topLeft() + QPoint(60, 24);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    if (twice)
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, place);
}

void StudioTest::saveAs(const QString &path)
{
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = openDialog<QFileDialog>()) != nullptr);
    // On a desktop it is the desktop's own: what is tested is what follows.
    emit dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(!dialog->isVisible());
    activate();
}

void StudioTest::build(models::Operation::State expected)
{
    ui::BuildPanel *building = panel();
    QTRY_VERIFY(building->action(ui::BuildPanel::Build)->isEnabled());
    QTest::mouseClick(toolButton(building, building->action(ui::BuildPanel::Build)), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(building->operation() != nullptr && !building->operation()->isRunning(), 60'000);
    QVERIFY2(building->operation()->state() == expected,
             qPrintable(building->operation()->detail() + u' ' + building->notice()->text()));
    QTRY_VERIFY_WITH_TIMEOUT(building->facts()->builtText() == text().toStdString(), 10'000);
}

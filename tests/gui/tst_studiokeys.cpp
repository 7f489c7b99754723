// The page of Dockerfiles without a mouse, and for who does not see it: whatever can be acted on has a name,
// and is reached by Tab, F6, or a key or menu of its own.
#include "tests/gui/studiotest.h"

#include "ui/common/tabs.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardsview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSet>
#include <QTabBar>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <QWidgetAction>

using namespace quayside;
using ui::FilePane;
using ui::StudioActions;

namespace
{

// Parts of Qt's own widgets: who acts on the whole needs them not.
bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QLineEdit *>(parent) != nullptr ||
           qobject_cast<const QTabBar *>(parent) != nullptr ||
           qobject_cast<const QComboBox *>(parent) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(parent) != nullptr ||
           qobject_cast<const QHeaderView *>(widget) != nullptr || widget->objectName().startsWith(u"qt_") ||
           (parent != nullptr && parent->objectName() == u"qt_scrollarea_viewport" &&
            qobject_cast<const QAbstractItemView *>(parent->parentWidget()) == nullptr);
}

bool isInteractive(const QWidget *widget)
{
    const bool kind = qobject_cast<const QAbstractButton *>(widget) != nullptr ||
                      qobject_cast<const QLineEdit *>(widget) != nullptr ||
                      qobject_cast<const QComboBox *>(widget) != nullptr ||
                      qobject_cast<const QAbstractSpinBox *>(widget) != nullptr ||
                      qobject_cast<const QAbstractItemView *>(widget) != nullptr ||
                      qobject_cast<const QTabBar *>(widget) != nullptr ||
                      qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
                      qobject_cast<const QTextEdit *>(widget) != nullptr;
    const bool focus = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
    return widget->isVisible() && widget->isEnabled() && !isPart(widget) && (kind || focus);
}

QString described(const QWidget *widget)
{
    QString path = QStringLiteral("%1 \"%2\"").arg(widget->metaObject()->className(), widget->objectName());
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        path += QStringLiteral(" [%1]").arg(button->text());
    for (const QWidget *parent = widget->parentWidget(); parent != nullptr && !parent->isWindow();
         parent = parent->parentWidget())
        path += QStringLiteral(" in ") + parent->metaObject()->className();
    return path;
}

// All actions that a menu leads to.
void addActions(const QMenu *menu, QSet<const QAction *> &into)
{
    for (const QAction *action : menu->actions()) {
        into.insert(action);
        if (action->menu() != nullptr)
            addActions(action->menu(), into);
    }
}

} // namespace

class tst_StudioKeys : public StudioTest
{
    Q_OBJECT

    FilePane *m_pane = nullptr;

    // Everything that Tab, Shift+Tab and F6 come to, from where the focus is and from the text.
    QSet<QWidget *> reached()
    {
        QSet<QWidget *> found;
        QWidget *const start = QApplication::focusWidget();
        for (QWidget *from : {start, static_cast<QWidget *>(m_pane->editor())}) {
            for (const bool forward : {true, false}) {
                from->setFocus();
                found.unite(walked(forward));
            }
        }
        return found;
    }
    static QSet<QWidget *> walked(bool forward)
    {
        QSet<QWidget *> found;
        int stale = 0;
        for (int key = 0; key < 500 && stale < 60; ++key) {
            QWidget *focus = QApplication::focusWidget();
            if (focus == nullptr)
                break;
            stale = found.contains(focus) ? stale + 1 : 0;
            found.insert(focus);
            // A text takes Tab for itself.
            const auto *text = qobject_cast<QPlainTextEdit *>(focus);
            const bool keepsTab = (text != nullptr && !text->tabChangesFocus()) || stale > 20;
            if (keepsTab)
                QTest::keyClick(focus, Qt::Key_F6, forward ? Qt::NoModifier : Qt::ShiftModifier);
            else
                QTest::keyClick(focus, forward ? Qt::Key_Tab : Qt::Key_Backtab,
                                forward ? Qt::NoModifier : Qt::ShiftModifier);
            QCoreApplication::processEvents();
        }
        return found;
    }

    // Those that cannot be reached, or have no name.
    QStringList faults()
    {
        QStringList found;
        QSet<const QAction *> inMenus;
        for (const QAction *action : m_window->menuBar()->actions())
            if (action->menu() != nullptr)
                addActions(action->menu(), inMenus);
        const QSet<QWidget *> reachable = reached();
        for (QWidget *widget : studio()->findChildren<QWidget *>()) {
            if (!isInteractive(widget))
                continue;
            const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible == nullptr || accessible->text(QAccessible::Name).trimmed().isEmpty())
                found.append("no name: " + described(widget));
            const auto *tool = qobject_cast<const QToolButton *>(widget);
            const QAction *action = tool == nullptr ? nullptr : tool->defaultAction();
            const bool byKey =
                action != nullptr && (!action->shortcut().isEmpty() || inMenus.contains(action));
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool byLetter = button != nullptr && !button->shortcut().isEmpty();
            const bool asGroup = button != nullptr && button->autoExclusive(); // by arrows
            if (!reachable.contains(widget) && !byKey && !byLetter && !asGroup)
                found.append("not reached: " + described(widget));
        }
        for (const QAction *action : studio()->findChildren<QAction *>()) {
            const auto *bar = qobject_cast<const QToolBar *>(action->parent());
            const QObject *above = action->parent() == nullptr ? nullptr : action->parent()->parent();
            // Qt's own: in no menu, and of the arrow at the end of a bar.
            const bool own = (bar == nullptr || bar->toggleViewAction() != action) &&
                             (above == nullptr || !above->inherits("QToolBarExtension"));
            if (own && !action->isSeparator() && action->text().isEmpty() &&
                qobject_cast<const QWidgetAction *>(action) == nullptr &&
                qobject_cast<const QLineEdit *>(action->parent()) == nullptr)
                found.append(QStringLiteral("an action without text of ") +
                             action->parent()->metaObject()->className());
        }
        return found;
    }

private slots:
    void initTestCase()
    {
        openStudio();
        m_window->resize(1500, 950);
    }
    void cleanupTestCase() { closeWindow(); }
    void init()
    {
        activate();
        m_pane =
            open("keys/Dockerfile",
                 "FROM busybox AS one\n|RUN echo \"\n  a\nCMD [\"sh\"]\nFROM one\nCOPY --from=one /bin /b\n");
        QVERIFY(m_pane != nullptr);
        QTRY_VERIFY(m_pane->editor()->isVisible());
        auto *context = studio()->leftViews()->findChild<QAbstractItemView *>();
        QTRY_VERIFY(context != nullptr && context->isVisible()); // its folder was read
    }
    void cleanup() { closeAll(); }

    void allOfThePageIsNamedAndReached_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state :
             {"cards", "card with its form", "graph", "find and replace", "build form", "steps"})
            QTest::newRow(state) << state;
    }
    void allOfThePageIsNamedAndReached()
    {
        QFETCH(QString, state);
        studio()->rightViews()->setCurrentIndex(state == u"graph" ? 1 : 0);
        if (state == u"find and replace")
            run(StudioActions::Replace);
        if (state == u"card with its form") {
            auto *cards = studio()->rightViews()->findChild<ui::CardsView *>();
            QVERIFY(cards != nullptr);
            cards->openForm();
            QVERIFY(cards->form() != nullptr);
        }
        for (auto *tabs : studio()->bottomViews()->findChildren<ui::Tabs *>())
            tabs->setCurrentIndex(state == u"build form" && tabs->count() > 1 ? 1 : 0);
        QCoreApplication::processEvents();
        const QStringList wrong = faults();
        QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
    }

    // From area to area and back: text, what is beside it, what is below, what is left of it, and the window
    // around.
    void goesFromAreaToArea()
    {
        QWidget *text = m_pane->editor();
        text->setFocus();
        QList<QWidget *> visited;
        for (int step = 0; step < 12 && (visited.isEmpty() || QApplication::focusWidget() != text); ++step) {
            visited.append(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        }
        QCOMPARE(QApplication::focusWidget(), text);
        const auto passed = [&](const QWidget *area) {
            return std::ranges::any_of(visited, [&](QWidget *one) { return area->isAncestorOf(one); });
        };
        for (QWidget *views : {studio()->leftViews(), studio()->rightViews(), studio()->bottomViews()})
            QVERIFY2(views->isVisible() && passed(views), qPrintable(views->objectName()));
        QVERIFY(!studio()->isAncestorOf(visited.last()) ||
                !studio()->isAncestorOf(visited.at(visited.size() - 2)));
        for (qsizetype step = visited.size() - 1; step >= 0; --step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
            QCOMPARE(QApplication::focusWidget(), visited[step]);
        }
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioKeys>(argc, argv);
}
#include "tst_studiokeys.moc"

// The parts that all pages are made of: tables, tabs, sheets of facts, forms, symbols.
#include "models/common/tablemodel.h"
#include "ui/common/appearance.h"
#include "ui/common/factsheet.h"
#include "ui/common/formdialog.h"
#include "ui/common/hoveractions.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/prunedialog.h"
#include "ui/common/table.h"
#include "ui/common/tabs.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTest>

using namespace quayside::ui;

namespace
{

class TwoFields : public FormDialog
{
public:
    TwoFields() : FormDialog("Title", "Make it")
    {
        first = addLine("&First", "first");
        second = new QComboBox(this);
        form()->addRow("&Second", second);
    }
    QLineEdit *first;
    QComboBox *second;
    using FormDialog::showProblem;

protected:
    void send() override { accept(); }
};

} // namespace

class tst_Widgets : public QObject
{
    Q_OBJECT

private:
    QStandardItemModel m_model{20, 4};

    std::unique_ptr<Table> makeTable(int width)
    {
        auto table = std::make_unique<Table>("test");
        table->setModel(&m_model);
        table->setUpColumns({{0, 180}, {2, 200}, {1, 100}, {3, 120}}, 0);
        table->resize(width, 300);
        table->show();
        QCoreApplication::processEvents(); // its scroll bar has its place
        return table;
    }
    static QList<int> shownColumns(const Table &table)
    {
        QList<int> shown;
        for (int column = 0; column < table.header()->count(); ++column) {
            if (!table.isColumnHidden(column))
                shown.append(column);
        }
        return shown;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        for (int row = 0; row < m_model.rowCount(); ++row) {
            for (int column = 0; column < m_model.columnCount(); ++column)
                m_model.setItem(row, column, new QStandardItem(QString::number(row)));
        }
    }
    void init() { QSettings().clear(); }

    void symbolsAreSharpOnFineDisplays()
    {
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            const QPixmap pixmap = icon(Symbol::Stop).pixmap(QSize(16, 16), scale);
            QCOMPARE(pixmap.size(), QSize(16, 16) * scale);
            QCOMPARE(pixmap.devicePixelRatio(), scale);
        }
    }

    void buttonsOfASelectedRowAreInItsColour()
    {
        const auto table = makeTable(480);
        HoverActions actions(table.get());
        actions.setButtons([](const QModelIndex &) {
            return QList<HoverActions::Button>{{icon(Symbol::Stop), QStringLiteral("Stop"), [] {}}};
        });
        const auto has = [&](QPalette::ColorRole role) {
            const QImage image = actions.grab().toImage();
            for (int x = 0; x < image.width(); ++x)
                for (int y = 0; y < image.height(); ++y)
                    if (image.pixelColor(x, y) == actions.palette().color(role))
                        return true;
            return false;
        };
        const QModelIndex row = m_model.index(3, 0);
        QTest::mouseMove(table->viewport(), table->visualRect(row).center());
        QTRY_VERIFY(actions.isVisible());
        QVERIFY(has(QPalette::WindowText));
        table->selectionModel()->select(row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(has(QPalette::HighlightedText));
        QVERIFY(!has(QPalette::WindowText));
    }

    void columnsGoByImportance_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("columns");
        QTest::newRow("all") << 900 << QList<int>({0, 1, 2, 3});
        QTest::newRow("giving way") << 480 << QList<int>({0, 1, 2, 3});
        QTest::newRow("without the last") << 420 << QList<int>({0, 1, 2});
        QTest::newRow("the most important one") << 320 << QList<int>({0, 2});
        QTest::newRow("names only") << 180 << QList<int>({0});
    }
    void columnsGoByImportance()
    {
        QFETCH(int, width);
        const auto table = makeTable(width);
        QTEST(shownColumns(*table), "columns");
        int all = 0;
        for (const int column : shownColumns(*table))
            all += table->columnWidth(column);
        QVERIFY2(all <= table->viewport()->width(),
                 qPrintable(QStringLiteral("%1 > %2").arg(all).arg(table->viewport()->width())));
        QCOMPARE(table->horizontalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
        table->resize(900, 300); // and come back
        QCOMPARE(shownColumns(*table), QList<int>({0, 1, 2, 3}));
    }

    void whatIsLeftOutComesBackAtTheNextStart()
    {
        const auto narrow = makeTable(320);
        narrow->sortByColumn(2, Qt::DescendingOrder); // saves the columns
        const auto wide = makeTable(900);
        QCOMPARE(shownColumns(*wide), QList<int>({0, 1, 2, 3}));
        QCOMPARE(wide->header()->sortIndicatorSection(), 2);
    }

    void widthsSetByHandStay()
    {
        const auto table = makeTable(900);
        table->header()->resizeSection(3, 77);
        QCOMPARE(table->columnWidth(3), 77);
        const int second = table->columnWidth(1);
        table->resize(1400, 300);
        QCOMPARE(table->columnWidth(3), 77);
        QCOMPARE(table->columnWidth(1), second);
        QTRY_COMPARE(makeTable(900)->columnWidth(3), 77); // saved when the hand has come to rest
        table->header()->resizeSection(3, 88);
        table->hide();
        QCOMPARE(makeTable(900)->columnWidth(3), 88); // or at the end, if that comes first
    }

    void choosingARowIgnoresCtrl()
    {
        const auto table = makeTable(600);
        table->setFocus();
        table->chooseRow(m_model.index(3, 0));
        QShortcut shortcut(QKeySequence("Ctrl+L"), table.get());
        connect(&shortcut, &QShortcut::activated, this, [&] { table->chooseRow(m_model.index(3, 0)); });
        QVERIFY(QTest::qWaitForWindowExposed(table.get()));
        QTest::keyClick(table.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->chosenRow().row(), 3);
    }

    void theChosenRowIsASelectedOne()
    {
        const auto table = makeTable(600);
        QSignalSpy changed(table.get(), &Table::chosenRowChanged);
        table->chooseRow(m_model.index(3, 0));
        QCOMPARE(changed.size(), 1);
        table->selectionModel()->setCurrentIndex(m_model.index(5, 0), QItemSelectionModel::NoUpdate);
        QCOMPARE(table->chosenRow().row(), 3);
        QCOMPARE(changed.size(), 1);
        table->clearSelection();
        QVERIFY(!table->chosenRow().isValid());
        QCOMPARE(changed.size(), 2);
    }

    void returnOpensARow()
    {
        const auto table = makeTable(600);
        QSignalSpy opened(table.get(), &Table::rowOpened);
        QTest::keyClick(table.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 0); // none is chosen
        table->chooseRow(m_model.index(4, 0));
        QTest::keyClick(table.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toModelIndex().row(), 4);
    }

    void tabsAlwaysFit_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("symbols");
        QTest::newRow("roomy") << 900 << false;
        QTest::newRow("narrow") << 330 << true;
        QTest::newRow("very narrow") << 240 << true;
        QTest::newRow("no room for a name") << 200 << true;
    }
    void tabsAlwaysFit()
    {
        QFETCH(int, width);
        Tabs tabs;
        for (const char *name :
             {"&Overview", "Lo&gs", "&Terminal", "&Files", "&Stats", "&Processes", "&Inspect"})
            tabs.addPage(new QWidget, Symbol::Logs, name);
        tabs.resize(width, 200);
        tabs.show();
        QCoreApplication::processEvents();
        for (int current = 0; current < tabs.count(); ++current) {
            tabs.setCurrentIndex(current);
            QCoreApplication::processEvents();
            QTEST(tabs.bar()->fit() >= TabBar::Fit::Symbols, "symbols");
            // The one that is open shows its whole name, or none of it.
            const int name = tabs.fontMetrics().size(Qt::TextShowMnemonic, tabs.tabText(current)).width();
            QVERIFY(tabs.bar()->fit() == TabBar::Fit::OnlySymbols ||
                    tabs.bar()->tabRect(current).width() >= name + 8);
            for (int tab = 0; tab < tabs.count(); ++tab)
                QVERIFY(tabs.bar()->tabRect(tab).right() < width && tabs.bar()->tabRect(tab).width() >= 20);
            QVERIFY(tabs.bar()->tabRect(current).width() >= tabs.bar()->tabRect((current + 1) % 7).width() ||
                    tabs.bar()->fit() != TabBar::Fit::Symbols);
        }
        QCOMPARE(tabs.tabText(1), "Lo&gs"); // its key and its name for screen readers stay
        QCOMPARE(tabs.bar()->tabToolTip(1).isEmpty(), tabs.bar()->fit() < TabBar::Fit::Symbols);
    }

    // What an engine lacks takes no room of what it has.
    void hiddenTabsTakeNoRoom()
    {
        Tabs tabs;
        QList<QWidget *> pages;
        for (const char *name : {"Overview", "Layers of it", "Packages"}) {
            pages.append(new QWidget);
            tabs.addPage(pages.last(), Symbol::Image, name);
        }
        tabs.resize(300, 200);
        tabs.show();
        QCoreApplication::processEvents();
        QCOMPARE(tabs.bar()->fit(), TabBar::Fit::Roomy);
        tabs.resize(150, 200);
        QCoreApplication::processEvents();
        QCOMPARE(tabs.bar()->fit(), TabBar::Fit::Symbols);
        tabs.setPageVisible(pages[1], false);
        tabs.setPageVisible(pages[2], false);
        QCOMPARE(tabs.bar()->fit(), TabBar::Fit::Roomy);
    }

    void sumsAreExactWhereTheyAreKnown()
    {
        PruneDialog dialog("Tidy up", "Why", {{"a", "a", "", 1024, true}, {"b", "b", "", 2048, false}});
        const auto sum = [&] {
            QString found;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                found += label->text().startsWith("Frees") ? label->text() : QString();
            return found;
        };
        QCOMPARE(sum(), "Frees 1.0 KiB.");
        dialog.setParts({{{"a"}, 512}, {{"a", "b"}, 1024}, {{"b"}, 2048}}); // they share something
        QCOMPARE(sum(), "Frees exactly 512 B.");
        dialog.setChosen("b", true);
        QCOMPARE(sum(), "Frees exactly 3.5 KiB, some of it only together.");
        dialog.setChosen("a", false);
        QCOMPARE(sum(), "Frees exactly 2.0 KiB.");
    }

    void factsCanLeadSomewhere()
    {
        FactSheet sheet;
        int went = 0;
        sheet.addSection("Image");
        sheet.addJump("Used by", "<b>web</b>", [&] { ++went; });
        sheet.finish();
        QLabel *link = nullptr;
        for (QLabel *label : sheet.findChildren<QLabel *>())
            link = label->accessibleName() == "Used by: <b>web</b>" ? label : link;
        QVERIFY(link != nullptr);
        QVERIFY(!link->text().contains("<b>")); // names come from outside
        emit link->linkActivated("#");
        QCOMPARE(went, 1);
    }

    void linksFollowThePalette()
    {
        applyScheme(Scheme::Light);
        FactSheet sheet;
        sheet.resize(300, 120);
        sheet.addSection("Port");
        sheet.addLink("Port", "http://127.0.0.1:4000");
        sheet.finish();
        sheet.show();
        const auto has = [&](const QColor &color) {
            const QImage image = sheet.grab().toImage();
            for (int x = 0; x < image.width(); ++x)
                for (int y = 0; y < image.height(); ++y)
                    if (image.pixelColor(x, y) == color)
                        return true;
            return false;
        };
        const QColor light = QApplication::palette().color(QPalette::Link);
        QVERIFY(has(light)); // its underline
        applyScheme(Scheme::Dark);
        const QColor dark = QApplication::palette().color(QPalette::Link);
        QVERIFY(dark != light);
        QTRY_VERIFY(has(dark));
        QVERIFY(!has(light));
        applyScheme(Scheme::System);
    }

    void whatHasTooLittleRoomScrolls()
    {
        Placeholder page(Symbol::Container);
        page.setText("No containers yet", QStringLiteral("A sentence of several lines. ").repeated(6));
        for (int i = 0; i < 7; ++i)
            page.addButton(QStringLiteral("Button %1").arg(i), Symbol::Run, [] {});
        page.resize(500, 150);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
        QVERIFY(buttons.first()->height() >= buttons.first()->sizeHint().height());
        QVERIFY(page.verticalScrollBar()->maximum() > 0);
        QVERIFY(!page.horizontalScrollBar()->isVisible());
        QVERIFY(page.minimumSizeHint().height() < 100); // it does not ask for the window's room
        buttons.first()->setFocus();
        for (int i = 1; i < buttons.size(); ++i)
            QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
        QVERIFY(buttons.last()->hasFocus());
        const QRect place(buttons.last()->mapTo(page.viewport(), QPoint()), buttons.last()->size());
        QVERIFY(page.viewport()->rect().contains(place));
        page.resize(500, 700);
        QTRY_COMPARE(page.verticalScrollBar()->maximum(), 0);
    }

    void longNamesOfFactsCutNothing()
    {
        FactSheet sheet;
        sheet.resize(300, 400);
        sheet.show();
        sheet.addSection("Environment");
        sheet.addFact("A_VARIABLE_WHOSE_NAME_IS_LONGER_THAN_ANY_PANE_IS_WIDE_AND_HAS_NO_BLANK", "value");
        sheet.addFact("B", QString(300, u'x'));
        sheet.addLink("Port", "http://a-host-with-a-long-name.example.org:18080/and/a/path/that/is/long");
        sheet.finish();
        QCoreApplication::processEvents();
        QVERIFY(sheet.widget()->minimumSizeHint().width() <= sheet.viewport()->width());
    }

    void problemsAreShownInFull()
    {
        TwoFields dialog;
        dialog.show();
        dialog.showProblem(
            QStringLiteral("A sentence that is repeated until it has many lines. ").repeated(12));
        QCoreApplication::processEvents();
        const auto *notice = dialog.findChild<Notice *>();
        QVERIFY(notice->height() >= notice->heightForWidth(notice->width()));
        QVERIFY(dialog.first->height() >= dialog.first->sizeHint().height());
        QVERIFY(dialog.acceptButton()->isEnabled());
    }

    void theTabKeyFollowsTheEye()
    {
        TwoFields dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QCOMPARE(dialog.focusWidget(), dialog.first);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), dialog.second);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), dialog.acceptButton());
        QVERIFY(dialog.acceptButton()->isDefault());
    }
};

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"

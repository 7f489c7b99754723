// A flat list in groups: every change of the source, with Qt's own tester on the model.
#include "models/common/groupmodel.h"
#include "models/common/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace quayside::models;

namespace
{

struct Row {
    QString id, group;
    int size = 0;
    [[nodiscard]] QString key() const { return id; }
    bool operator==(const Row &) const = default;
};

class Rows : public TableModel<Row>
{
public:
    Rows()
        : TableModel<Row>({{QStringLiteral("Id"), [](const Row &row) { return row.id; }, {}, {}},
                           {QStringLiteral("Size"),
                            [](const Row &row) { return QString::number(row.size); },
                            [](const Row &row) { return row.size; },
                            {}}})
    {
    }
};

} // namespace

class tst_GroupModel : public QObject
{
    Q_OBJECT

    Rows m_rows;
    std::unique_ptr<TableFilterModel> m_shown;
    std::unique_ptr<GroupModel> m_groups;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void group()
    {
        m_groups->setGrouping(
            [this](const QModelIndex &row) {
                const QString group = m_rows.find(row.data(TableKeyRole).toString())->group;
                return GroupKey{group.isEmpty() ? 1 : 0, group.isEmpty() ? QStringLiteral("none") : group};
            },
            [](const QString &title, const QList<QModelIndex> &rows) {
                return QStringLiteral("%1 (%2)").arg(title).arg(rows.size());
            });
    }
    // "a (2): 1 3 | none (1): 2"
    QString all() const
    {
        QStringList parts;
        for (int at = 0; at < m_groups->rowCount(); ++at) {
            const QModelIndex head = m_groups->index(at, 0);
            QString part = head.data().toString();
            for (int row = 0; row < m_groups->rowCount(head); ++row)
                part += (row == 0 ? QStringLiteral(": ") : QStringLiteral(" ")) +
                        m_groups->index(row, 0, head).data().toString();
            parts.append(part);
        }
        return parts.join(QStringLiteral(" | "));
    }
    QModelIndex rowOf(const QString &key) const
    {
        return m_groups->mapFromSource(m_shown->mapFromSource(m_rows.index(m_rows.rowOf(key), 0)));
    }

private slots:
    void init()
    {
        m_tester.reset();
        m_groups.reset();
        m_rows.reset({{"1", "b", 5}, {"2", "", 4}, {"3", "a", 3}, {"4", "b", 2}});
        m_shown = std::make_unique<TableFilterModel>(QStringList(), [this](int row, const FilterTerm &term) {
            return m_rows.at(row).id.contains(term.value);
        });
        m_shown->setSourceModel(&m_rows);
        m_groups = std::make_unique<GroupModel>(m_shown.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_groups.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanupTestCase()
    {
        m_tester.reset();
        m_groups.reset();
    }

    void isFlatWithoutAGrouping()
    {
        QCOMPARE(all(), "1 | 2 | 3 | 4");
        m_rows.remove("2");
        m_rows.upsert({"0", "", 1});
        QCOMPARE(all(), "1 | 3 | 4 | 0");
        m_groups->sort(0, Qt::AscendingOrder);
        QCOMPARE(all(), "0 | 1 | 3 | 4");
        m_shown->setFilterText("3");
        QCOMPARE(all(), "3");
        QCOMPARE(m_groups->keysOf(m_groups->index(0, 0)), QStringList("3"));
    }

    void theSelectionStaysWithItsRowWithoutAGroupingToo()
    {
        QItemSelectionModel selection(m_groups.get());
        selection.setCurrentIndex(rowOf("3"),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        const auto isWhereItBelongs = [&] {
            const QModelIndex current = selection.currentIndex();
            return selection.isSelected(current) && current.data().toString() == "3" &&
                   m_groups->mapToSource(current).data(TableKeyRole).toString() == "3" &&
                   m_groups->mapFromSource(m_groups->mapToSource(current)) == current;
        };
        m_groups->sort(1, Qt::AscendingOrder);
        QCOMPARE(all(), "4 | 3 | 2 | 1");
        QVERIFY(isWhereItBelongs());
        m_rows.upsertAll({{"2", "", 1}, {"1", "", 2}, {"0", "", 0}});
        QCOMPARE(all(), "0 | 2 | 1 | 4 | 3");
        QVERIFY(isWhereItBelongs());
        m_rows.sync({{"3", "", 9}, {"7", "", 7}});
        QCOMPARE(all(), "7 | 3");
        QVERIFY(isWhereItBelongs());
    }

    void groupsAreInOrderAndWhatHasNoneIsLast()
    {
        group();
        QCOMPARE(all(), "a (1): 3 | b (2): 1 4 | none (1): 2");
        QCOMPARE(m_groups->keysOf(m_groups->index(1, 0)), QStringList({"1", "4"}));
        QVERIFY(m_groups->isHead(m_groups->index(1, 0)));
        QVERIFY(!m_groups->isHead(rowOf("4")));
        QCOMPARE(m_groups->mapToSource(rowOf("4")).data().toString(), "4");
        QVERIFY(!m_groups->mapToSource(m_groups->index(1, 0)).isValid());
        m_groups->setGrouping({}, {});
        QCOMPARE(all(), "1 | 2 | 3 | 4");
    }

    void rowsComeGoAndChangeTheirGroup()
    {
        group();
        m_rows.upsert({"5", "a", 1});
        QCOMPARE(all(), "a (2): 3 5 | b (2): 1 4 | none (1): 2");
        m_rows.upsert({"3", "c", 1}); // one more group
        QCOMPARE(all(), "a (1): 5 | b (2): 1 4 | c (1): 3 | none (1): 2");
        m_rows.remove("5"); // one less
        QCOMPARE(all(), "b (2): 1 4 | c (1): 3 | none (1): 2");
        m_rows.sync({{"4", "b", 1}, {"6", "", 1}, {"7", "a", 2}});
        QCOMPARE(all(), "a (1): 7 | b (1): 4 | none (1): 6");
        m_rows.reset({});
        QCOMPARE(all(), "");
        m_rows.upsert({"1", "a", 1});
        QCOMPARE(all(), "a (1): 1");
    }

    void sortsWithinItsGroups()
    {
        group();
        m_groups->sort(1, Qt::AscendingOrder);
        QCOMPARE(all(), "a (1): 3 | b (2): 4 1 | none (1): 2");
        m_rows.upsert({"4", "b", 9}); // a changed value sorts anew
        QCOMPARE(all(), "a (1): 3 | b (2): 1 4 | none (1): 2");
        m_groups->sort(1, Qt::DescendingOrder);
        QCOMPARE(all(), "a (1): 3 | b (2): 4 1 | none (1): 2");
    }

    void theSelectionStaysWithItsRow()
    {
        group();
        QItemSelectionModel selection(m_groups.get());
        selection.setCurrentIndex(rowOf("4"),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        const QPersistentModelIndex head = rowOf("4").parent();
        m_groups->sort(1, Qt::AscendingOrder);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.currentIndex().data().toString(), "4");
        m_rows.upsert({"0", "0", 0}); // a group before it
        m_rows.remove("1");
        QCOMPARE(selection.currentIndex().data().toString(), "4");
        QCOMPARE(selection.currentIndex().parent(), QModelIndex(head));
        m_shown->setFilterText("3");
        QVERIFY(selection.selectedRows().isEmpty());
        m_shown->setFilterText("");
        QCOMPARE(all(), "0 (1): 0 | a (1): 3 | b (1): 4 | none (1): 2");
    }

    void tellsOfChangesInARowAndItsHead()
    {
        group();
        QSignalSpy changed(m_groups.get(), &QAbstractItemModel::dataChanged);
        m_rows.upsert({"4", "b", 7});
        QStringList told;
        for (const auto &arguments : changed)
            told.append(arguments[0].toModelIndex().data().toString());
        QCOMPARE(told, QStringList({"4", "b (2)"}));
    }

    void aThousandRowsComeAndGo()
    {
        group();
        QList<Row> rows;
        for (int i = 0; i < 1000; ++i)
            rows.append({QString::number(i), QString::number(i % 40), i});
        m_tester.reset(); // it looks at everything after every step
        m_rows.sync(rows);
        QCOMPARE(m_groups->rowCount(), 40);
        m_shown->setFilterText("99");
        int left = 0;
        for (int at = 0; at < m_groups->rowCount(); ++at)
            left += m_groups->rowCount(m_groups->index(at, 0));
        QCOMPARE(left, m_shown->rowCount());
        m_shown->setFilterText("");
        QCOMPARE(m_groups->rowCount(), 40);
        QCOMPARE(m_groups->rowCount(m_groups->index(0, 0)), 25);
    }
};

QTEST_GUILESS_MAIN(tst_GroupModel)
#include "tst_groupmodel.moc"

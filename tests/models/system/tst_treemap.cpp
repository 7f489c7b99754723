#include "models/system/treemap.h"

#include <QTest>

#include <cmath>
#include <numeric>

using quayside::models::treemap;

class tst_Treemap : public QObject
{
    Q_OBJECT

private slots:
    void fillsItsAreaInProportion_data()
    {
        QTest::addColumn<QList<double>>("weights");
        QTest::newRow("one") << QList<double>{5};
        QTest::newRow("seven") << QList<double>{6, 6, 4, 3, 2, 2, 1}; // of the paper
        QTest::newRow("from small to large") << QList<double>{1, 10, 100, 1000};
        QList<double> many(1000);
        std::iota(many.begin(), many.end(), 1.0);
        QTest::newRow("a thousand") << many;
    }
    void fillsItsAreaInProportion()
    {
        QFETCH(QList<double>, weights);
        const QRectF area(10, 20, 600, 400);
        const QList<QRectF> places = treemap(weights, area);
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        QCOMPARE(places.size(), weights.size());
        for (qsizetype i = 0; i < places.size(); ++i) {
            const double share = weights[i] / total * area.width() * area.height();
            QVERIFY(std::abs(places[i].width() * places[i].height() - share) < 0.01);
            QVERIFY(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(places[i]));
            for (qsizetype j = 0; j < i && places.size() < 10; ++j)
                QVERIFY(!places[i]
                             .adjusted(0.01, 0.01, -0.01, -0.01)
                             .intersects(places[j].adjusted(0.01, 0.01, -0.01, -0.01)));
        }
    }

    void keepsNearToSquares()
    {
        for (const QRectF &place : treemap({6, 6, 4, 3, 2, 2, 1}, QRectF(0, 0, 6, 4)))
            QVERIFY(std::max(place.width() / place.height(), place.height() / place.width()) < 3.1);
    }

    void leavesOutWhatIsNothing()
    {
        const QList<QRectF> places = treemap({0, 3, -1}, QRectF(0, 0, 10, 10));
        QVERIFY(places[0].isEmpty() && places[2].isEmpty());
        QCOMPARE(places[1], QRectF(0, 0, 10, 10));
        QVERIFY(treemap({}, QRectF(0, 0, 10, 10)).isEmpty());
        QVERIFY(treemap({1}, QRectF()).first().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Treemap)
#include "tst_treemap.moc"

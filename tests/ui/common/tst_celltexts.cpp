// What is kept laid out looks as what QPainter lays out each time.
#include "ui/common/celltexts.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <cstdlib>

using namespace quayside::ui;

namespace
{

const QPoint place(7, 3); // of the cell in the table
const QRect room(20, 0, 160, 27);

struct Look {
    Qt::LayoutDirection direction = Qt::LeftToRight;
    double scale = 1;
    bool bold = false, underlined = false;
};

template <typename Draw>
QImage picture(const Look &look, Draw draw)
{
    QImage image(QSize(220, 36) * look.scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(look.scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(place);
    painter.setLayoutDirection(look.direction);
    QFont font = painter.font();
    font.setBold(look.bold);
    font.setUnderline(look.underlined);
    painter.setFont(font);
    painter.setPen(Qt::darkBlue);
    draw(&painter);
    return image;
}

QRect ink(const QImage &image)
{
    QRect all;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != QColor(Qt::white))
                all |= QRect(x, y, 1, 1);
        }
    }
    return all;
}

// Letters stand at fractions of a pixel where the scale is one.
bool areAlike(const QImage &one, const QImage &other, const Look &look)
{
    if (look.scale == std::floor(look.scale))
        return one == other;
    const QRect left = ink(one), right = ink(other);
    return std::abs(left.left() - right.left()) <= 1 && left.top() == right.top() &&
           std::abs(left.right() - right.right()) <= 1 && left.bottom() == right.bottom();
}

} // namespace

class tst_CellTexts : public QObject
{
    Q_OBJECT

private slots:
    void looksAsWhatIsLaidOutEachTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("name") << "web-1";
        QTest::newRow("status") << "exit 137: out of memory, 2 min ago";
        QTest::newRow("port") << QString::fromUtf8("4000→80");
        QTest::newRow("accents") << QString::fromUtf8("größer, précédent");
        QTest::newRow("Arabic") << QString::fromUtf8("خادم-1");
        QTest::newRow("both ways") << QString::fromUtf8("web خادم 80");
        QTest::newRow("emoji") << QString::fromUtf8("🚢 quay");
        QTest::newRow("does not fit") << QString(60, 'w');
        QTest::newRow("very long") << QString(5000, 'w');
        QTest::newRow("lines") << "sh -c 'a\nb'";
        QTest::newRow("tab") << "a\tb";
        QTest::newRow("mnemonic") << "R&D";
        QTest::newRow("tags") << "<b>x</b>";
        QTest::newRow("nothing") << "";
    }
    void looksAsWhatIsLaidOutEachTime()
    {
        QFETCH(const QString, text);
        const QList<Look> looks = {{},
                                   {.direction = Qt::RightToLeft},
                                   {.scale = 2},
                                   {.scale = 1.5, .bold = true},
                                   {.underlined = true},
                                   {.scale = 2, .underlined = true},
                                   {.direction = Qt::RightToLeft, .scale = 2, .bold = true}};
        CellTexts texts;
        for (const Qt::AlignmentFlag side : {Qt::AlignLeft, Qt::AlignRight}) {
            for (int again = 0; again < 2; ++again) {
                for (const Look &look : looks) {
                    const QImage wanted = picture(look, [&](QPainter *painter) {
                        painter->drawText(
                            room, int(side | Qt::AlignVCenter),
                            painter->fontMetrics().elidedText(text, Qt::ElideMiddle, room.width()));
                    });
                    const QImage drawn = picture(look, [&](QPainter *painter) {
                        texts.draw(painter, room, text, Qt::ElideMiddle, side);
                    });
                    QVERIFY2(areAlike(drawn, wanted, look),
                             qPrintable(QStringLiteral("scale %1, side %2, direction %3, bold %4")
                                            .arg(look.scale)
                                            .arg(int(side))
                                            .arg(int(look.direction))
                                            .arg(look.bold)));
                }
            }
        }
    }

    void knowsWidths()
    {
        CellTexts texts;
        const QFont font;
        for (const QString &text : {QString("4000"), QString("   "), QString("a\nb"), QString()}) {
            const int width = QFontMetrics(font).horizontalAdvance(text);
            QVERIFY(std::abs(texts.widthOf(font, text) - width) <= 1);
        }
    }
};

QTEST_MAIN(tst_CellTexts)
#include "tst_celltexts.moc"

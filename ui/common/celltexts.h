// The texts of a table's cells, laid out once: a table whose rows change is painted again and again, most of
// it as before.
#pragma once

#include <QCache>
#include <QFont>
#include <QHashFunctions>
#include <QStaticText>
#include <QString>

class QPainter;
class QRect;

namespace quayside::ui
{

class CellTexts
{
public:
    // In one line, as QPainter::drawText with Qt::AlignVCenter; what does not fit is elided. horizontal:
    // Qt::AlignLeft or Qt::AlignRight, which change sides where the painter goes from right to left.
    void draw(QPainter *painter, const QRect &room, const QString &text, Qt::TextElideMode elide,
              Qt::AlignmentFlag horizontal = Qt::AlignLeft);
    [[nodiscard]] int widthOf(const QFont &font, const QString &text); // pixels, rounded up

private:
    struct Key {
        QString text;
        QFont font;
        Qt::LayoutDirection direction;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.text, key.font, int(key.direction));
        }
    };

    const QStaticText &laidOut(const Key &key);

    static constexpr int most = 2000; // some pages full
    QCache<Key, QStaticText> m_texts{most};
};

} // namespace quayside::ui

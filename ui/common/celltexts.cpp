#include "ui/common/celltexts.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace quayside::ui
{

namespace
{

constexpr qsizetype longest = 200; // characters; beyond it a text hardly fits, nor comes again

// European letters, numbers, punctuation, arrows, symbols. QPainter knows what to do with the rest, which is
// rare: line breaks, letters and marks that go to the left.
bool isPlain(QChar c)
{
    if (c < QChar(0x0590))
        return c >= u' ';
    const bool isFormat = (c >= QChar(0x200B) && c <= QChar(0x200F)) ||
                          (c >= QChar(0x2028) && c <= QChar(0x202E)) ||
                          (c >= QChar(0x2060) && c <= QChar(0x206F));
    return c >= QChar(0x1E00) && c <= QChar(0x2BFF) && !isFormat;
}

bool isWorthKeeping(const QString &text)
{
    return text.size() <= longest && std::ranges::all_of(text, isPlain);
}

} // namespace

const QStaticText &CellTexts::laidOut(const Key &key)
{
    if (const QStaticText *known = m_texts.object(key))
        return *known;
    QTextOption option;
    option.setTextDirection(key.direction);
    option.setWrapMode(QTextOption::NoWrap);
    auto *fresh = new QStaticText(key.text);
    fresh->setTextFormat(Qt::PlainText);
    fresh->setTextOption(option);
    fresh->setPerformanceHint(QStaticText::AggressiveCaching);
    fresh->prepare({}, key.font);
    m_texts.insert(key, fresh);
    return *fresh;
}

int CellTexts::widthOf(const QFont &font, const QString &text)
{
    return isWorthKeeping(text) ? int(std::ceil(laidOut({text, font, Qt::LeftToRight}).size().width()))
                                : QFontMetrics(font).horizontalAdvance(text);
}

void CellTexts::draw(QPainter *painter, const QRect &room, const QString &text, Qt::TextElideMode elide,
                     Qt::AlignmentFlag horizontal)
{
    if (text.isEmpty())
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    // QPainter puts the line under a kept text elsewhere than the text (Qt 6.8).
    const bool worth = isWorthKeeping(text) && !painter->font().underline();
    const QStaticText *kept = worth ? &laidOut({text, painter->font(), painter->layoutDirection()}) : nullptr;
    if (kept == nullptr || kept->size().width() > room.width()) {
        painter->drawText(room, horizontal | Qt::AlignVCenter, metrics.elidedText(text, elide, room.width()));
        return;
    }
    const bool right =
        QStyle::visualAlignment(painter->layoutDirection(), horizontal).testFlag(Qt::AlignRight);
    const double left = room.left() + (right ? room.width() - kept->size().width() : 0);
    const double top = room.top() + (room.height() - metrics.height()) / 2.0;
    painter->drawStaticText(QPointF(left, top), *kept);
}

} // namespace quayside::ui

#include "ui/stats/plotlegend.h"

#include <QFontMetrics>
#include <QPainter>

namespace quayside::ui
{

namespace
{

constexpr int swatchSize = 8, swatchRoom = 13, entryGap = 12;

} // namespace

PlotLegend::PlotLegend(const QString &title, const QList<LegendEntry> &entries, const QFont &font, int width)
    : m_title(title), m_entries(entries), m_font(font), m_bold(font), m_width(width)
{
    m_bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int row = metrics.height() + 2;
    int x = QFontMetrics(m_bold).horizontalAdvance(title) + 14, y = 0;
    for (const LegendEntry &entry : entries) {
        const int wanted = metrics.horizontalAdvance(entry.words) + 2 + (entry.swatch ? swatchRoom : 0);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += row;
        }
        m_places.append(QRect(x, y, std::min(wanted, width), row));
        x += wanted + entryGap;
    }
    m_height = y + row;
}

void PlotLegend::paint(QPainter *painter, const QPalette &palette) const
{
    painter->setFont(m_bold);
    painter->setPen(palette.color(QPalette::Text));
    const int row = QFontMetrics(m_font).height() + 2;
    painter->drawText(QRect(0, 0, m_width, row), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(m_bold).elidedText(m_title, Qt::ElideRight, m_width));
    painter->setFont(m_font);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const LegendEntry &entry = m_entries[i];
        QRect place = m_places[i];
        if (entry.swatch) {
            QColor color = toneColor(entry.tone);
            painter->fillRect(
                QRect(place.left(), place.center().y() - swatchSize / 2, swatchSize, swatchSize), color);
            place.setLeft(place.left() + swatchRoom);
        }
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(m_font).elidedText(entry.words, Qt::ElideRight, place.width()));
    }
}

} // namespace quayside::ui

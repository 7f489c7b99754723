#include "ui/dockerfile/cardfacts.h"

#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/building/linefacts.h"
#include "ui/dockerfile/cards/cardlist.h"
#include "ui/dockerfile/cards/cardsview.h"

#include <QHelpEvent>
#include <QToolTip>

namespace quayside::ui
{

CardFactsLink::CardFactsLink(BuildPanel *panel, CardsView *cards)
    : QObject(cards), m_panel(panel), m_cards(cards)
{
    connect(panel->facts(), &models::BuildFacts::changed, this, &CardFactsLink::fill);
    connect(panel->changes(), &models::StepChangesFinder::found, this, &CardFactsLink::fill);
    connect(panel, &QObject::destroyed, this, &QObject::deleteLater);
    cards->list()->viewport()->installEventFilter(this);
    fill();
}

void CardFactsLink::fill()
{
    m_cards->setFacts(cardFacts(*m_panel->facts(), m_panel->changes()));
    renewToolTip();
}

// The list shows the tool tip by itself, with what is known by then.
bool CardFactsLink::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        m_tipOf = m_cards->list()->indexAt(help->pos());
        m_tipAt = help->globalPos();
        const auto *facts = m_tipOf.isValid()
                                ? m_panel->facts()->factsAt(m_tipOf.data(models::CardModel::LineRole).toInt())
                                : nullptr;
        if (facts != nullptr && facts->step)
            m_panel->changes()->want(*facts->step);
        m_tip = m_tipOf.data(Qt::ToolTipRole).toString();
    }
    return QObject::eventFilter(object, event);
}

void CardFactsLink::renewToolTip()
{
    const QString tip = m_tipOf.data(Qt::ToolTipRole).toString();
    if (!m_tipOf.isValid() || tip == m_tip || !QToolTip::isVisible() || QToolTip::text() != m_tip)
        return;
    m_tip = tip;
    QToolTip::showText(m_tipAt, tip, m_cards->list()->viewport(), m_cards->list()->visualRect(m_tipOf));
}

} // namespace quayside::ui

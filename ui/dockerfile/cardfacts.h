// Puts what the build panel knows of lines on the cards: the same as in the gutter, and of the card under the
// mouse what its step changed.
#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>

namespace quayside::ui
{

class BuildPanel;
class CardsView;

class CardFactsLink : public QObject
{
    Q_OBJECT

public:
    // Belongs to the cards. It is gone with either.
    CardFactsLink(BuildPanel *panel, CardsView *cards);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill();
    void renewToolTip();

    BuildPanel *m_panel;
    CardsView *m_cards;
    QPersistentModelIndex m_tipOf;
    QPoint m_tipAt; // global
    QString m_tip;
};

} // namespace quayside::ui

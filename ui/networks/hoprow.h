// The way to a published port as a row of steps with arrows between them.
#pragma once

#include "models/client/ports.h"

#include <QList>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace quayside::ui
{

// "Firewall", "Program"; of one that is not known its id.
QString hopTitle(const api::PortHop &hop);
// "ok", "broken", "not known", translated.
QString hopWord(const api::PortHop &hop);

// Left and right go from step to step. A state is a shape, a word and a colour.
class HopRow : public QWidget
{
    Q_OBJECT

public:
    explicit HopRow(QWidget *parent = nullptr);

    // The first one that is broken is chosen, or else the last one.
    void setHops(const std::vector<api::PortHop> &hops);
    [[nodiscard]] int current() const; // -1: there are none
    [[nodiscard]] QList<QToolButton *> buttons() const { return m_buttons; }

signals:
    void currentChanged(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // a step that has the focus is the chosen one

private:
    QToolButton *makeButton(const api::PortHop &hop);

    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<QToolButton *> m_buttons;
};

} // namespace quayside::ui

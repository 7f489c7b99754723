#include "ui/networks/hoprow.h"

#include "ui/common/appearance.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <map>

namespace quayside::ui
{

namespace
{

constexpr int markSize = 26;

// A disc with a tick, an octagon with a cross, a diamond with a question mark.
QPixmap mark(const std::string &state, qreal ratio)
{
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(state == "ok" ? Tone::Good : state == "broken" ? Tone::Bad : Tone::Quiet));
    const QRectF box(1, 1, markSize - 2, markSize - 2);
    const qreal cut = box.width() * 0.3;
    if (state == "ok")
        painter.drawEllipse(box);
    else if (state == "broken")
        painter.drawPolygon(QPolygonF{{box.left() + cut, box.top()},
                                      {box.right() - cut, box.top()},
                                      {box.right(), box.top() + cut},
                                      {box.right(), box.bottom() - cut},
                                      {box.right() - cut, box.bottom()},
                                      {box.left() + cut, box.bottom()},
                                      {box.left(), box.bottom() - cut},
                                      {box.left(), box.top() + cut}});
    else
        painter.drawPolygon(QPolygonF{{box.center().x(), box.top()},
                                      {box.right(), box.center().y()},
                                      {box.center().x(), box.bottom()},
                                      {box.left(), box.center().y()}});
    painter.setPen(QPen(QGuiApplication::palette().color(QPalette::Base), 2.4, Qt::SolidLine, Qt::RoundCap));
    if (state == "ok") {
        painter.drawPolyline(QPolygonF{{8, 13.5}, {11.5, 17}, {18, 9.5}});
    } else if (state == "broken") {
        painter.drawLine(QPointF(9, 9), QPointF(17, 17));
        painter.drawLine(QPointF(17, 9), QPointF(9, 17));
    } else {
        QFont font = painter.font();
        font.setBold(true);
        font.setPixelSize(14);
        painter.setFont(font);
        painter.drawText(box, Qt::AlignCenter, QStringLiteral("?"));
    }
    return pixmap;
}

} // namespace

QString hopTitle(const api::PortHop &hop)
{
    static const std::map<std::string, const char *> titles{
        {"container", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Container")},
        {"host", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Port here")},
        {"rule", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Rule")},
        {"firewall", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Firewall")},
        {"bridge", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Bridge")},
        {"interface", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Interface")},
        {"program", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Program")},
        {"inside", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Try: container")},
        {"outside", QT_TRANSLATE_NOOP("quayside::ui::HopRow", "Try: port")}};
    const auto found = titles.find(hop.id);
    return found == titles.end() ? QString::fromStdString(hop.id) : HopRow::tr(found->second);
}

QString hopWord(const api::PortHop &hop)
{
    return hop.state == "ok"       ? HopRow::tr("ok")
           : hop.state == "broken" ? HopRow::tr("broken")
                                   : HopRow::tr("not known");
}

HopRow::HopRow(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(2);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit currentChanged(id);
    });
}

int HopRow::current() const
{
    return m_group->checkedId();
}

QToolButton *HopRow::makeButton(const api::PortHop &hop)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({markSize, markSize});
    button->setIcon(mark(hop.state, devicePixelRatioF()));
    button->setText(tr("%1\n%2", "a step, its state").arg(hopTitle(hop), hopWord(hop)));
    button->setAccessibleName(tr("%1: %2", "a step, its state").arg(hopTitle(hop), hopWord(hop)));
    button->setAccessibleDescription(QString::fromStdString(hop.message));
    button->setToolTip(QString::fromStdString(hop.message));
    button->setObjectName(QString::fromStdString(hop.id));
    QFont font = button->font();
    font.setBold(hop.state == "broken");
    button->setFont(font);
    button->installEventFilter(this);
    return button;
}

bool HopRow::eventFilter(QObject *watched, QEvent *event)
{
    if (auto *button = qobject_cast<QToolButton *>(watched);
        button != nullptr && event->type() == QEvent::FocusIn)
        button->setChecked(true);
    return QWidget::eventFilter(watched, event);
}

void HopRow::setHops(const std::vector<api::PortHop> &hops)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_buttons.clear();
    int chosen = int(hops.size()) - 1;
    for (std::size_t i = hops.size(); i-- > 0;)
        if (hops[i].state == "broken")
            chosen = int(i);
    for (std::size_t i = 0; i < hops.size(); ++i) {
        if (i > 0) {
            auto *arrow = new QLabel(QStringLiteral("→"), this);
            arrow->setForegroundRole(QPalette::PlaceholderText);
            m_layout->addWidget(arrow);
        }
        m_buttons.append(makeButton(hops[i]));
        m_group->addButton(m_buttons.last(), int(i));
        m_layout->addWidget(m_buttons.last());
    }
    m_layout->addStretch(1);
    if (chosen >= 0)
        m_buttons.at(chosen)->setChecked(true);
}

} // namespace quayside::ui

#include "ui/common/tabs.h"

#include <QEvent>
#include <QProxyStyle>
#include <QStyleOptionTab>

namespace quayside::ui
{

namespace
{

constexpr int roomySpace = 24, tightSpace = 12;

// The style paints a name within this space, and would elide it where the tab were only made narrower.
class TabStyle : public QProxyStyle
{
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (metric == PM_TabBarTabHSpace) {
            if (const auto *bar = qobject_cast<const TabBar *>(widget); bar != nullptr)
                return bar->space();
        }
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
};

QStyle *tabStyle()
{
    static TabStyle style;
    return &style;
}

} // namespace

TabBar::TabBar(QWidget *parent) : QTabBar(parent)
{
    setStyle(tabStyle());
    setUsesScrollButtons(false);
    setIconSize({16, 16});
    connect(this, &QTabBar::currentChanged, this, &TabBar::refit); // its name needs other room
}

int TabBar::space() const
{
    return m_fit == Fit::Roomy ? roomySpace : tightSpace;
}

int TabBar::nameWidth(int index) const
{
    return fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
}

bool TabBar::isNamed(int index, Fit fit) const
{
    return fit < Fit::Symbols || (fit == Fit::Symbols && index == currentIndex());
}

int TabBar::widthFor(Fit fit) const
{
    const int space = fit == Fit::Roomy ? roomySpace : tightSpace;
    int width = 0;
    for (int index = 0; index < count(); ++index) {
        if (isTabVisible(index))
            width += space + (isNamed(index, fit) ? nameWidth(index) : iconSize().width());
    }
    return width;
}

void TabBar::setRoom(int pixels)
{
    m_room = pixels;
    refit();
}

void TabBar::refit()
{
    const Fit before = m_fit;
    m_fit = widthFor(Fit::Roomy) <= m_room     ? Fit::Roomy
            : widthFor(Fit::Tight) <= m_room   ? Fit::Tight
            : widthFor(Fit::Symbols) <= m_room ? Fit::Symbols
                                               : Fit::OnlySymbols;
    if (m_fit == before && m_fit < Fit::Symbols)
        return;
    for (int index = 0; index < count(); ++index)
        setTabToolTip(index, m_fit >= Fit::Symbols ? tabText(index).remove(u'&') : QString());
    setElideMode(Qt::ElideRight); // lays the tabs out again
}

QSize TabBar::tabSizeHint(int index) const
{
    return {space() + (isNamed(index, m_fit) ? nameWidth(index) : iconSize().width()), QTabBar::tabSizeHint(index).height()};
}

// Where even the symbols are too wide, all give way.
QSize TabBar::minimumTabSizeHint(int index) const
{
    return {iconSize().width() + 4, QTabBar::minimumTabSizeHint(index).height()};
}

void TabBar::initStyleOption(QStyleOptionTab *option, int index) const
{
    QTabBar::initStyleOption(option, index);
    if (!isNamed(index, m_fit)) {
        option->text.clear();
        return;
    }
    option->icon = QIcon();
    option->text = fontMetrics().elidedText(tabText(index), Qt::ElideRight,
                                            tabRect(index).width() - space() / 2, Qt::TextShowMnemonic);
}

void TabBar::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    refit();
}

void TabBar::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refit();
}

Tabs::Tabs(QWidget *parent) : QTabWidget(parent), m_bar(new TabBar(this))
{
    setTabBar(m_bar);
    setDocumentMode(true);
}

void Tabs::addPage(QWidget *page, Symbol symbol, const QString &title)
{
    addTab(page, icon(symbol), title);
}

void Tabs::setPageVisible(QWidget *page, bool visible)
{
    setTabVisible(indexOf(page), visible);
    m_bar->setRoom(width());
}

void Tabs::resizeEvent(QResizeEvent *event)
{
    m_bar->setRoom(width());
    QTabWidget::resizeEvent(event);
}

} // namespace quayside::ui

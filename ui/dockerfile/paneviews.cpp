#include "ui/dockerfile/paneviews.h"

#include "ui/dockerfile/filepane.h"

#include <QSettings>
#include <QStackedWidget>

namespace quayside::ui
{

PaneViews::PaneViews(const QString &name, QWidget *parent) : Tabs(parent), m_name(name)
{
    connect(this, &QTabWidget::currentChanged, this, [this](int index) {
        if (index < 0)
            return;
        fill();
        if (isVisible())
            QSettings().setValue(m_name, index);
    });
}

void PaneViews::addView(Symbol symbol, const QString &title, Make make)
{
    m_makers.append(std::move(make));
    m_views.emplaceBack();
    auto *stack = new QStackedWidget(this);
    stack->addWidget(new QWidget);
    addPage(stack, symbol, title);
    if (count() - 1 == QSettings().value(m_name, 0).toInt())
        setCurrentIndex(count() - 1);
}

void PaneViews::showPane(FilePane *pane)
{
    m_pane = pane;
    if (isVisible())
        fill();
}

void PaneViews::showEvent(QShowEvent *event)
{
    Tabs::showEvent(event);
    fill();
}

void PaneViews::fill()
{
    const int index = currentIndex();
    auto *stack = qobject_cast<QStackedWidget *>(currentWidget());
    if (stack == nullptr || index >= m_makers.size())
        return;
    QWidget *view = m_pane == nullptr ? nullptr : m_views[index].value(m_pane);
    if (view == nullptr && m_pane != nullptr && m_pane->document() != nullptr) {
        view = m_makers[index](m_pane);
        if (view != nullptr) {
            m_views[index].insert(m_pane, view);
            stack->addWidget(view);
            emit made(view);
        }
    }
    stack->setCurrentWidget(view != nullptr ? view : stack->widget(0));
}

void PaneViews::forget(FilePane *pane)
{
    for (auto &views : m_views)
        delete views.take(pane);
}

QWidgetList PaneViews::viewsOf(FilePane *pane) const
{
    QWidgetList made;
    for (const auto &views : m_views) {
        if (QWidget *view = views.value(pane))
            made.append(view);
    }
    return made;
}

QWidget *PaneViews::shown() const
{
    return m_pane == nullptr || currentIndex() < 0 ? nullptr : m_views[currentIndex()].value(m_pane);
}

} // namespace quayside::ui

#include "ui/images/imagepane.h"

#include "ui/common/placeholder.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

ImagePane::ImagePane(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)),
      m_placeholder(new Placeholder(Symbol::Image, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void ImagePane::setContent(QWidget *content)
{
    m_stack->addWidget(content);
    m_stack->addWidget(m_placeholder);
}

void ImagePane::showImage(const QString &id, const QString &name)
{
    m_name = name;
    if (m_id == id)
        return;
    m_id = id;
    refetch();
}

// What is not looked at is not asked for; what was asked for another image is not waited for.
void ImagePane::refetch()
{
    if (m_fetched == m_id)
        return;
    m_call.cancel();
    clear();
    m_fetched.clear();
    if (!isVisible() || m_id.isEmpty())
        return;
    m_fetched = m_id;
    m_stack->setCurrentIndex(0);
    fetch();
}

void ImagePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refetch();
}

void ImagePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!m_call.active())
        return;
    m_call.cancel();
    m_fetched.clear();
}

void ImagePane::showContent()
{
    m_stack->setCurrentIndex(0);
}

void ImagePane::showEmpty(const QString &headline, const QString &sentence)
{
    m_placeholder->clearButtons();
    m_placeholder->setText(headline, sentence);
    m_stack->setCurrentWidget(m_placeholder);
}

void ImagePane::showProblem(const QString &sentence)
{
    showEmpty(tr("This cannot be shown"), sentence);
    m_placeholder->addButton(tr("Try again"), Symbol::Refresh, [this] {
        m_fetched.clear();
        refetch();
    });
}

} // namespace quayside::ui

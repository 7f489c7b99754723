#include "ui/learn/lessons/learnpage.h"

#include "ui/common/placeholder.h"
#include "ui/common/tabs.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

namespace quayside::ui
{

LearnPage::LearnPage(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_tabs(new Tabs(this)), m_shelf(new Placeholder(Symbol::Learn)),
      m_present(new QAction(icon(Symbol::Present), tr("&Presentation"), this))
{
    m_shelf->setText(tr("No lessons"), {});
    m_tabs->addPage(m_shelf, Symbol::Learn, tr("Lessons"));
    m_present->setToolTip(tr("Nothing but the lesson, in large type, on the whole screen"));
    m_present->setShortcut(QKeySequence(Qt::Key_F11));
    m_present->setCheckable(true);
    addAction(m_present);
    connect(m_present, &QAction::toggled, this, &LearnPage::presentingChanged);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

void LearnPage::fill(QMenu *menu)
{
    menu->addAction(m_present);
}

void LearnPage::openLesson(const QString &)
{
    m_tabs->setCurrentWidget(m_shelf);
}

void LearnPage::setPresenting(bool on)
{
    m_present->setChecked(on);
}

} // namespace quayside::ui

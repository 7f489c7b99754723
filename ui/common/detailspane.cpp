#include "ui/common/detailspane.h"

#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/factsheet.h"
#include "ui/common/jsonview.h"
#include "ui/common/tabs.h"

#include <QLabel>
#include <QVBoxLayout>

namespace quayside::ui
{

DetailsPane::DetailsPane(QWidget *parent, Words words)
    : QWidget(parent), m_name(new ElidedLabel(this)), m_line(new ElidedLabel(this)), m_tabs(new Tabs(this)),
      m_overview(new FactSheet), m_inspect(words == Words::Engine ? new JsonView : nullptr)
{
    m_name->setFont(headingFont(font()));
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 6, 8, 6);
    head->setSpacing(0);
    head->addWidget(m_name);
    head->addWidget(m_line);
    m_tabs->addPage(m_overview, Symbol::Overview, tr("Overvie&w"));
    if (m_inspect != nullptr)
        m_tabs->addPage(m_inspect, Symbol::Inspect, tr("Ins&pect"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
}

QWidget *DetailsPane::addPage(Symbol symbol, const QString &title)
{
    auto *page = new QWidget(m_tabs);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_tabs->insertTab(m_inspect == nullptr ? m_tabs->count() : m_tabs->indexOf(m_inspect), page, icon(symbol),
                      title);
    return page;
}

void DetailsPane::setHead(const QString &name, const QString &line)
{
    m_name->setText(name);
    m_line->setText(line);
}

void DetailsPane::setJson(const QByteArray &json)
{
    if (m_inspect != nullptr)
        m_inspect->setJson(json);
}

void DetailsPane::showProblem(const QString &sentence)
{
    m_overview->clear();
    m_overview->addNote(sentence);
    m_overview->finish();
    setJson({});
}

} // namespace quayside::ui

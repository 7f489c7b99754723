#include "ui/common/listpage.h"

#include "ui/common/appearance.h"
#include "ui/common/filteredit.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>

namespace quayside::ui
{

ListPage::ListPage(const QString &title, Symbol symbol, const QString &name, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_count(new QLabel(this)),
      m_toolBar(new QToolBar(this)), m_head(new QHBoxLayout), m_notice(new Notice(this)),
      m_undoBar(new UndoBar(this)), m_stack(new QStackedWidget(this)), m_empty(new Placeholder(symbol, this)),
      m_nothing(new Placeholder(Symbol::Search, this)), m_loading(new QWidget(this)),
      m_table(new Table(name, this))
{
    m_title->setFont(headingFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_toolBar->setIconSize({16, 16});
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon); // of actions whose priority is not low
    m_head->setContentsMargins(12, 6, 8, 6);
    m_head->addWidget(m_title);
    m_head->addSpacing(4);
    m_head->addWidget(m_count);
    m_head->addStretch(1);
    m_nothing->setText(tr("Nothing matches"), tr("No row fits the filter."));
    m_nothing->addButton(tr("Clear the filter"), Symbol::Close, [this] {
        if (m_filter != nullptr)
            m_filter->clear();
    });
    // In the order of Face.
    for (QWidget *face : {m_loading, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_nothing),
                          static_cast<QWidget *>(m_table)})
        m_stack->addWidget(face);
    m_loading->setBackgroundRole(QPalette::Base);
    m_loading->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_undoBar);
    setFace(Face::Loading);
}

FilterEdit *ListPage::addFilter(const QStringList &keys,
                                std::function<QStringList(const QString &key)> values)
{
    m_filter = new FilterEdit(keys, std::move(values), this);
    m_filter->setMinimumWidth(120);
    m_filter->setMaximumWidth(280);
    m_head->addWidget(m_filter, 2);
    return m_filter;
}

void ListPage::setCountText(const QString &text)
{
    m_count->setText(text);
}

void ListPage::addStrip(QWidget *strip)
{
    m_strip = strip;
    auto *whole = static_cast<QVBoxLayout *>(layout());
    whole->insertWidget(whole->indexOf(m_stack), strip);
    setFace(m_face);
}

void ListPage::setFace(Face face)
{
    m_face = face;
    if (m_strip != nullptr)
        m_strip->setVisible(face == Face::List && !m_pictureShown);
    if (m_pictureShown)
        m_stack->setCurrentWidget(m_picture);
    else
        m_stack->setCurrentIndex(int(face));
}

void ListPage::addPicture(QWidget *picture)
{
    m_picture = picture;
    m_stack->addWidget(picture);
}

void ListPage::showPicture(bool shown)
{
    m_pictureShown = shown && m_picture != nullptr;
    if (m_filter != nullptr)
        m_filter->setVisible(!m_pictureShown);
    setFace(m_face);
}

void ListPage::focusFilter()
{
    if (m_filter != nullptr) {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    }
}

void ListPage::focusList()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace quayside::ui

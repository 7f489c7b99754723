#include "ui/images/imagespage.h"

#include "ui/common/drophint.h"
#include "ui/images/imageactions.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::ImageModel;
using A = ImageActions;

ImagesPage::ImagesPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Images"), Symbol::Image, QStringLiteral("images"),
                contentOf(session->images(), [session] { return session->imagesLoaded(); }), parent),
      m_session(session), m_actions(new ImageActions(session, notice(), undoBar(), this)),
      m_dropHint(new DropHint(tr("Drop archives here to load the images in them"), this))
{
    setUpRows();
    for (const A::Verb verb : {A::Pull, A::Run, A::Push, A::Tag, A::Save, A::Remove})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    for (const A::Verb verb : {A::Load, A::Import, A::NewBase, A::Build})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    toolBar()->addAction(m_actions->action(A::Prune));
    setAcceptDrops(true);
    connect(session, &EngineSession::imagesListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    refreshFace();
}

void ImagesPage::setUpRows()
{
    table()->setUpColumns({{ImageModel::RepositoryColumn, 200},
                           {ImageModel::TagColumn, 110},
                           {ImageModel::SizeColumn, 90},
                           {ImageModel::UsedByColumn, 110},
                           {ImageModel::CreatedColumn, 110}},
                          ImageModel::RepositoryColumn);
    follow(m_actions);
    setRowMenu({m_actions->action(A::Run), m_actions->action(A::Explore), m_actions->action(A::Compare),
                nullptr, m_actions->action(A::Push), m_actions->action(A::Tag), m_actions->action(A::Save),
                m_actions->action(A::CopyId), nullptr, m_actions->action(A::Remove)});
    setHoverActions(m_actions,
                    [](const QString &) { return QList<int>{A::Run, A::Tag, A::Save, A::Remove}; });
    connect(table(), &Table::rowOpened, this, [this](const QModelIndex &index) {
        m_actions->run(A::Run, {index.data(models::TableKeyRole).toString()});
    });
}

void ImagesPage::selectReference(const QString &reference)
{
    for (const models::ImageRow &row : m_session->images()->rows()) {
        if (row.reference() == reference)
            select(row.key());
    }
}

void ImagesPage::selectImage(const QString &id, const QString &reference)
{
    const models::ImageRow *found = nullptr;
    for (const models::ImageRow &row : m_session->images()->rows()) {
        if (row.id == id && (found == nullptr || row.reference() == reference))
            found = &row;
    }
    if (found != nullptr)
        select(found->key());
}

// ---- archives that are dropped

void ImagesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_dropHint->setDragging(true);
}

void ImagesPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->setDragging(false);
}

void ImagesPage::dropEvent(QDropEvent *event)
{
    m_dropHint->setDragging(false);
    m_actions->takeFiles(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

void ImagesPage::resizeEvent(QResizeEvent *event)
{
    TablePage::resizeEvent(event);
    m_dropHint->setGeometry(rect());
}

QString ImagesPage::shownCount() const
{
    return m_session->images()->countText(m_actions->pendingRemoval());
}

QString ImagesPage::countText(int) const
{
    return shownCount();
}

} // namespace quayside::ui

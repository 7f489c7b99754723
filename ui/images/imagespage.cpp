#include "ui/images/imagespage.h"

#include "ui/images/imageactions.h"

#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::ImageModel;
using A = ImageActions;

ImagesPage::ImagesPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Images"), Symbol::Image, QStringLiteral("images"),
                contentOf(session->images(),
                          {{QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}}},
                          [session] { return session->imagesLoaded(); }),
                parent),
      m_session(session), m_actions(new ImageActions(session, notice(), undoBar(), this))
{
    table()->setUpColumns({{ImageModel::RepositoryColumn, 200},
                           {ImageModel::TagColumn, 110},
                           {ImageModel::SizeColumn, 90},
                           {ImageModel::UsedByColumn, 110},
                           {ImageModel::CreatedColumn, 110}},
                          ImageModel::RepositoryColumn);
    follow(m_actions);
    for (const A::Verb verb : {A::Pull, A::Run, A::Push, A::Tag, A::Save, A::Remove})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    for (const A::Verb verb : {A::Load, A::Import, A::NewBase})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    toolBar()->addAction(m_actions->action(A::Prune));
    setRowMenu({m_actions->action(A::Run), m_actions->action(A::Push), m_actions->action(A::Tag),
                m_actions->action(A::Save), m_actions->action(A::CopyId), nullptr,
                m_actions->action(A::Remove)});
    setHoverActions(m_actions,
                    [](const QString &) { return QList<int>{A::Run, A::Tag, A::Save, A::Remove}; });
    connect(table(), &Table::rowOpened, this, [this](const QModelIndex &index) {
        m_actions->run(A::Run, {index.data(models::TableKeyRole).toString()});
    });
    connect(session, &EngineSession::imagesListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    refreshFace();
}

void ImagesPage::selectReference(const QString &reference)
{
    for (const models::ImageRow &row : m_session->images()->rows()) {
        if (row.reference() == reference)
            select(row.key());
    }
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

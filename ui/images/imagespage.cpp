#include "ui/images/imagespage.h"

#include "models/common/text.h"
#include "ui/common/filteredit.h"
#include "ui/common/hoveractions.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/rowdelegate.h"
#include "ui/images/imageactions.h"

#include <QMenu>
#include <QToolBar>

namespace quayside::ui
{

using models::ImageModel;

ImagesPage::ImagesPage(models::EngineSession *session, QWidget *parent)
    : ListPage(tr("Images"), Symbol::Image, QStringLiteral("images"), parent), m_session(session),
      m_actions(new ImageActions(session, notice(), undoBar(), this)),
      m_filter(addFilter(models::ImageFilterModel::filterKeys(),
                         {{QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}}}))
{
    m_shown.setSourceModel(session->images());
    setUpTable();
    setUpToolBar();
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_shown.setFilterText(text);
        refreshFace();
    });
    connect(m_actions, &ImageActions::pendingRemovalChanged, this, [this] {
        m_shown.setHiddenKeys(m_actions->pendingRemoval());
        refreshFace();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_shown, signal, this, &ImagesPage::refreshFace);
    connect(session, &models::EngineSession::imagesListed, this, &ImagesPage::refreshFace);
    refreshFace();
}

void ImagesPage::setUpTable()
{
    Table *view = table();
    view->setModel(&m_shown);
    view->setItemDelegate(new RowDelegate(Symbol::Image, this));
    view->setAccessibleName(tr("Images"));
    view->setUpColumns({{ImageModel::RepositoryColumn, 200},
                        {ImageModel::TagColumn, 100},
                        {ImageModel::SizeColumn, 90},
                        {ImageModel::CreatedColumn, 110},
                        {ImageModel::UsedByColumn, 110}},
                       ImageModel::RepositoryColumn);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        QStringList keys;
        for (const QModelIndex &index : table()->selectionModel()->selectedRows())
            keys.append(index.data(ImageModel::KeyRole).toString());
        m_actions->setSelection(keys);
    });
    connect(view, &Table::currentRowChanged, this, [this] { emit currentImageChanged(currentKey()); });
    connect(view, &QWidget::customContextMenuRequested, this, &ImagesPage::showContextMenu);
    connect(view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        m_actions->run(ImageActions::Run, {index.data(ImageModel::KeyRole).toString()});
    });
    auto *hover = new HoverActions(view);
    hover->setButtons([this](const QModelIndex &index) {
        using A = ImageActions;
        QList<HoverActions::Button> buttons;
        const QString key = index.data(ImageModel::KeyRole).toString();
        for (const A::Verb verb : {A::Run, A::Tag, A::Save, A::Remove}) {
            const QString name = m_actions->action(verb)->text().remove(u'&');
            buttons.append({m_actions->action(verb)->icon(),
                            tr("%1: %2", "action: image").arg(name, index.data().toString()),
                            [this, verb, key] { m_actions->run(verb, {key}); }});
        }
        return buttons;
    });
}

void ImagesPage::setUpToolBar()
{
    using A = ImageActions;
    for (const A::Verb verb : {A::Run, A::Tag, A::Save, A::Remove})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    for (const A::Verb verb : {A::Load, A::Import, A::NewBase})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    toolBar()->addAction(m_actions->action(A::Prune));
}

QString ImagesPage::currentKey() const
{
    return table()->currentIndex().data(ImageModel::KeyRole).toString();
}

void ImagesPage::select(const QString &reference)
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        const QModelIndex index = m_shown.index(row, 0);
        const models::ImageRow *image = m_session->images()->find(index.data(ImageModel::KeyRole).toString());
        if (image != nullptr && image->reference() == reference) {
            table()->setCurrentIndex(index);
            table()->scrollTo(index);
            return;
        }
    }
}

void ImagesPage::refreshFace()
{
    const int all = m_session->images()->rowCount(), shown = m_shown.rowCount();
    if (all == 0 && !m_session->imagesLoaded())
        setFace(Face::Loading);
    else if (all - m_actions->pendingRemoval().size() <= 0)
        setFace(Face::Empty);
    else
        setFace(shown == 0 ? Face::NothingMatches : Face::List);
    if (face() == Face::Loading || face() == Face::Empty)
        setCountText({});
    else if (m_shown.isFiltering())
        setCountText(tr("%1 of %2").arg(shown).arg(all));
    else
        setCountText(m_session->images()->countText());
}

void ImagesPage::showContextMenu(const QPoint &point)
{
    if (!table()->indexAt(point).isValid())
        return;
    using A = ImageActions;
    QMenu menu(this);
    for (const A::Verb verb : {A::Run, A::Tag, A::Save, A::CopyId})
        menu.addAction(m_actions->action(verb));
    menu.addSeparator();
    menu.addAction(m_actions->action(A::Remove));
    menu.exec(table()->viewport()->mapToGlobal(point));
}

} // namespace quayside::ui

#include "ui/images/imagespage.h"

#include "ui/common/appearance.h"
#include "ui/images/imageactions.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QToolBar>
#include <QUrl>

namespace quayside::ui
{

using models::EngineSession;
using models::ImageModel;
using A = ImageActions;

namespace
{

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

// Over the whole page: a dashed frame, as where files can be dropped elsewhere.
class DropHint : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
        constexpr int inset = 12, corner = 8;
        painter.drawRoundedRect(rect().adjusted(inset, inset, -inset, -inset), corner, corner);
        QLabel::paintEvent(event);
    }
};

} // namespace

ImagesPage::ImagesPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Images"), Symbol::Image, QStringLiteral("images"),
                contentOf(session->images(),
                          {{QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}}},
                          [session] { return session->imagesLoaded(); }),
                parent),
      m_session(session), m_actions(new ImageActions(session, notice(), undoBar(), this)),
      m_dropHint(new DropHint(this))
{
    setUpRows();
    for (const A::Verb verb : {A::Pull, A::Run, A::Push, A::Tag, A::Save, A::Remove})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    for (const A::Verb verb : {A::Load, A::Import, A::NewBase, A::Build})
        toolBar()->addAction(m_actions->action(verb));
    toolBar()->addSeparator();
    toolBar()->addAction(m_actions->action(A::Prune));
    m_dropHint->setText(tr("Drop archives here to load the images in them"));
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_dropHint->setWordWrap(true);
    m_dropHint->setAutoFillBackground(true);
    m_dropHint->setBackgroundRole(QPalette::Base);
    m_dropHint->setMargin(24);
    m_dropHint->setFont(headingFont(font()));
    m_dropHint->hide();
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

void ImagesPage::setDragging(bool dragging)
{
    m_dropHint->setGeometry(rect());
    m_dropHint->setVisible(dragging);
    m_dropHint->raise();
}

void ImagesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    setDragging(true);
}

void ImagesPage::dragLeaveEvent(QDragLeaveEvent *)
{
    setDragging(false);
}

void ImagesPage::dropEvent(QDropEvent *event)
{
    setDragging(false);
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

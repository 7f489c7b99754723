#include "ui/registries/registrybrowser.h"

#include "models/registries/imagename.h"
#include "models/registries/sametags.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/rowdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

using Names = models::RegistryNames;
using models::dockerHub;

RegistryBrowser::RegistryBrowser(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_repositories(session->client(), session->credentials()),
      m_tags(session->client(), session->credentials()), m_search(session->client(), session->credentials()),
      m_notice(new Notice(this))
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeRepositories());
    splitter->addWidget(makeTags());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(splitter, 1);
    connect(&m_repositories, &Names::stateChanged, this, &RegistryBrowser::refreshRepositories);
    connect(&m_search, &models::ImageSearch::stateChanged, this, &RegistryBrowser::refreshRepositories);
    connect(&m_tags, &Names::stateChanged, this, &RegistryBrowser::refreshTags);
    connect(m_repositoryView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RegistryBrowser::onRepositoryChosen);
    connect(m_tagView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RegistryBrowser::refreshTags);
}

QWidget *RegistryBrowser::makeRepositories()
{
    auto *page = new QWidget;
    m_filter = new QLineEdit(page);
    m_filter->setClearButtonEnabled(true);
    m_filter->setObjectName(QStringLiteral("repositoryFilter"));
    m_filter->setAccessibleName(tr("Find a repository"));
    m_count = new QLabel(page);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_repositoryView = new QListView(page);
    m_repositoryView->setUniformItemSizes(true);
    m_repositoryView->setItemDelegate(new RowDelegate(Symbol::Image, m_repositoryView));
    m_repositoryView->setFrameShape(QFrame::NoFrame);
    m_repositoryView->setAccessibleName(tr("Repositories"));
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setSourceModel(&m_repositories);
    m_repositoryView->setModel(&m_shown);
    m_repositoryFace = new Placeholder(Symbol::Registry, page);
    m_repositoryStack = new QStackedWidget(page);
    m_repositoryStack->addWidget(m_repositoryView);
    m_repositoryStack->addWidget(m_repositoryFace);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 12, 6);
    line->addWidget(m_filter, 1);
    line->addWidget(m_count);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_repositoryStack, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &RegistryBrowser::onTextEdited);
    return page;
}

QWidget *RegistryBrowser::makeTags()
{
    auto *page = new QWidget;
    m_tagsOf = new QLabel(page);
    m_tagsOf->setContentsMargins(12, 6, 12, 6);
    m_tagsOf->setTextFormat(Qt::PlainText);
    m_tagsOf->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_tagView = new QListView(page);
    m_tagView->setUniformItemSizes(true);
    m_tagView->setItemDelegate(new RowDelegate(Symbol::Tag, m_tagView));
    m_tagView->setFrameShape(QFrame::NoFrame);
    m_tagView->setAccessibleName(tr("Tags"));
    m_shownTags.setSourceModel(&m_tags);
    m_tagView->setModel(&m_shownTags);
    m_tagFace = new Placeholder(Symbol::Tag, page);
    m_tagStack = new QStackedWidget(page);
    m_tagStack->addWidget(m_tagView);
    m_tagStack->addWidget(m_tagFace);
    m_pull = new QPushButton(icon(Symbol::Pull), tr("&Pull…"), page);
    m_copy = new QPushButton(icon(Symbol::Copy), tr("Copy na&me"), page);
    m_delete = new QPushButton(icon(Symbol::Remove), tr("&Delete…"), page);
    m_pull->setObjectName(QStringLiteral("pullTag"));
    m_delete->setObjectName(QStringLiteral("deleteTag"));
    m_delete->setToolTip(tr("Delete this image from the registry"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 6, 8, 8);
    for (QPushButton *button : {m_pull, m_copy, m_delete})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tagsOf);
    layout->addWidget(m_tagStack, 1);
    layout->addLayout(buttons);
    connect(m_pull, &QPushButton::clicked, this, [this] { emit pullWanted(chosenImage()); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(chosenImage()); });
    connect(m_delete, &QPushButton::clicked, this, &RegistryBrowser::askToDelete);
    connect(m_tagView, &QListView::doubleClicked, this, [this] { emit pullWanted(chosenImage()); });
    return page;
}

// ---- what is shown

void RegistryBrowser::showRegistry(const QString &registry)
{
    if (registry == m_registry)
        return;
    m_registry = registry;
    reload();
}

void RegistryBrowser::reload()
{
    const bool hub = m_registry == dockerHub;
    m_notice->dismiss();
    m_tags.clear();
    m_filter->clear();
    m_search.setTerm({});
    m_filter->setPlaceholderText(hub ? tr("search Docker Hub…") : tr("filter…"));
    m_shown.setSourceModel(hub ? static_cast<QAbstractItemModel *>(&m_search) : &m_repositories);
    m_repositories.clear();
    if (!hub && !m_registry.isEmpty() && m_session->registries()->isSupported())
        m_repositories.showRepositories(m_registry);
    refreshRepositories();
    refreshTags();
}

void RegistryBrowser::onTextEdited(const QString &text)
{
    if (m_registry == dockerHub) {
        m_shown.setFilterFixedString({});
        m_search.setTerm(text);
    } else {
        m_shown.setFilterFixedString(text.trimmed());
        refreshRepositories();
    }
}

QString RegistryBrowser::chosenRepository() const
{
    const QString name = m_repositoryView->currentIndex().data().toString();
    return name.isEmpty() || m_registry == dockerHub ? name : m_registry + u'/' + name;
}

QString RegistryBrowser::chosenImage() const
{
    const QString tag = m_tagView->currentIndex().data().toString(), repository = m_tags.subject();
    return tag.isEmpty() || repository.isEmpty() ? QString() : repository + u':' + tag;
}

void RegistryBrowser::onRepositoryChosen()
{
    const QString repository = chosenRepository();
    if (repository == m_tags.subject())
        return;
    m_notice->dismiss();
    if (repository.isEmpty())
        m_tags.clear();
    else
        m_tags.showTags(repository);
}

void RegistryBrowser::showFace(QStackedWidget *stack, Placeholder *face, const QString &headline,
                               const QString &sentence)
{
    face->setText(headline, sentence);
    stack->setCurrentWidget(face);
}

void RegistryBrowser::refreshRepositories()
{
    const bool hub = m_registry == dockerHub;
    using Search = models::ImageSearch::State;
    const int shown = m_shown.rowCount(), all = int(m_repositories.names().size());
    const bool loading =
        hub ? m_search.state() == Search::Searching : m_repositories.state() == Names::State::Loading;
    m_count->setText(hub                        ? QString()
                     : m_repositories.hasMore() ? tr("the first %1").arg(all)
                     : all == 0                 ? QString()
                     : shown == all             ? QString::number(all)
                                                : tr("%1 of %2").arg(shown).arg(all));
    if (!m_session->registries()->isSupported() && !hub)
        showFace(m_repositoryStack, m_repositoryFace, tr("Not with this engine"),
                 tr("Only Quayside's own engine lists what registries hold."));
    else if (hub ? m_search.state() == Search::Failed : m_repositories.state() == Names::State::Failed)
        showFace(m_repositoryStack, m_repositoryFace, tr("It cannot be listed"),
                 hub ? m_search.problem() : m_repositories.problem());
    else if (shown > 0)
        m_repositoryStack->setCurrentWidget(m_repositoryView);
    else if (loading)
        showFace(m_repositoryStack, m_repositoryFace, hub ? tr("Searching…") : tr("Asking the registry…"),
                 {});
    else if (hub && m_search.term().isEmpty())
        showFace(m_repositoryStack, m_repositoryFace, tr("Search Docker Hub"),
                 tr("Docker Hub does not list its repositories: type a word to search for."));
    else if (hub || all > 0)
        showFace(m_repositoryStack, m_repositoryFace, tr("Nothing matches"), {});
    else
        showFace(m_repositoryStack, m_repositoryFace, tr("No repositories"),
                 tr("The registry is empty. Push an image to it from the page of images."));
}

void RegistryBrowser::refreshTags()
{
    const QString repository = m_tags.subject();
    const QFontMetrics metrics(m_tagsOf->font());
    m_tagsOf->setText(repository.isEmpty() ? tr("Tags") : tr("Tags of %1").arg(repository));
    m_tagsOf->setToolTip(repository);
    const bool chosen = !chosenImage().isEmpty();
    m_pull->setEnabled(chosen);
    m_copy->setEnabled(chosen);
    m_delete->setEnabled(chosen && !m_deleting && m_registry != dockerHub);
    m_delete->setVisible(m_registry != dockerHub); // deletes nothing by this way
    if (m_tags.state() == Names::State::Failed)
        showFace(m_tagStack, m_tagFace, tr("They cannot be listed"), m_tags.problem());
    else if (m_tags.rowCount() > 0)
        m_tagStack->setCurrentWidget(m_tagView);
    else if (m_tags.state() == Names::State::Loading)
        showFace(m_tagStack, m_tagFace, tr("Asking the registry…"), {});
    else if (m_tags.state() == Names::State::Loaded)
        showFace(m_tagStack, m_tagFace, tr("No tags"), tr("All images of this repository were deleted."));
    else
        showFace(m_tagStack, m_tagFace, tr("Choose a repository"), {});
}

// ---- deleting

void RegistryBrowser::askToDelete()
{
    const QString image = chosenImage(), repository = m_tags.subject();
    if (image.isEmpty())
        return;
    m_deleting = true;
    refreshTags();
    m_notice->show(Notice::Kind::Info, tr("Looking what else leads to this image…"));
    models::SameTags::find(
        m_session->client(), m_session->credentials(), repository,
        m_tagView->currentIndex().data().toString(), m_tags.names(), this,
        [this, image](const Result<models::SameTags::Found> &found) {
            m_deleting = false;
            refreshTags();
            m_notice->dismiss();
            if (found)
                confirmDelete(image, found->digest, found->tags, found->allSeen && !m_tags.hasMore());
            else
                m_notice->show(
                    Notice::Kind::Error,
                    tr("%1 cannot be deleted: %2").arg(image, QString::fromStdString(found.error().message)));
        });
}

void RegistryBrowser::confirmDelete(const QString &image, const QString &digest, const QStringList &tags,
                                    bool all)
{
    const QString repository = image.left(image.lastIndexOf(u':'));
    QStringList lines;
    for (const QString &tag : tags.first(std::min<qsizetype>(tags.size(), 12)))
        lines.append(repository + u':' + tag);
    if (tags.size() > 12)
        lines.append(tr("and %n more", nullptr, int(tags.size()) - 12));
    lines.append(digest);
    if (!all)
        lines.append(tr("Not all tags were looked at: others that lead to this image go with it."));
    lines.append(QString());
    lines.append(tr("Nobody can pull it from there any more. Copies on this computer stay."));
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Delete from the registry?"),
                        tr("This goes from %1 for everybody:").arg(m_registry), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names come from outside
    box->setInformativeText(lines.join(u'\n'));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box->addButton(tr("Delete"), QMessageBox::DestructiveRole), &QPushButton::clicked, this,
            [this, repository, digest, tags] { deleteNow(repository, digest, tags); });
    box->open();
}

void RegistryBrowser::deleteNow(const QString &repository, const QString &digest, const QStringList &tags)
{
    const QString registry = models::parseImageName(repository).registry;
    m_session->credentials()->find(
        registry, this, [this, registry, repository, digest, tags](const Result<models::Credential> &found) {
            const std::string auth = found ? models::authHeader(*found, registry) : std::string();
            client::deleteManifest(
                *m_session->client(), (repository + u'@' + digest).toStdString(), auth, this,
                [this, repository, tags](const Result<api::ManifestDeleted> &deleted) {
                    if (!deleted) {
                        m_notice->show(Notice::Kind::Error,
                                       tr("It was not deleted: %1")
                                           .arg(QString::fromStdString(deleted.error().message)));
                        return;
                    }
                    m_notice->show(Notice::Kind::Info, tr("%1 of %2 is deleted.", "tags, repository")
                                                           .arg(tags.join(QStringLiteral(", ")), repository));
                    if (m_tags.subject() == repository) {
                        for (const QString &tag : tags)
                            m_tags.remove(tag);
                    }
                });
        });
}

} // namespace quayside::ui

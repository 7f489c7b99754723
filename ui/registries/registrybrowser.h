// What a registry holds: its repositories, and the tags of the one that is chosen.
#pragma once

#include "models/registries/imagesearch.h"
#include "models/registries/registrynames.h"
#include "models/system/enginesession.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace quayside::ui
{

class Notice;
class Placeholder;

// Docker Hub lists no repositories: there the filter line searches.
class RegistryBrowser : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryBrowser(models::EngineSession *session, QWidget *parent = nullptr);

    void showRegistry(const QString &registry);
    void reload();
    [[nodiscard]] models::RegistryNames *repositories() { return &m_repositories; }
    [[nodiscard]] models::RegistryNames *tags() { return &m_tags; }
    [[nodiscard]] QListView *repositoryView() const { return m_repositoryView; }
    [[nodiscard]] QListView *tagView() const { return m_tagView; }
    [[nodiscard]] QString chosenRepository() const; // "localhost:5000/some/box", or ""
    [[nodiscard]] QString chosenImage() const;      // with its tag, or ""

signals:
    void pullWanted(const QString &reference);

private:
    QWidget *makeRepositories();
    QWidget *makeTags();
    void onTextEdited(const QString &text);
    void onRepositoryChosen();
    void refreshRepositories();
    void refreshTags();
    void showFace(QStackedWidget *stack, Placeholder *face, const QString &headline, const QString &sentence);
    void askToDelete();
    void confirmDelete(const QString &image, const QString &digest, const QStringList &tags, bool all);
    void deleteNow(const QString &repository, const QString &digest, const QStringList &tags);

    models::EngineSession *m_session;
    QString m_registry;
    models::RegistryNames m_repositories, m_tags;
    models::ImageSearch m_search; // of Docker Hub
    QSortFilterProxyModel m_shown, m_shownTags;
    Notice *m_notice;
    QLineEdit *m_filter;
    QLabel *m_count, *m_tagsOf;
    QStackedWidget *m_repositoryStack, *m_tagStack;
    Placeholder *m_repositoryFace, *m_tagFace;
    QListView *m_repositoryView, *m_tagView;
    QPushButton *m_pull, *m_copy, *m_delete;
    bool m_deleting = false;
};

} // namespace quayside::ui

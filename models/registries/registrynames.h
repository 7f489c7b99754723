// Names out of a registry, page by page: its repositories, or the tags of one of them.
#pragma once

#include "models/client/registries.h"
#include "models/registries/credentialstore.h"

#include <QAbstractListModel>
#include <QStringList>

namespace quayside::models
{

class RegistryNames : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Nothing, Loading, Loaded, Failed };

    // Both must outlive it.
    RegistryNames(client::EngineClient *client, CredentialStore *credentials, QObject *parent = nullptr);

    void showRepositories(const QString &registry);
    void showTags(const QString &image); // "localhost:5000/some/box"
    void clear();
    void remove(const QString &name); // after the registry has deleted it

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const { return m_problem; } // of Failed, in a sentence
    [[nodiscard]] const QString &subject() const { return m_subject; } // what was asked for last
    [[nodiscard]] const QStringList &names() const { return m_names; }
    // More are there than are shown: a view fetches them when it is scrolled to its end.
    [[nodiscard]] bool hasMore() const { return !m_next.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();

private:
    // Pages that come by themselves, so that a filter finds what it should; beyond that, scrolling fetches.
    static constexpr qsizetype enough = 2000;

    void start(const QString &subject, const QString &registry, bool tags);
    void fetchPage();
    void onPage(const Result<std::pair<std::vector<std::string>, std::string>> &page);
    void setState(State state, const QString &problem = {});

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    QString m_subject, m_problem, m_loginProblem;
    QStringList m_names;
    std::string m_auth, m_next;
    State m_state = State::Nothing;
    bool m_tags = false;
    int m_generation = 0; // counts subjects: answers about another one are not taken
    client::Call m_call;
};

} // namespace quayside::models

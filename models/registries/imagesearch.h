// What is found for a word while it is typed: asked a moment after the last key, and of the newest word only.
#pragma once

#include "models/client/registries.h"
#include "models/registries/credentialstore.h"

#include <QAbstractListModel>
#include <QTimer>

namespace quayside::models
{

struct FoundImage {
    QString name, description;
    qint64 stars = 0;
    bool official = false;
};

class ImageSearch : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Nothing, Searching, Done, Failed };
    enum Role { DescriptionRole = Qt::UserRole + 1, StarsRole, OfficialRole };

    // Both must outlive it.
    ImageSearch(client::EngineClient *client, CredentialStore *credentials, QObject *parent = nullptr);

    // "": nothing is looked for any more. "localhost:5000/word" looks in another registry than Docker Hub.
    void setTerm(const QString &term);
    [[nodiscard]] const QString &term() const { return m_term; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const QList<FoundImage> &found() const { return m_found; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void stateChanged();

private:
    static constexpr int delay = 350, most = 50; // milliseconds, results

    void search();
    void ask(const std::string &auth);
    void show(QList<FoundImage> found);
    void setState(State state, const QString &problem = {});

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    QString m_term, m_problem;
    QList<FoundImage> m_found;
    State m_state = State::Nothing;
    QTimer m_timer;
    client::Call m_call;
    int m_generation = 0;
};

} // namespace quayside::models

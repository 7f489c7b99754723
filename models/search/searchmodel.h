// What fits the text that was typed, best first.
#pragma once

#include "models/search/ranking.h"

#include <QAbstractListModel>

namespace quayside::models
{

class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole, KeysRole };
    static constexpr int mostRows = 50;
    static constexpr int mostRecent = 6;

    explicit SearchModel(QObject *parent = nullptr);

    // Searched from now on, for the same text.
    void setEntries(QList<SearchEntry> entries);
    void setQuery(const QString &query);
    // Ids of what was chosen lately, the latest first: it comes before others.
    void setRecent(const QStringList &ids) { m_recent = ids; }
    [[nodiscard]] const QStringList &recent() const { return m_recent; }

    // Remembers the choice and opens it. The entry may change the model.
    void choose(const QModelIndex &index);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void search();

    QList<SearchEntry> m_entries;
    QList<FoldedEntry> m_folded;
    QStringList m_words, m_recent;
    QList<int> m_shown; // indexes of entries
};

} // namespace quayside::models

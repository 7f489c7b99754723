// The cards of a document as rows, kept in step with it.
#pragma once

#include "models/builds/buildsteps.h"
#include "models/dockerfile/cards/cards.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

#include <vector>

namespace quayside::models
{

// What a build says about the instruction that begins in a line, or about a stage by the line of its FROM.
struct CardFact {
    BuildStep::State state = BuildStep::State::Waiting;
    QString text;       // a few words: "cached · 1.2 s · 14 MB"
    QString detail;     // for a tooltip
    bool stale = false; // the text has changed since
    bool operator==(const CardFact &) const = default;
};
using CardFacts = QHash<int, CardFact>; // by line

class CardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeywordRole = Qt::UserRole + 1, // upper case, "" of what cannot be read
        KindRole,                       // Card::Kind
        DetailRole,                     // the instruction in one line
        CommentsRole,                   // above it, by lines
        ProblemRole,
        NoteRole, // see setNote()
        StageRole,
        BeginsStageRole,
        LineRole,
        FactTextRole, // null where there is none
        FactStateRole,
        FactStaleRole,
    };

    static constexpr int pause = 60; // milliseconds

    // The document must outlive it. The rows follow a little later than the text, when nobody types; who is
    // about to change the text by them says update() before.
    explicit CardModel(DockerfileDocument *document, QObject *parent = nullptr);

    [[nodiscard]] const DockerfileSnapshot &snapshot() const { return *m_snapshot; }
    [[nodiscard]] const Cards &cards() const { return m_cards; }
    [[nodiscard]] const Card &card(int row) const { return m_cards.cards[std::size_t(row)]; }
    // Rows come and go because the text has changed: nobody has chosen anything.
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    // The text is another one already than what the rows show.
    [[nodiscard]] bool isBehind() const { return m_snapshot != m_document->snapshot(); }
    [[nodiscard]] int rowOfLine(int line) const { return cardAt(m_cards, line); } // -1: none

    void update();
    void setFacts(const CardFacts &facts);
    // A sentence that stays at a card until it is another text; "": none.
    void setNote(int row, const QString &note);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void refreshed(); // the rows are those of the document's new text

private:
    [[nodiscard]] QVariant fact(const Card &card, int role) const;

    DockerfileDocument *m_document;
    DockerfileSnapshotPtr m_snapshot;
    Cards m_cards;
    std::vector<QString> m_notes; // one for each card
    CardFacts m_facts;
    QTimer m_later;
    bool m_refreshing = false;
};

} // namespace quayside::models

#include "models/dockerfile/cards/cardmodel.h"

#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/cards/cardtext.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{

CardModel::CardModel(DockerfileDocument *document, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_snapshot(document->snapshot()),
      m_cards(cardsOf(*m_snapshot)), m_notes(m_cards.cards.size())
{
    m_later.setSingleShot(true);
    m_later.setInterval(pause);
    connect(&m_later, &QTimer::timeout, this, &CardModel::update);
    connect(document, &DockerfileDocument::changed, &m_later, qOverload<>(&QTimer::start));
}

// Only rows that are other ones change, so that a selection and an open form stay where they are.
void CardModel::update()
{
    m_later.stop();
    if (!isBehind())
        return;
    auto next = cardsOf(*m_document->snapshot());
    const auto &old = m_cards.cards;
    const auto &now = next.cards;
    const auto shorter = std::min(old.size(), now.size());
    std::size_t begin = 0, end = 0;
    while (begin < shorter && old[begin].text == now[begin].text)
        ++begin;
    while (end < shorter - begin && old[old.size() - 1 - end].text == now[now.size() - 1 - end].text)
        ++end;
    const int oldCount = int(old.size() - begin - end), newCount = int(now.size() - begin - end);
    std::vector<QString> notes(now.size());
    for (std::size_t i = 0; i < now.size(); ++i)
        if (i < begin)
            notes[i] = m_notes[i];
        else if (i >= now.size() - end)
            notes[i] = m_notes[i + old.size() - now.size()];
        else
            for (std::size_t j = begin; j < old.size() - end && notes[i].isEmpty(); ++j)
                if (old[j].text == now[i].text)
                    notes[i] = std::exchange(m_notes[j], {});
    m_refreshing = true;
    if (oldCount != newCount && oldCount > 0) {
        beginRemoveRows({}, int(begin), int(begin) + oldCount - 1);
        const auto at = std::ptrdiff_t(begin);
        m_cards.cards.erase(m_cards.cards.begin() + at, m_cards.cards.begin() + at + oldCount);
        m_notes.erase(m_notes.begin() + at, m_notes.begin() + at + oldCount);
        endRemoveRows();
    }
    const bool more = oldCount != newCount && newCount > 0;
    if (more)
        beginInsertRows({}, int(begin), int(begin) + newCount - 1);
    m_snapshot = m_document->snapshot();
    m_cards = std::move(next);
    m_notes = std::move(notes);
    if (more)
        endInsertRows();
    m_refreshing = false;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
    emit refreshed();
}

void CardModel::setFacts(const CardFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1),
                         {FactTextRole, FactStateRole, FactStaleRole, Qt::ToolTipRole});
}

void CardModel::setNote(int row, const QString &note)
{
    m_notes[std::size_t(row)] = note;
    emit dataChanged(index(row), index(row), {NoteRole, Qt::AccessibleTextRole, Qt::SizeHintRole});
}

int CardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.cards.size());
}

Qt::ItemFlags CardModel::flags(const QModelIndex &index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
               : Qt::ItemIsDropEnabled;
}

QVariant CardModel::fact(const Card &card, int role) const
{
    const auto found = m_facts.constFind(card.line);
    if (found == m_facts.cend() || card.kind != Card::Kind::Instruction)
        return {};
    return role == FactTextRole    ? QVariant(found->text)
           : role == FactStateRole ? QVariant(int(found->state))
           : role == FactStaleRole ? QVariant(found->stale)
                                   : QVariant(found->detail);
}

QVariant CardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &one = card(index.row());
    const auto *node = one.node(*m_snapshot);
    const bool known = one.kind != Card::Kind::Unknown && node != nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return CardText::title(*m_snapshot, one);
    case KeywordRole:
        return known ? QString::fromStdString(dockerfile::uppered(node->keyword)) : QString();
    case KindRole:
        return int(one.kind);
    case DetailRole:
        return CardText::detail(*m_snapshot, one);
    case CommentsRole:
        return CardText::comments(one);
    case ProblemRole:
        return QString::fromStdString(one.problem);
    case NoteRole:
        return m_notes[std::size_t(index.row())];
    case StageRole:
        return one.stage;
    case BeginsStageRole:
        return one.beginsStage(*m_snapshot);
    case LineRole:
        return one.line;
    case FactTextRole:
    case FactStateRole:
    case FactStaleRole:
        return fact(one, role);
    case Qt::ToolTipRole: {
        const auto detail = CardText::detail(*m_snapshot, one), facts = fact(one, role).toString();
        return facts.isEmpty() ? detail : detail + u'\n' + facts;
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{CardText::title(*m_snapshot, one)};
        if (one.kind == Card::Kind::Disabled)
            parts.append(CardText::tr("disabled"));
        parts.append(tr("line %1").arg(one.line));
        for (const auto &more : {fact(one, FactTextRole).toString(), QString::fromStdString(one.problem),
                                 m_notes[std::size_t(index.row())]})
            if (!more.isEmpty())
                parts.append(more);
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace quayside::models

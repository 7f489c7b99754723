#include "ui/dockerfile/cards/carddelegate.h"

#include "models/dockerfile/cards/cardmodel.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace quayside::ui
{

using models::Card;
using models::CardModel;

namespace
{

constexpr int gap = 4, padding = 8, symbolSize = 16, stageGap = 10;
constexpr int edges = 16 + 4; // beside the cards of a stage, the narrower ones

constexpr std::pair<const char *, Symbol> symbols[] = {
    {"FROM", Symbol::Image},     {"RUN", Symbol::Terminal},      {"COPY", Symbol::Copy},
    {"ADD", Symbol::Import},     {"WORKDIR", Symbol::Folder},    {"ENV", Symbol::Details},
    {"ARG", Symbol::Inspect},    {"EXPOSE", Symbol::Network},    {"USER", Symbol::LogIn},
    {"VOLUME", Symbol::Volume},  {"LABEL", Symbol::Tag},         {"CMD", Symbol::Play},
    {"ENTRYPOINT", Symbol::Run}, {"HEALTHCHECK", Symbol::Stats}, {"STOPSIGNAL", Symbol::Stop},
    {"SHELL", Symbol::Terminal}, {"ONBUILD", Symbol::Build},     {"MAINTAINER", Symbol::Rename},
};

Symbol cardSymbol(const QModelIndex &index)
{
    const auto keyword = index.data(CardModel::KeywordRole).toString();
    const auto *found =
        std::ranges::find_if(symbols, [&](const auto &one) { return keyword == QLatin1String(one.first); });
    return found == std::end(symbols) ? Symbol::Error : found->second;
}

QFont titleFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setWeight(index.data(CardModel::BeginsStageRole).toBool() ? QFont::Bold : QFont::Medium);
    return font;
}

QFont detailFont(const QStyleOptionViewItem &option)
{
    QFont font = fixedFont();
    font.setPointSizeF(option.font.pointSizeF() * 0.92);
    return font;
}

// What is said below the instruction: a problem, or a note that stays.
QString remark(const QModelIndex &index)
{
    const auto problem = index.data(CardModel::ProblemRole).toString();
    return problem.isEmpty() ? index.data(CardModel::NoteRole).toString() : problem;
}

QRect remarkRect(const QStyleOptionViewItem &option, const QString &text, int width)
{
    return option.fontMetrics.boundingRect(QRect(0, 0, std::max(40, width - symbolSize - 6), 10'000),
                                           int(Qt::TextWordWrap | Qt::AlignLeft), text);
}

QString firstComment(const QModelIndex &index)
{
    return index.data(CardModel::CommentsRole).toString().section(u'\n', 0, 0);
}

struct Paint {
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    bool selected = false;

    QColor text(bool minor) const
    {
        if (selected)
            return option.palette.color(QPalette::HighlightedText);
        return minor ? quietTextColor(option.palette) : option.palette.color(QPalette::Text);
    }
    void line(const QRect &box, const QFont &font, const QColor &color, const QString &what) const
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter),
                         QFontMetrics(font).elidedText(what, Qt::ElideRight, box.width()));
    }
    void frame(const QRect &box) const
    {
        QColor fill = option.palette.color(QPalette::AlternateBase),
               edge = option.palette.color(QPalette::Mid);
        edge.setAlphaF(0.6F);
        if (selected)
            fill = edge = option.palette.color(QPalette::Highlight);
        painter.setPen(QPen(edge, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    // What a build says, at the right of the title; the width that it takes.
    int fact(const QRect &box) const
    {
        const auto text = index.data(CardModel::FactTextRole).toString();
        const auto state = index.data(CardModel::FactStateRole);
        if (!state.isValid())
            return 0;
        const bool stale = index.data(CardModel::FactStaleRole).toBool();
        const int width = std::min(option.fontMetrics.horizontalAdvance(text), box.width() / 2);
        const QRect place(box.right() - width, box.top(), width + 1, box.height());
        painter.save();
        if (stale && !selected) // there it would not be read
            painter.setOpacity(0.7);
        const auto color = option.palette.color(QPalette::HighlightedText);
        const QRectF glyph(place.left() - symbolSize, box.center().y() - 6, 12, 12);
        paintBuildGlyph(&painter, glyph, models::BuildStep::State(state.toInt()),
                        selected ? &color : nullptr);
        line(place, option.font, this->text(true), text);
        painter.restore();
        return width + symbolSize + 8;
    }
    void remarkBelow(const QRect &box, const QString &text) const
    {
        const bool problem = !index.data(CardModel::ProblemRole).toString().isEmpty();
        icon(problem ? Symbol::Error : Symbol::Warning)
            .paint(&painter, QRect(box.left(), box.top(), symbolSize, symbolSize), Qt::AlignCenter,
                   selected ? QIcon::Selected : QIcon::Normal);
        painter.setFont(option.font);
        painter.setPen(selected ? this->text(false) : toneColor(problem ? Tone::Bad : Tone::Busy));
        painter.drawText(box.adjusted(symbolSize + 6, 0, 0, 0), int(Qt::TextWordWrap | Qt::AlignLeft), text);
    }
};

} // namespace

void CardDelegate::setOpen(int row, int height)
{
    m_openRow = row;
    m_openHeight = height;
}

int CardDelegate::widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

int CardDelegate::headHeight(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    int height =
        gap + padding * 2 + option.fontMetrics.height() + QFontMetrics(detailFont(option)).height() + 2;
    if (index.data(CardModel::BeginsStageRole).toBool() && index.row() > 0)
        height += stageGap;
    if (!firstComment(index).isEmpty())
        height += option.fontMetrics.height();
    if (const auto text = remark(index); !text.isEmpty())
        height +=
            4 +
            std::max(symbolSize,
                     remarkRect(option, text, widthOf(option) - edges - 3 * padding - symbolSize).height());
    return height;
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {100, headHeight(option, index) + (index.row() == m_openRow ? m_openHeight + gap : 0)};
}

void CardDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    const int top = option.rect.top() + headHeight(option, index);
    editor->setGeometry(option.rect.left() + 12, top, option.rect.width() - 20, m_openHeight);
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool stage = index.data(CardModel::BeginsStageRole).toBool();
    const auto kind = Card::Kind(index.data(CardModel::KindRole).toInt());
    const Paint paint{*painter, option, index, option.state.testFlag(QStyle::State_Selected)};
    // Instructions of a stage stand a little further in than its FROM.
    const bool inStage = !stage && index.data(CardModel::StageRole).toInt() >= 0;
    QRect box = option.rect.adjusted(inStage ? 16 : 4, gap, -4, 0);
    if (stage && index.row() > 0)
        box.setTop(box.top() + stageGap);
    box.setBottom(option.rect.top() + headHeight(option, index) - 1);
    if (kind == Card::Kind::Disabled && !paint.selected)
        painter->setOpacity(0.6);
    paint.frame(box);
    if (option.state.testFlag(QStyle::State_HasFocus) && !paint.selected) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 5, 5);
    }
    QRect inner = box.adjusted(padding, padding, -padding, -padding);
    icon(cardSymbol(index))
        .paint(painter, QRect(inner.left(), inner.top() + 1, symbolSize, symbolSize), Qt::AlignCenter,
               paint.selected ? QIcon::Selected : QIcon::Normal);
    inner.setLeft(inner.left() + symbolSize + padding);
    QRect row(inner.left(), inner.top(), inner.width(), option.fontMetrics.height());
    const int factWidth = paint.fact(row);
    auto title = index.data().toString();
    if (kind == Card::Kind::Disabled)
        title = tr("Disabled: %1").arg(title);
    paint.line(row.adjusted(0, 0, -factWidth, 0), titleFont(option, index), paint.text(false), title);
    row.translate(0, row.height() + 2);
    row.setHeight(QFontMetrics(detailFont(option)).height());
    paint.line(row, detailFont(option), paint.text(true), index.data(CardModel::DetailRole).toString());
    row.translate(0, row.height());
    row.setHeight(option.fontMetrics.height());
    if (const auto comment = firstComment(index); !comment.isEmpty()) {
        QFont italic = option.font;
        italic.setItalic(true);
        paint.line(row, italic, paint.text(true), comment);
        row.translate(0, row.height());
    }
    if (const auto text = remark(index); !text.isEmpty())
        paint.remarkBelow(QRect(inner.left(), row.top() + 4, inner.width(), inner.bottom() - row.top()),
                          text);
    painter->restore();
}

} // namespace quayside::ui

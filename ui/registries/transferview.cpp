#include "ui/registries/transferview.h"

#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"

#include <QHeaderView>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::LayerProgress;
using models::LayerState;

namespace
{

constexpr int barWidth = 84, margin = 8;

// A bar before what it stands for in words.
class LayerDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QRect text = option.rect.adjusted(margin, 0, -margin, 0);
        painter->save();
        if (index.column() == LayerProgress::ProgressColumn) {
            paintBar(painter, QRect(text.left(), text.center().y() - 2, barWidth, 5), option, index);
            text.setLeft(text.left() + barWidth + margin);
        }
        const bool first = index.column() == LayerProgress::LayerColumn;
        painter->setFont(first ? fixedFont() : option.font);
        painter->setPen(first ? option.palette.color(QPalette::Text) : quietTextColor(option.palette));
        painter->drawText(
            text, int(Qt::AlignLeft | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {60, option.fontMetrics.height() + 10};
    }

private:
    static void paintBar(QPainter *painter, const QRect &place, const QStyleOptionViewItem &option,
                         const QModelIndex &index)
    {
        using Phase = LayerState::Phase;
        const auto phase = Phase(index.data(LayerProgress::PhaseRole).toInt());
        const qint64 done = index.data(LayerProgress::DoneRole).toLongLong(),
                     total = index.data(LayerProgress::TotalRole).toLongLong();
        const bool over = phase == Phase::Ended || phase == Phase::Present;
        const double share = over || phase == Phase::Unpacking ? 1.0
                             : total > 0                       ? double(done) / double(total)
                                                               : 0.0;
        QColor ground = option.palette.color(QPalette::Text);
        ground.setAlphaF(0.14F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(place, 2.5, 2.5);
        if (share <= 0)
            return;
        painter->setBrush(toneColor(over ? Tone::Good : Tone::Accent));
        painter->drawRoundedRect(QRectF(place.left(), place.top(), place.width() * share, place.height()),
                                 2.5, 2.5);
    }
};

} // namespace

TransferView::TransferView(QWidget *parent)
    : QWidget(parent), m_summary(new ElidedLabel(this)), m_bar(new QProgressBar(this)),
      m_table(new QTreeView(this))
{
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setFixedHeight(fontMetrics().height() + 4);
    m_summary->setText(tr("The layers are listed here, each with its progress, once it begins."));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress of the whole"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setItemDelegate(new LayerDelegate(m_table));
    m_table->setAccessibleName(tr("Layers"));
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setSectionsMovable(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
}

void TransferView::showTransfer(models::TransferOperation *operation)
{
    if (m_operation != nullptr)
        m_operation->disconnect(this);
    m_operation = operation;
    m_lastSummary.clear();
    m_table->setModel(operation == nullptr ? nullptr : operation->layers());
    if (operation == nullptr)
        return;
    const QFontMetrics fixed(fixedFont());
    m_table->setColumnWidth(LayerProgress::LayerColumn,
                            fixed.horizontalAdvance(QStringLiteral("0123456789ab")) + 22);
    m_table->setColumnWidth(LayerProgress::StateColumn, fontMetrics().averageCharWidth() * 20);
    connect(operation, &models::Operation::changed, this, &TransferView::refresh);
    refresh();
}

void TransferView::refresh()
{
    if (m_operation == nullptr)
        return;
    const bool running = m_operation->isRunning();
    const qint64 total = m_operation->total();
    const bool succeeded = m_operation->state() == models::Operation::State::Succeeded;
    m_bar->setRange(0, total > 0 || !running ? 1000 : 0);
    if (succeeded)
        m_bar->setValue(1000);
    else if (total > 0)
        m_bar->setValue(int(std::clamp<qint64>(m_operation->done() * 1000 / total, 0, 1000)));
    else if (!running)
        m_bar->setValue(0);
    // How it ended stands in whatever this view is part of: here stays how far it came.
    if (running)
        m_lastSummary = m_operation->detail();
    m_summary->setText(succeeded ? tr("All layers are there") : m_lastSummary);
    m_summary->setAccessibleName(m_summary->text());
}

} // namespace quayside::ui

// How the cells of the container list are painted: state glyphs, tones, ports as links.
#pragma once

#include "models/containers/containerrow.h"
#include "ui/common/celltexts.h"

#include <QStyledItemDelegate>

namespace quayside::ui
{

class ContainerActions;

// State as shape and colour: a filled disc runs, bars pause, a ring has ended, a cross failed, dots are
// created.
void paintStateGlyph(QPainter *painter, const QRectF &box, models::ContainerState state,
                     models::Health health, const QColor *overrideColor = nullptr);

class ContainerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ContainerDelegate(const ContainerActions *actions, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // The address behind a point of the ports column; "" elsewhere.
    [[nodiscard]] QString urlAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QPoint &point) const;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void urlActivated(const QString &url);

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPorts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    // Where each port of the cell stands; those that do not fit are left out.
    [[nodiscard]] QList<std::pair<QRect, models::PublishedPort>>
    layOutPorts(const QStyleOptionViewItem &option, const QList<models::PublishedPort> &ports) const;

    const ContainerActions *m_actions;
    mutable CellTexts m_texts;
};

} // namespace quayside::ui

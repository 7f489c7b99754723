// The tree of an image's files: sizes with bars, changes as shape, colour and word.
#pragma once

#include "models/images/contenttree.h"
#include "ui/common/table.h"

#include <QStyledItemDelegate>

namespace quayside::ui
{

// Plus, wave, minus or a ring within the box. color: nullptr for that of the change.
void paintChangeGlyph(QPainter *painter, const QRectF &box, models::ContentEntry::Change change,
                      const QColor *color = nullptr);

class ContentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ContentDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintSize(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintChange(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QIcon m_folder, m_file, m_link;
};

class ContentView : public Table
{
    Q_OBJECT

public:
    // The tree must outlive it. name: of its settings.
    ContentView(models::ContentTree *tree, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] models::ContentTree *tree() const { return m_tree; }
    // Of the row that is chosen; nullptr where none is.
    [[nodiscard]] const models::ContentEntry *chosenEntry() const { return m_tree->entry(chosenRow()); }

private:
    void showRow(const QModelIndex &index);

    models::ContentTree *m_tree;
};

} // namespace quayside::ui

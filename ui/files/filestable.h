// The table of a folder: keys of a file manager, which mean the files here and not the container, and drags
// that begin when what is dragged is on this computer.
#pragma once

#include "ui/common/rowdelegate.h"
#include "ui/common/table.h"

namespace quayside::ui
{

// A symbol for what it is; what was changed in its colour.
class FileDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit FileDelegate(QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const override;
    [[nodiscard]] QColor textColor(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const override;
    [[nodiscard]] QFont nameFont(const QStyleOptionViewItem &option) const override { return option.font; }

private:
    QIcon m_folder, m_file, m_link;
};

class FilesTable : public Table
{
    Q_OBJECT

public:
    using Table::Table;

signals:
    void upWanted();     // Backspace, Alt+Up
    void renameWanted(); // F2
    void removeWanted(); // Del
    void reloadWanted(); // F5
    void dragBegun();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
};

} // namespace quayside::ui

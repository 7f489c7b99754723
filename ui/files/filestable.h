// The table of a folder: keys of a file manager, which mean the files here and not the container, and drags
// that begin when what is dragged is on this computer.
#pragma once

#include "ui/common/table.h"

namespace quayside::ui
{

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

// What is wrong with the lessons of a folder, line by line; it follows while they are mended.
#pragma once

#include "models/learn/lessons/shelf.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace quayside::ui
{

class MistakesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MistakesDialog(models::Shelf *shelf, QWidget *parent = nullptr); // must outlive it

    [[nodiscard]] QTreeWidget *list() const { return m_list; }

private:
    void fill();
    void copy() const;

    models::Shelf *m_shelf;
    QLabel *m_words;
    QTreeWidget *m_list;
};

} // namespace quayside::ui

// Two texts of a file, line by line.
#pragma once

#include <QDialog>

namespace quayside::ui
{

class CompareText : public QDialog
{
    Q_OBJECT

public:
    // Lines of `theirs` only are marked "-", those of `mine` only "+".
    CompareText(const QString &name, const QString &theirs, const QString &mine, QWidget *parent = nullptr);
};

} // namespace quayside::ui

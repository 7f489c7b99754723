// Beside the form: the same as a `docker run` line, what will be reachable where, and warnings.
#pragma once

#include "models/containers/runoptions.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace quayside::ui
{

class RunPreview : public QWidget
{
    Q_OBJECT

public:
    explicit RunPreview(QWidget *parent = nullptr);

    void showOptions(const models::RunOptions &options);
    [[nodiscard]] QString runLine() const;

signals:
    void lineWanted(const QString &line); // what is in the clipboard is to fill the form

private:
    QPlainTextEdit *m_line;
    QLabel *m_reach, *m_warnings;
};

} // namespace quayside::ui

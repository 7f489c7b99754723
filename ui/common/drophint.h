// A page that takes files which are dropped on it.
#pragma once

#include <QLabel>
#include <QStringList>

class QMimeData;

namespace quayside::ui
{

// Files of this computer among what is dragged.
QStringList localFiles(const QMimeData *data);

// Over the whole page while files are dragged over it: a dashed frame, and what dropping them does.
class DropHint : public QLabel
{
    Q_OBJECT

public:
    explicit DropHint(const QString &sentence, QWidget *page);
    void setDragging(bool dragging);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace quayside::ui

// A label of one line that gives way in the middle when it lacks room; the whole text is its tooltip then.
#pragma once

#include <QLabel>

namespace quayside::ui
{

class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace quayside::ui

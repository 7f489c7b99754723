// A label with links in the palette's colour, also after the palette has changed: text takes the colour when
// it is set.
#pragma once

#include <QLabel>

namespace quayside::ui
{

class LinkLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace quayside::ui

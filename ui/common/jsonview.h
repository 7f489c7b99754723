// A JSON document, indented and coloured, for reading and copying.
#pragma once

#include <QPlainTextEdit>

namespace quayside::ui
{

class JsonView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    void setJson(const QByteArray &json); // any spacing

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace quayside::ui

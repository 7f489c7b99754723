// Asks for one name, and the engine for what is to be called that: where it refuses, its sentence stands
// above the name.
#pragma once

#include "models/client/call.h"
#include "ui/common/formdialog.h"

#include <functional>

namespace quayside::ui
{

class NameDialog : public FormDialog
{
    Q_OBJECT

public:
    using Ask = std::function<void(const QString &name, const client::Done<void> &done)>;

    // name: what stands in the line at first, selected.
    NameDialog(const QString &title, const QString &label, const QString &name, const QString &accept,
               Ask ask, QWidget *parent = nullptr);

protected:
    void send() override;

private:
    QLineEdit *m_name;
    QString m_before;
    Ask m_ask;
};

} // namespace quayside::ui

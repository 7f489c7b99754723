// Asks for the address of an engine, and for what its way needs.
#pragma once

#include "models/system/enginechoices.h"
#include "ui/common/formdialog.h"

class QLabel;

namespace quayside::ui
{

class EngineDialog : public FormDialog
{
    Q_OBJECT

public:
    EngineDialog(const QString &title, const QString &accept, const models::EngineAddress &engine,
                 QWidget *parent = nullptr);

    [[nodiscard]] models::EngineAddress engine() const; // once it was accepted

protected:
    void send() override;

private:
    QLineEdit *addFile(const QString &label, const QString &name, const QString &tip, bool folder);
    void refresh();
    [[nodiscard]] QString typed() const;

    QLineEdit *m_name, *m_address, *m_certificates, *m_identity;
    QLabel *m_hint;
    QString m_accepted;
};

} // namespace quayside::ui

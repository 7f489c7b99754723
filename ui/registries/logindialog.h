// Logging in to a registry: asks it through the engine, then keeps the login.
#pragma once

#include "models/registries/registries.h"
#include "ui/common/formdialog.h"

namespace quayside::ui
{

class LoginDialog : public FormDialog
{
    Q_OBJECT

public:
    // registries must outlive it. user: what stands there at first.
    LoginDialog(models::Registries *registries, const QString &registry, const QString &user,
                QWidget *parent = nullptr);

signals:
    void loggedIn(const QString &registry, const QString &sentence); // who, and where it is kept

protected:
    void send() override;

private:
    models::Registries *m_registries;
    QString m_registry;
    QLineEdit *m_user, *m_password;
};

} // namespace quayside::ui

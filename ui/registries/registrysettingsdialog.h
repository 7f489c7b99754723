// Mirrors and insecure registries: settings of the engine, for everybody who uses it.
#pragma once

#include "models/registries/registries.h"
#include "ui/common/formdialog.h"

namespace quayside::ui
{

class RegistrySettingsDialog : public FormDialog
{
    Q_OBJECT

public:
    // registries, whose settings must be known, must outlive it.
    explicit RegistrySettingsDialog(models::Registries *registries, QWidget *parent = nullptr);

protected:
    void send() override;

private:
    QPlainTextEdit *addLines(const QString &label, const QString &name, const QString &placeholder,
                             const std::vector<std::string> &lines);
    void sayWhyNot();

    models::Registries *m_registries;
    QPlainTextEdit *m_mirrors, *m_insecure;
};

} // namespace quayside::ui

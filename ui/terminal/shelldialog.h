// Which shell, as whom, where.
#pragma once

#include "models/containers/shellchoices.h"
#include "ui/common/formdialog.h"
#include "ui/terminal/terminalstart.h"

class QComboBox;

namespace quayside::ui
{

class ShellDialog : public FormDialog
{
    Q_OBJECT

public:
    ShellDialog(client::EngineClient *client, const QString &containerId, QWidget *parent = nullptr);

    [[nodiscard]] const models::ShellChoices &choices() const { return m_choices; }

signals:
    void chosen(const quayside::ui::TerminalStart &start);

protected:
    void send() override;

private:
    void fill();
    QComboBox *addBox(const QString &label, const QString &name);

    models::ShellChoices m_choices;
    QComboBox *m_shell, *m_user;
    QLineEdit *m_folder;
};

} // namespace quayside::ui

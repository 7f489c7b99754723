// An image of a container as it is now: its name, and what it says about itself.
#pragma once

#include "models/client/files.h"
#include "ui/common/formdialog.h"

class QCheckBox;

namespace quayside::ui
{

class CommitDialog : public FormDialog
{
    Q_OBJECT

public:
    CommitDialog(const QString &id, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] client::Commit commit() const;

protected:
    void send() override;

private:
    QString m_id;
    QLineEdit *m_name, *m_comment, *m_author;
    QPlainTextEdit *m_changes;
    QCheckBox *m_pause;
};

} // namespace quayside::ui

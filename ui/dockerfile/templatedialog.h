// A Dockerfile to start with, and the folder that it goes to.
#pragma once

#include "ui/common/formdialog.h"

class QComboBox;
class QLabel;
class QTabWidget;

namespace quayside::ui
{

class TemplateDialog : public FormDialog
{
    Q_OBJECT

public:
    // folder: that is proposed; may be "".
    explicit TemplateDialog(const QString &folder, QWidget *parent = nullptr);

    void setFolder(const QString &folder);
    void setTemplate(const QString &id);

signals:
    void made(const QString &path); // of the Dockerfile

protected:
    void send() override;

private:
    void refresh();
    void askFolder();

    QComboBox *m_template;
    QLabel *m_description;
    QLineEdit *m_folder;
    QTabWidget *m_files;
};

} // namespace quayside::ui

// Which file to import, under which name, with which command.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace quayside::ui
{

class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(QWidget *parent = nullptr);

    [[nodiscard]] QString fileName() const;
    void setFileName(const QString &file); // proposes a name for the image as well
    [[nodiscard]] QString reference() const;
    [[nodiscard]] QStringList changes() const; // Dockerfile instructions

private:
    void choose();
    void refresh();

    QLineEdit *m_file, *m_name, *m_command;
    QPushButton *m_import;
};

} // namespace quayside::ui

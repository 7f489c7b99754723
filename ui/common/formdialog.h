// A dialog with a form, whose button asks the engine: it stays open, with the engine's sentence, where that
// fails.
#pragma once

#include <QDialog>
#include <QMap>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace quayside::ui
{

class Notice;

class FormDialog : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const QString &title, const QString &accept, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    [[nodiscard]] QString problem() const; // "" where none is shown

    void setVisible(bool visible) override;

protected:
    [[nodiscard]] QFormLayout *form() const { return m_form; }
    QLineEdit *addLine(const QString &label, const QString &name, const QString &placeholder = {});
    // A few lines of "name=value".
    QPlainTextEdit *addPairs(const QString &label, const QString &name, const QString &placeholder);
    // The first line that is not "name=value" becomes *problem.
    static QMap<QString, QString> pairsOf(const QPlainTextEdit *edit, QString *problem);
    void addNote(const QString &sentence);

    void showProblem(const QString &sentence); // also makes the button work again
    virtual void send() = 0;                   // ends in accept() or showProblem()

private:
    void orderFields();

    QFormLayout *m_form;
    Notice *m_notice;
    QPushButton *m_accept, *m_cancel;
};

} // namespace quayside::ui

// The fields of one instruction, opened in place below its card.
#pragma once

#include "models/dockerfile/cards/form.h"
#include "ui/dockerfile/cards/fieldchoices.h"

#include <QFrame>

#include <vector>

class QFormLayout;
class QLabel;

namespace quayside::ui
{

class CardForm : public QFrame
{
    Q_OBJECT

public:
    explicit CardForm(const models::Form &form, const FieldChoices &choices = {}, QWidget *parent = nullptr);

    // The instruction says something else now; fields in which somebody is typing keep what is typed until it
    // is done. False where it is another kind of instruction: another form is needed.
    bool setForm(const models::Form &form);
    void showProblem(const QString &sentence); // "": none
    [[nodiscard]] QString problem() const;
    void focusFirst();
    // What is typed and not yet done counts now.
    void commit();

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void
    fieldEdited(const quayside::models::Field &field); // somebody is done with a field that is another one
    void closed();                                     // Escape, or the button
    void heightChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        models::Field field; // as it is in the file
        QWidget *editor = nullptr;
        QWidget *shape = nullptr; // QComboBox, of a command with more than one
    };

    void addRow(const models::Field &field);
    QWidget *makeEditor(const models::Field &field, Row &row);
    void show(const Row &row) const;
    [[nodiscard]] models::Field typed(const Row &row) const;
    void commit(const Row &row);
    void changeShape(std::size_t row);
    [[nodiscard]] static QString unreadable(const Row &row);
    QWidget *makeFilesButton(std::size_t row);

    std::string m_keyword;
    FieldChoices m_choices;
    QFormLayout *m_layout;
    QLabel *m_problem;
    std::vector<Row> m_rows;
};

} // namespace quayside::ui

#include "ui/common/namedialog.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace quayside::ui
{

NameDialog::NameDialog(const QString &title, const QString &label, const QString &name, const QString &accept,
                       Ask ask, QWidget *parent)
    : FormDialog(title, accept, parent), m_name(addLine(label, QStringLiteral("name"))), m_before(name),
      m_ask(std::move(ask))
{
    const auto refresh = [this] {
        const QString text = m_name->text().trimmed();
        acceptButton()->setEnabled(!text.isEmpty() && text != m_before);
    };
    connect(m_name, &QLineEdit::textChanged, this, refresh);
    m_name->setText(name);
    m_name->selectAll();
    refresh();
}

void NameDialog::send()
{
    m_ask(m_name->text().trimmed(), [dialog = QPointer<NameDialog>(this)](const Result<> &done) {
        if (dialog.isNull()) // closed before the answer came
            return;
        if (done)
            dialog->accept();
        else
            dialog->showProblem(QString::fromStdString(done.error().message));
    });
}

} // namespace quayside::ui

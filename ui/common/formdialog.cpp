#include "ui/common/formdialog.h"

#include "ui/common/appearance.h"
#include "ui/common/notice.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

FormDialog::FormDialog(const QString &title, const QString &accept, QWidget *parent)
    : QDialog(parent), m_form(new QFormLayout), m_notice(new Notice(this)),
      m_accept(new QPushButton(accept, this))
{
    setWindowTitle(title);
    m_form->setContentsMargins(14, 14, 14, 6);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(9);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole); // accept() comes with the engine's answer
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setIcon({}); // the style's red cross says "danger" where there is none
    m_cancel->setAutoDefault(false);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    auto *buttonRow = new QHBoxLayout;
    buttonRow->setContentsMargins(14, 6, 14, 12);
    buttonRow->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    layout->addLayout(m_form);
    layout->addStretch(1);
    layout->addLayout(buttonRow);
    setMinimumWidth(440);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_notice->dismiss();
        m_accept->setEnabled(false);
        send();
    });
}

void FormDialog::setVisible(bool visible)
{
    if (visible)
        orderFields();
    QDialog::setVisible(visible);
}

// Fields are added after the buttons were made: the order of the Tab key becomes that of the eye, from the
// first field.
void FormDialog::orderFields()
{
    QList<QWidget *> order;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QLayoutItem *item = m_form->itemAt(row, QFormLayout::FieldRole);
        if (item != nullptr && item->widget() != nullptr && item->widget()->focusPolicy() != Qt::NoFocus)
            order.append(item->widget());
    }
    if (!order.isEmpty())
        order.first()->setFocus();
    order << m_accept << m_cancel;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

QString FormDialog::problem() const
{
    return m_notice->text();
}

QLineEdit *FormDialog::addLine(const QString &label, const QString &name, const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    m_form->addRow(label, edit);
    edit->setAccessibleName(QString(label).remove(u'&'));
    return edit;
}

QPlainTextEdit *FormDialog::addPairs(const QString &label, const QString &name, const QString &placeholder)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(name);
    edit->setFont(fixedFont());
    edit->setPlaceholderText(placeholder);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(QFontMetrics(edit->font()).lineSpacing() * 3 + 12);
    m_form->addRow(label, edit);
    edit->setAccessibleName(QString(label).remove(u'&'));
    return edit;
}

QMap<QString, QString> FormDialog::pairsOf(const QPlainTextEdit *edit, QString *problem)
{
    QMap<QString, QString> pairs;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (trimmed.startsWith(u'=')) {
            *problem = tr("“%1” has no name before the equals sign.").arg(trimmed);
            return {};
        }
        pairs.insert(trimmed.section(u'=', 0, 0).trimmed(), trimmed.section(u'=', 1));
    }
    return pairs;
}

void FormDialog::addNote(const QString &sentence)
{
    auto *label = new QLabel(sentence, this);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(label);
}

void FormDialog::showProblem(const QString &sentence)
{
    m_notice->show(Notice::Kind::Error, sentence);
    m_accept->setEnabled(true);
    // A sentence of several lines needs room that the form does not give up.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace quayside::ui

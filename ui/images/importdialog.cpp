#include "ui/images/importdialog.h"

#include "models/common/shellwords.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace quayside::ui
{

ImportDialog::ImportDialog(QWidget *parent)
    : QDialog(parent), m_file(new QLineEdit(this)), m_name(new QLineEdit(this)),
      m_command(new QLineEdit(this))
{
    setWindowTitle(tr("Import an image"));
    resize(520, sizeHint().height());
    auto *hint = new QLabel(tr("The tar of a root file system becomes an image of one layer."), this);
    hint->setWordWrap(true);
    m_file->setPlaceholderText(tr("rootfs.tar, also compressed"));
    QAction *browse = m_file->addAction(icon(Symbol::Folder), QLineEdit::TrailingPosition);
    browse->setToolTip(tr("Choose a file"));
    m_name->setPlaceholderText(tr("my/base:1"));
    m_command->setPlaceholderText(tr("what a container of it runs, for example /bin/sh"));
    auto *form = new QFormLayout;
    form->addRow(tr("&File"), m_file);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Command"), m_command);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(browse, &QAction::triggered, this, &ImportDialog::choose);
    for (QLineEdit *edit : {m_file, m_name})
        connect(edit, &QLineEdit::textChanged, this, &ImportDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
}

void ImportDialog::choose()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Root file system"), m_file->text(),
                                     tr("Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;All files (*)"));
    if (!file.isEmpty())
        setFileName(file);
}

void ImportDialog::setFileName(const QString &file)
{
    m_file->setText(file);
    if (m_name->text().isEmpty())
        m_name->setText(QFileInfo(file).baseName().toLower() + QStringLiteral(":latest"));
}

void ImportDialog::refresh()
{
    m_import->setEnabled(QFileInfo(m_file->text()).isFile() && !m_name->text().trimmed().isEmpty());
}

QString ImportDialog::fileName() const
{
    return m_file->text();
}

QString ImportDialog::reference() const
{
    return m_name->text().trimmed();
}

QStringList ImportDialog::changes() const
{
    const auto words = models::splitShellWords(m_command->text());
    if (!words || words->isEmpty())
        return {};
    const QByteArray json = QJsonDocument(QJsonArray::fromStringList(*words)).toJson(QJsonDocument::Compact);
    return {QStringLiteral("CMD ") + QString::fromUtf8(json)};
}

} // namespace quayside::ui

#include "ui/dockerfile/templatedialog.h"

#include "models/dockerfile/files/templates.h"
#include "ui/common/icons.h"
#include "ui/dockerfile/editor/codeeditor.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace quayside::ui
{

TemplateDialog::TemplateDialog(const QString &folder, QWidget *parent)
    : FormDialog(tr("New from a template"), tr("Create"), parent), m_template(new QComboBox(this)),
      m_description(new QLabel(this)), m_files(new QTabWidget(this))
{
    m_template->setObjectName(QStringLiteral("template"));
    m_template->setAccessibleName(tr("Template"));
    for (const models::Template &one : models::Templates::all())
        m_template->addItem(icon(Symbol::Template), one.title, one.id);
    m_description->setWordWrap(true);
    form()->addRow(tr("&Template:"), m_template);
    form()->addRow(m_description);
    m_folder = addLine(tr("&Folder:"), QStringLiteral("folder"), tr("where its files are written"));
    QAction *choose = m_folder->addAction(icon(Symbol::Folder), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a folder"));
    choose->setToolTip(choose->text());
    m_files->setDocumentMode(true);
    m_files->setMinimumSize(520, 260);
    form()->addRow(m_files);
    connect(choose, &QAction::triggered, this, &TemplateDialog::askFolder);
    connect(m_template, &QComboBox::currentIndexChanged, this, &TemplateDialog::refresh);
    connect(m_folder, &QLineEdit::textChanged, this,
            [this](const QString &text) { acceptButton()->setEnabled(!text.trimmed().isEmpty()); });
    setFolder(folder);
    refresh();
}

void TemplateDialog::setFolder(const QString &folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
    acceptButton()->setEnabled(!folder.isEmpty());
}

void TemplateDialog::setTemplate(const QString &id)
{
    m_template->setCurrentIndex(m_template->findData(id));
}

void TemplateDialog::askFolder()
{
    auto *dialog = new QFileDialog(this, tr("The folder for the new files"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &TemplateDialog::setFolder);
    dialog->open();
}

void TemplateDialog::refresh()
{
    const QString id = m_template->currentData().toString();
    m_description->setText(models::Templates::all().at(m_template->currentIndex()).description);
    while (m_files->count() > 0)
        delete m_files->widget(0);
    QStringList files = models::Templates::files(id);
    files.move(files.indexOf(QStringLiteral("Dockerfile")), 0);
    for (const QString &file : std::as_const(files)) {
        auto *text = new CodeEditor(m_files);
        text->setFileName(file.section(u'/', -1));
        text->setFirstText(QString::fromUtf8(models::Templates::content(id, file)));
        text->setReadOnly(true);
        text->setAccessibleName(tr("Text of %1").arg(file));
        m_files->addTab(text, file);
    }
}

void TemplateDialog::send()
{
    const Result<QString> path = models::Templates::create(m_template->currentData().toString(),
                                                           QDir::cleanPath(m_folder->text().trimmed()));
    if (!path) {
        showProblem(QString::fromStdString(path.error().message) + u'.');
        return;
    }
    accept();
    emit made(*path);
}

} // namespace quayside::ui

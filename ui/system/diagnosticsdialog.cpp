#include "ui/system/diagnosticsdialog.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"

#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

DiagnosticsDialog::DiagnosticsDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_diagnostics(session), m_notice(new Notice(this)), m_list(new QTreeWidget(this)),
      m_text(new QPlainTextEdit(this)), m_save(new QPushButton(tr("&Save…"), this))
{
    setWindowTitle(tr("Diagnostics bundle"));
    resize(820, 520);
    auto *label =
        new QLabel(tr("For a report about a fault: exactly these files, in one archive on this computer. "
                      "Values of variables and labels, command lines and logins are masked. Nothing is "
                      "sent anywhere."),
                   this);
    label->setWordWrap(true);
    m_list->setHeaderLabels({tr("File"), tr("What it holds"), tr("Size")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Files of the bundle"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Content of the chosen file"));
    auto *both = new QSplitter(Qt::Vertical, this);
    both->addWidget(m_list);
    both->addWidget(m_text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(label);
    layout->addWidget(both, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DiagnosticsDialog::askWhere);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        const int at = item == nullptr ? -1 : m_list->indexOfTopLevelItem(item);
        m_text->setPlainText(at < 0 ? QString() : QString::fromUtf8(m_diagnostics.files()[at].content));
    });
    connect(&m_diagnostics, &models::Diagnostics::gathered, this, &DiagnosticsDialog::fill);
    m_text->setPlaceholderText(tr("Asking the engine…"));
    m_diagnostics.gather();
}

void DiagnosticsDialog::fill()
{
    for (const models::DiagnosticsFile &file : m_diagnostics.files()) {
        auto *item =
            new QTreeWidgetItem(m_list, {file.name, file.about, models::Text::size(file.content.size())});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(1, file.about);
    }
    m_list->resizeColumnToContents(0);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_save->setEnabled(true);
    m_save->setDefault(true);
}

void DiagnosticsDialog::askWhere()
{
    const QString name =
        QStringLiteral("quayside-report-%1.tar.gz").arg(QDate::currentDate().toString(Qt::ISODate));
    auto *dialog =
        new QFileDialog(this, tr("Save the bundle"), QDir::home().filePath(name), tr("Archives (*.tar.gz)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &DiagnosticsDialog::saveTo);
    dialog->open();
}

void DiagnosticsDialog::saveTo(const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(m_diagnostics.archive()) >= 0 && file.commit())
        m_notice->show(Notice::Kind::Info, tr("Saved as %1.").arg(path));
    else
        m_notice->show(Notice::Kind::Error, tr("%1 cannot be written: %2.").arg(path, file.errorString()));
}

} // namespace quayside::ui

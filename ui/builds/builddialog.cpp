#include "ui/builds/builddialog.h"

#include "ui/builds/buildstepdelegate.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::BuildStep;
using models::BuildSteps;

namespace
{

// A folder's name as a repository's: distribution-spec, "Pulling manifests", <name>.
QString proposedName(const QString &folder)
{
    static const QRegularExpression foreign(QStringLiteral("[^a-z0-9]+"));
    QString name = QFileInfo(folder).fileName().toLower().replace(foreign, QStringLiteral("-"));
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QString() : name + QStringLiteral(":latest");
}

} // namespace

BuildDialog::BuildDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_folder(new QLineEdit(this)), m_dockerfile(new QLineEdit(this)),
      m_name(new QLineEdit(this)), m_target(new QLineEdit(this)), m_arguments(new QPlainTextEdit(this)),
      m_noCache(new QCheckBox(tr("Run every step, whatever is &cached"), this)),
      m_pull(new QCheckBox(tr("Look for &newer base images"), this)), m_steps(new QTreeView(this)),
      m_log(new QPlainTextEdit(this)), m_now(new ElidedLabel(this)), m_progress(new QProgressBar(this)),
      m_notice(new Notice(this))
{
    setWindowTitle(tr("Build an image"));
    resize(760, 680);
    auto *layout = new QVBoxLayout(this);
    makeForm(layout);
    layout->addWidget(m_notice);
    makeProgress(layout);
    makeButtons(layout);
    refresh();
}

void BuildDialog::makeForm(QVBoxLayout *layout)
{
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setPlaceholderText(tr("The folder with the Dockerfile and what it copies"));
    auto *browse = new QPushButton(icon(Symbol::Folder), tr("C&hoose…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &BuildDialog::chooseFolder);
    auto *folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);
    m_dockerfile->setObjectName(QStringLiteral("dockerfile"));
    m_dockerfile->setText(QStringLiteral("Dockerfile"));
    m_dockerfile->setToolTip(tr("Its path in the folder"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("friendlyhello:latest; may be empty"));
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setPlaceholderText(tr("the last stage"));
    m_target->setToolTip(tr("The stage of the Dockerfile to build, by its name or number"));
    m_arguments->setObjectName(QStringLiteral("arguments"));
    m_arguments->setPlaceholderText(tr("NAME=value, one a line"));
    m_arguments->setTabChangesFocus(true);
    m_arguments->setFixedHeight((m_arguments->fontMetrics().lineSpacing() * 2) + 14);
    m_noCache->setObjectName(QStringLiteral("no-cache"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *folderLabel = new QLabel(tr("&Folder"), this);
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, folderRow);
    form->addRow(tr("&Dockerfile"), m_dockerfile);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(tr("&Target"), m_target);
    form->addRow(tr("&Arguments"), m_arguments);
    form->addRow(QString(), m_noCache);
    form->addRow(QString(), m_pull);
    layout->addLayout(form);
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString &folder) {
        if (!m_nameTouched)
            m_name->setText(proposedName(folder.trimmed()));
        refresh();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTouched = true; });
    connect(m_dockerfile, &QLineEdit::textChanged, this, &BuildDialog::refresh);
}

void BuildDialog::makeProgress(QVBoxLayout *layout)
{
    m_steps->setItemDelegate(new BuildStepDelegate(m_steps));
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setAllColumnsShowFocus(true);
    m_steps->setAccessibleName(tr("Steps"));
    m_log->setReadOnly(true);
    m_log->setFont(fixedFont());
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setMaximumBlockCount(int(BuildSteps::maxLines));
    m_log->setPlaceholderText(tr("What the chosen step writes appears here."));
    m_log->setAccessibleName(tr("Output of the step"));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_steps);
    splitter->addWidget(m_log);
    splitter->setChildrenCollapsible(false);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setAccessibleName(tr("Progress of the build"));
    m_progress->hide();
    layout->addWidget(splitter, 1);
    layout->addWidget(m_now);
    layout->addWidget(m_progress);
}

void BuildDialog::makeButtons(QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Clo&se"), QDialogButtonBox::RejectRole);
    m_close->setToolTip(tr("Close this window; the work goes on behind the counter in the tool bar"));
    m_close->setAutoDefault(false);
    m_build = buttons->addButton(tr("&Build"), QDialogButtonBox::ActionRole);
    m_build->setObjectName(QStringLiteral("build"));
    m_build->setIcon(icon(Symbol::Package));
    m_build->setDefault(true);
    layout->addWidget(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_build, &QPushButton::clicked, this, &BuildDialog::startOrCancel);
}

void BuildDialog::setFolder(const QString &path)
{
    const QFileInfo info(path);
    m_folder->setText(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    if (!info.isDir())
        m_dockerfile->setText(info.fileName());
}

void BuildDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("The folder to build from"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BuildDialog::setFolder);
    dialog->open();
}

void BuildDialog::refresh()
{
    const bool running = m_operation != nullptr && m_operation->isRunning();
    for (QWidget *field : std::initializer_list<QWidget *>{m_folder, m_dockerfile, m_name, m_target,
                                                           m_arguments, m_noCache, m_pull})
        field->setEnabled(!running);
    m_build->setText(running ? tr("&Cancel") : tr("&Build"));
    m_build->setIcon(icon(running ? Symbol::Stop : Symbol::Package));
    m_build->setEnabled(running ||
                        (!m_folder->text().trimmed().isEmpty() && !m_dockerfile->text().trimmed().isEmpty()));
    m_progress->setVisible(running);
    if (m_operation == nullptr)
        return;
    m_now->setText(running ? m_operation->detail() : QString());
    m_progress->setRange(0, int(m_operation->total()));
    m_progress->setValue(int(m_operation->done()));
}

void BuildDialog::startOrCancel()
{
    if (m_operation != nullptr && m_operation->isRunning())
        m_operation->cancel();
    else
        start();
}

void BuildDialog::start()
{
    m_notice->dismiss();
    QString wrong;
    const auto arguments = models::parseArguments(m_arguments->toPlainText(), &wrong);
    if (!arguments) {
        m_notice->show(Notice::Kind::Error, tr("“%1” is no argument: write NAME=value.").arg(wrong));
        m_arguments->setFocus();
        return;
    }
    m_steps->setModel(nullptr);
    m_log->clear();
    m_shown = -1;
    m_following = true;
    m_operation =
        new models::BuildOperation(m_session->client(), {.folder = m_folder->text().trimmed(),
                                                         .dockerfile = m_dockerfile->text().trimmed(),
                                                         .name = m_name->text().trimmed(),
                                                         .target = m_target->text().trimmed(),
                                                         .arguments = *arguments,
                                                         .noCache = m_noCache->isChecked(),
                                                         .pull = m_pull->isChecked()});
    showSteps(m_operation->steps());
    connect(m_operation, &models::Operation::changed, this, &BuildDialog::refresh);
    connect(m_operation, &models::Operation::finished, this, &BuildDialog::onFinished);
    m_session->operations()->add(m_operation);
    refresh();
}

void BuildDialog::showSteps(BuildSteps *steps)
{
    m_steps->setModel(steps);
    QHeaderView *header = m_steps->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(BuildSteps::StepColumn, QHeaderView::Stretch);
    m_steps->setColumnWidth(BuildSteps::StateColumn, fontMetrics().averageCharWidth() * 20);
    m_steps->setColumnWidth(BuildSteps::TimeColumn, fontMetrics().averageCharWidth() * 12);
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                if (!row.isValid() || row.row() == m_shown)
                    return;
                m_following = row.row() == row.model()->rowCount() - 1;
                showStep(row.row());
            });
    connect(steps, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        if (m_following)
            showStep(last);
    });
    connect(steps, &BuildSteps::lineAdded, this, [this](int row, const QString &line) {
        if (row == m_shown)
            m_log->appendPlainText(line); // keeps the end in sight unless somebody scrolled up
    });
}

void BuildDialog::showStep(int row)
{
    if (m_operation == nullptr || row < 0)
        return;
    m_shown = row;
    m_log->setPlainText(m_operation->steps()->steps()[row].output.join(u'\n'));
    m_log->moveCursor(QTextCursor::End);
    const QModelIndex index = m_operation->steps()->index(row, 0);
    m_steps->setCurrentIndex(index);
    m_steps->scrollTo(index);
}

void BuildDialog::onFinished()
{
    using State = models::Operation::State;
    refresh();
    if (m_operation->state() == State::Succeeded) {
        m_notice->show(Notice::Kind::Info, m_operation->detail() + u'.', tr("Run it…"),
                       [this, image = m_operation->image()] {
                           emit runWanted(image);
                           accept();
                       });
    } else if (m_operation->state() == State::Failed) {
        showStep(int(m_operation->steps()->steps().size()) - 1);
        m_notice->show(Notice::Kind::Error, m_operation->detail());
        emit failed(m_operation->detail());
    } else {
        m_notice->show(Notice::Kind::Info, tr("Cancelled. The steps that were done are in the cache."));
    }
}

} // namespace quayside::ui

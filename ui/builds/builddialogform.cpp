// The form of the dialog that builds: what of a Dockerfile and its folder, under which name, with what.
#include "ui/builds/builddialog.h"

#include "models/builds/dockerfilefacts.h"
#include "ui/builds/buildview.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

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

QString linesOf(const QMap<QString, QString> &pairs)
{
    QStringList lines;
    for (auto pair = pairs.cbegin(); pair != pairs.cend(); ++pair)
        lines.append(pair.key() + u'=' + pair.value());
    return lines.join(u'\n');
}

void setUpPairs(QPlainTextEdit *edit, const QString &name, const QString &placeholder)
{
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight((edit->fontMetrics().lineSpacing() * 2) + 14);
}

} // namespace

BuildDialog::BuildDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_form(new QWidget(this)), m_summaryRow(new QWidget(this)),
      m_folder(new QLineEdit(this)), m_dockerfile(new QLineEdit(this)), m_name(new QLineEdit(this)),
      m_platform(new QLineEdit(this)), m_target(new QComboBox(this)), m_network(new QComboBox(this)),
      m_arguments(new QPlainTextEdit(this)), m_labels(new QPlainTextEdit(this)),
      m_noCache(new QCheckBox(tr("Run every step, whatever is &cached"), this)),
      m_pull(new QCheckBox(tr("Look for &newer base images"), this)), m_more(new QToolButton(this)),
      m_hint(new QLabel(this)), m_summary(new ElidedLabel(this)), m_now(new ElidedLabel(this)),
      m_view(new BuildView(session, this)), m_progress(new QProgressBar(this)), m_notice(new Notice(this))
{
    setWindowTitle(tr("Build an image"));
    resize(780, 460);
    auto *layout = new QVBoxLayout(this);
    makeForm(layout);
    layout->addWidget(m_notice);
    makeProgress(layout);
    layout->addStretch(0);
    makeButtons(layout);
    connectForm();
    showMore(false);
    showForm(true);
    readDockerfile();
    refresh();
}

void BuildDialog::makeForm(QVBoxLayout *layout)
{
    m_dockerfile->setObjectName(QStringLiteral("dockerfile"));
    m_dockerfile->setText(QStringLiteral("Dockerfile"));
    m_dockerfile->setToolTip(tr("Its path in the folder"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("friendlyhello:latest; may be empty"));
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setEditable(true);
    m_target->setInsertPolicy(QComboBox::NoInsert);
    m_target->lineEdit()->setPlaceholderText(tr("the last stage"));
    m_target->setToolTip(tr("The stage of the Dockerfile to build, by its name or number"));
    setUpPairs(m_arguments, QStringLiteral("arguments"), {});
    m_noCache->setObjectName(QStringLiteral("no-cache"));
    m_fields = new QFormLayout(m_form);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeFolderRow(m_fields);
    m_fields->addRow(tr("&Dockerfile"), m_dockerfile);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_fields->addRow(QString(), m_hint);
    m_fields->addRow(tr("Na&me"), m_name);
    m_fields->addRow(tr("&Target"), m_target);
    m_fields->addRow(tr("&Arguments"), m_arguments);
    m_fields->addRow(QString(), m_noCache);
    m_fields->addRow(QString(), m_pull);
    makeMore(m_fields);
    layout->addWidget(m_form);
    auto *row = new QHBoxLayout(m_summaryRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto *change = new QPushButton(tr("C&hange…"), m_summaryRow);
    change->setAutoDefault(false);
    change->setObjectName(QStringLiteral("change"));
    connect(change, &QPushButton::clicked, this, [this] { showForm(true); });
    row->addWidget(m_summary, 1);
    row->addWidget(change);
    layout->addWidget(m_summaryRow);
}

void BuildDialog::makeFolderRow(QFormLayout *form)
{
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setPlaceholderText(tr("The folder with the Dockerfile and what it copies"));
    auto *recent = new QCompleter(models::recentFolders(), m_folder);
    recent->setFilterMode(Qt::MatchContains);
    m_folder->setCompleter(recent);
    auto *browse = new QPushButton(icon(Symbol::Folder), tr("C&hoose…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &BuildDialog::chooseFolder);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("&Folder"), this);
    label->setBuddy(m_folder);
    form->addRow(label, row);
}

// Less often wanted: folded away until somebody asks for it.
void BuildDialog::makeMore(QFormLayout *form)
{
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setText(tr("Mo&re"));
    m_more->setObjectName(QStringLiteral("more"));
    connect(m_more, &QToolButton::toggled, this, &BuildDialog::showMore);
    form->addRow(QString(), m_more);
    setUpPairs(m_labels, QStringLiteral("labels"), tr("name=value, one a line"));
    m_network->setObjectName(QStringLiteral("network"));
    m_network->setEditable(true);
    m_network->setInsertPolicy(QComboBox::NoInsert);
    m_network->addItems({QString(), QStringLiteral("none"), QStringLiteral("host")});
    m_network->lineEdit()->setPlaceholderText(tr("the default one"));
    m_network->setToolTip(tr("What the commands of the steps can reach"));
    m_platform->setObjectName(QStringLiteral("platform"));
    m_platform->setPlaceholderText(tr("this computer's; else linux/arm64 …"));
    form->addRow(tr("&Labels"), m_labels);
    form->addRow(tr("Net&work"), m_network);
    form->addRow(tr("&Platform"), m_platform);
}

void BuildDialog::connectForm()
{
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(200); // not with every letter that is typed
    connect(&m_readSoon, &QTimer::timeout, this, &BuildDialog::readDockerfile);
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString &folder) {
        if (!m_nameTouched)
            m_name->setText(proposedName(folder.trimmed()));
        m_readSoon.start();
        refresh();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTouched = true; });
    connect(m_dockerfile, &QLineEdit::textChanged, this, [this] {
        m_readSoon.start();
        refresh();
    });
}

void BuildDialog::showMore(bool more)
{
    m_more->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
    for (QWidget *field : std::initializer_list<QWidget *>{m_labels, m_network, m_platform})
        m_fields->setRowVisible(field, more);
}

// While a build goes, and after it, the room is its steps'.
void BuildDialog::showForm(bool form)
{
    m_form->setVisible(form);
    m_summaryRow->setVisible(!form);
}

void BuildDialog::setFolder(const QString &path)
{
    const QFileInfo info(path);
    m_folder->setText(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    if (!info.isDir())
        m_dockerfile->setText(info.fileName());
    readDockerfile();
}

void BuildDialog::setWanted(const models::BuildWanted &wanted)
{
    m_folder->setText(wanted.folder);
    m_dockerfile->setText(wanted.dockerfile.isEmpty() ? QStringLiteral("Dockerfile") : wanted.dockerfile);
    m_name->setText(wanted.name);
    m_nameTouched = true;
    m_arguments->setPlainText(linesOf(wanted.arguments));
    m_labels->setPlainText(linesOf(wanted.labels));
    m_platform->setText(wanted.platform);
    m_noCache->setChecked(wanted.noCache);
    m_pull->setChecked(wanted.pull);
    readDockerfile();
    m_target->setEditText(wanted.target);
    m_network->setEditText(wanted.network);
    m_more->setChecked(!wanted.labels.isEmpty() || !wanted.network.isEmpty() || !wanted.platform.isEmpty());
}

// What can be said of it before the engine is asked: whether it is there, what is wrong with it, its stages
// and arguments.
void BuildDialog::readDockerfile()
{
    m_readSoon.stop();
    const QString folder = m_folder->text().trimmed(), name = m_dockerfile->text().trimmed();
    const auto facts = folder.isEmpty() || name.isEmpty()
                           ? models::DockerfileFacts()
                           : models::readDockerfile(QDir(folder).filePath(name));
    const QString target = m_target->currentText();
    m_target->clear();
    m_target->addItem(QString());
    for (const models::DockerfileFacts::Stage &stage : facts.stages) {
        m_target->addItem(stage.name);
        m_target->setItemData(m_target->count() - 1, tr("from %1").arg(stage.base), Qt::ToolTipRole);
    }
    m_target->setEditText(target);
    m_arguments->setPlaceholderText(
        facts.arguments.isEmpty()
            ? tr("NAME=value, one a line")
            : tr("NAME=value, one a line; it takes %1").arg(facts.arguments.join(QStringLiteral(", "))));
    QString hint;
    if (folder.isEmpty() || name.isEmpty())
        hint = QString();
    else if (!QFileInfo(folder).isDir())
        hint = tr("There is no such folder.");
    else if (!facts.exists)
        hint = tr("There is no file %1 in this folder.").arg(name);
    else if (!facts.problem.isEmpty())
        hint = tr("It cannot be built as it is: %1.").arg(facts.problem);
    else if (facts.stages.size() > 1)
        hint = tr("%n stage(s)", nullptr, int(facts.stages.size()));
    else if (!facts.stages.isEmpty())
        hint = tr("From %1").arg(facts.stages.first().base);
    m_hint->setText(hint);
    m_fields->setRowVisible(m_hint, !hint.isEmpty());
}

std::optional<models::BuildWanted> BuildDialog::wantedNow()
{
    QString wrong;
    const auto arguments =
        models::parsePairs(m_arguments->toPlainText(), models::PairNames::Arguments, &wrong);
    if (!arguments) {
        m_notice->show(Notice::Kind::Error, tr("“%1” is no argument: write NAME=value.").arg(wrong));
        m_arguments->setFocus();
        return std::nullopt;
    }
    const auto labels = models::parsePairs(m_labels->toPlainText(), models::PairNames::Labels, &wrong);
    if (!labels) {
        m_notice->show(Notice::Kind::Error, tr("“%1” is no label: write name=value.").arg(wrong));
        m_more->setChecked(true);
        m_labels->setFocus();
        return std::nullopt;
    }
    return models::BuildWanted{.folder = m_folder->text().trimmed(),
                               .dockerfile = m_dockerfile->text().trimmed(),
                               .name = m_name->text().trimmed(),
                               .target = m_target->currentText().trimmed(),
                               .arguments = *arguments,
                               .labels = *labels,
                               .network = m_network->currentText().trimmed(),
                               .platform = m_platform->text().trimmed(),
                               .noCache = m_noCache->isChecked(),
                               .pull = m_pull->isChecked()};
}

} // namespace quayside::ui

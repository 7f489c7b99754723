#include "ui/builds/buildform.h"

#include "models/builds/dockerfilefacts.h"
#include "ui/common/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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

BuildForm::BuildForm(QWidget *parent)
    : QWidget(parent), m_folder(new QLineEdit(this)), m_dockerfile(new QLineEdit(this)),
      m_name(new QLineEdit(this)), m_platform(new QLineEdit(this)), m_target(new QComboBox(this)),
      m_network(new QComboBox(this)), m_arguments(new QPlainTextEdit(this)),
      m_labels(new QPlainTextEdit(this)), m_secrets(new QPlainTextEdit(this)),
      m_noCache(new QCheckBox(tr("R&un every step, whatever is cached"), this)),
      m_pull(new QCheckBox(tr("Loo&k for newer base images"), this)),
      m_agent(new QCheckBox(tr("Let steps use your ssh agent"), this)), m_more(new QToolButton(this)),
      m_hint(new QLabel(this))
{
    makeFields();
    connectFields();
    showMore(false);
    readDockerfile();
}

void BuildForm::makeFields()
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
    m_fields = new QFormLayout(this);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeFolderRow(m_fields);
    m_fields->addRow(tr("&Dockerfile"), m_dockerfile);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_fields->addRow(QString(), m_hint);
    m_fields->addRow(tr("Name"), m_name);
    m_fields->addRow(tr("Target"), m_target);
    m_fields->addRow(tr("Ar&guments"), m_arguments);
    m_fields->addRow(QString(), m_noCache);
    m_fields->addRow(QString(), m_pull);
    makeMore(m_fields);
}

void BuildForm::makeFolderRow(QFormLayout *form)
{
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setPlaceholderText(tr("The folder with the Dockerfile and what it copies"));
    auto *recent = new QCompleter(models::recentFolders(), m_folder);
    recent->setFilterMode(Qt::MatchContains);
    m_folder->setCompleter(recent);
    auto *browse = new QPushButton(icon(Symbol::Folder), tr("C&hoose…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &BuildForm::chooseFolder);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("&Folder"), this);
    label->setBuddy(m_folder);
    form->addRow(label, row);
    m_folderRow = row;
}

// Less often wanted: folded away until somebody asks for it.
void BuildForm::makeMore(QFormLayout *form)
{
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setText(tr("More"));
    m_more->setObjectName(QStringLiteral("more"));
    connect(m_more, &QToolButton::toggled, this, &BuildForm::showMore);
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
    setUpPairs(m_secrets, QStringLiteral("secrets"), tr("id=file, one a line"));
    m_secrets->setToolTip(tr("What RUN --mount=type=secret,id=… shows: files of this computer. They are in "
                             "no layer and no record"));
    m_agent->setObjectName(QStringLiteral("ssh"));
    m_agent->setToolTip(
        tr("What RUN --mount=type=ssh shows: steps can sign with your keys, and cannot read them"));
    form->addRow(tr("&Labels"), m_labels);
    form->addRow(tr("Secrets"), m_secrets);
    form->addRow(QString(), m_agent);
    form->addRow(tr("Net&work"), m_network);
    form->addRow(tr("Platform"), m_platform);
}

void BuildForm::connectFields()
{
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(200); // not with every letter that is typed
    connect(&m_readSoon, &QTimer::timeout, this, &BuildForm::readDockerfile);
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString &folder) {
        if (!m_nameTouched)
            m_name->setText(proposedName(folder.trimmed()));
        m_readSoon.start();
        emit changed();
    });
    connect(m_arguments, &QPlainTextEdit::textChanged, this, &BuildForm::changed);
    connect(m_target, &QComboBox::editTextChanged, this, &BuildForm::changed);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTouched = true; });
    connect(m_dockerfile, &QLineEdit::textChanged, this, [this] {
        m_readSoon.start();
        emit changed();
    });
}

void BuildForm::showMore(bool more)
{
    m_more->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_labels, m_secrets, m_agent, m_network, m_platform})
        m_fields->setRowVisible(field, more);
}

void BuildForm::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("The folder to build from"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BuildForm::setFolder);
    dialog->open();
}

void BuildForm::setFixed(const QString &folder, const QString &dockerfile)
{
    m_fields->setRowVisible(m_folderRow, false);
    m_fields->setRowVisible(m_dockerfile, false);
    m_folder->setText(folder);
    m_dockerfile->setText(dockerfile);
    readDockerfile();
}

bool BuildForm::isFilled() const
{
    return !m_folder->text().trimmed().isEmpty() && !m_dockerfile->text().trimmed().isEmpty();
}

void BuildForm::setFolder(const QString &path)
{
    const QFileInfo info(path);
    m_folder->setText(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    if (!info.isDir())
        m_dockerfile->setText(info.fileName());
    readDockerfile();
}

void BuildForm::setWanted(const models::BuildWanted &wanted)
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
    m_secrets->setPlainText(linesOf(wanted.secrets));
    m_agent->setChecked(wanted.sshAgent);
    m_more->setChecked(!wanted.labels.isEmpty() || !wanted.secrets.isEmpty() || wanted.sshAgent ||
                       !wanted.network.isEmpty() || !wanted.platform.isEmpty());
}

// What can be said of it before the engine is asked: whether it is there, what is wrong with it, its stages
// and arguments.
void BuildForm::readDockerfile()
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

std::optional<QMap<QString, QString>> BuildForm::pairs(QPlainTextEdit *field, models::PairNames names,
                                                       const QString &sentence, QString *problem)
{
    QString wrong;
    auto pairs = models::parsePairs(field->toPlainText(), names, &wrong);
    if (!pairs) {
        *problem = sentence.arg(wrong);
        if (field != m_arguments)
            m_more->setChecked(true);
        field->setFocus();
    }
    return pairs;
}

std::optional<models::BuildWanted> BuildForm::wanted(QString *problem)
{
    using models::PairNames;
    const auto arguments =
        pairs(m_arguments, PairNames::Arguments, tr("“%1” is no argument: write NAME=value."), problem);
    if (!arguments)
        return std::nullopt;
    const auto labels =
        pairs(m_labels, PairNames::Labels, tr("“%1” is no label: write name=value."), problem);
    if (!labels)
        return std::nullopt;
    const auto secrets = pairs(m_secrets, PairNames::Labels,
                               tr("“%1” is no secret: write its id, = and the path of a file."), problem);
    if (!secrets)
        return std::nullopt;
    return wantedWith(*arguments, *labels, *secrets);
}

std::optional<models::BuildWanted> BuildForm::peek() const
{
    using models::PairNames;
    const auto arguments = models::parsePairs(m_arguments->toPlainText(), PairNames::Arguments);
    const auto labels = models::parsePairs(m_labels->toPlainText(), PairNames::Labels);
    const auto secrets = models::parsePairs(m_secrets->toPlainText(), PairNames::Labels);
    if (!arguments || !labels || !secrets)
        return std::nullopt;
    return wantedWith(*arguments, *labels, *secrets);
}

models::BuildWanted BuildForm::wantedWith(const QMap<QString, QString> &arguments,
                                          const QMap<QString, QString> &labels,
                                          const QMap<QString, QString> &secrets) const
{
    return {.folder = m_folder->text().trimmed(),
            .dockerfile = m_dockerfile->text().trimmed(),
            .name = m_name->text().trimmed(),
            .target = m_target->currentText().trimmed(),
            .arguments = arguments,
            .labels = labels,
            .secrets = secrets,
            .sshAgent = m_agent->isChecked(),
            .network = m_network->currentText().trimmed(),
            .platform = m_platform->text().trimmed(),
            .noCache = m_noCache->isChecked(),
            .pull = m_pull->isChecked()};
}

} // namespace quayside::ui

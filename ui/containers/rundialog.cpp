#include "ui/containers/rundialog.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "models/containers/runline.h"
#include "models/registries/imagename.h"
#include "ui/common/notice.h"
#include "ui/containers/rowseditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTcpServer>

#include <tuple>

namespace quayside::ui
{

using models::RunOptions;

// ---- reading and filling the fields

void RunDialog::setImage(const QString &reference)
{
    m_image->setEditText(reference);
    fetchImage();
}

RunOptions RunDialog::options() const
{
    RunOptions options = m_rest;
    options.image = m_image->currentText().trimmed();
    options.name = m_name->text().trimmed();
    // An unfinished quote is not a reason to lose the words: they stand as they are until it is closed.
    options.command = models::splitShellWords(m_command->text())
                          .value_or(m_command->text().split(u' ', Qt::SkipEmptyParts));
    options.workingDir = m_workingDir->text().trimmed();
    options.user = m_user->text().trimmed();
    options.tty = m_terminal->isChecked();
    options.interactive = m_input->isChecked();
    options.removeWhenEnded = m_remove->isChecked();
    options.init = m_init->isChecked();
    options.readOnlyRoot = m_readOnly->isChecked();
    options.privileged = m_privileged->isChecked();
    options.restart = m_restart->currentData().toString();
    if (options.restart != u"on-failure")
        options.restartRetries = 0;
    const QString network = m_network->currentText().trimmed();
    options.network = network == m_network->itemText(0) ? QString() : network;
    options.memory = memoryBytes();
    options.cpus = m_cpus->value();
    options.pidsLimit = m_pids->value();
    options.capAdd = m_capAdd->text().split(u' ', Qt::SkipEmptyParts);
    options.capDrop = m_capDrop->text().split(u' ', Qt::SkipEmptyParts);
    options.ports = m_ports->ports();
    options.mounts = m_mounts->mounts();
    options.environment = m_environment->variables();
    return options;
}

void RunDialog::setOptions(const RunOptions &options)
{
    m_filling = true;
    m_rest = options;
    m_image->setEditText(options.image);
    m_name->setText(options.name);
    m_command->setText(models::joinShellWords(options.command));
    m_workingDir->setText(options.workingDir);
    m_user->setText(options.user);
    m_terminal->setChecked(options.tty);
    m_input->setChecked(options.interactive);
    m_remove->setChecked(options.removeWhenEnded);
    m_init->setChecked(options.init);
    m_readOnly->setChecked(options.readOnlyRoot);
    m_privileged->setChecked(options.privileged);
    m_restart->setCurrentIndex(std::max(0, m_restart->findData(options.restart)));
    m_network->setEditText(options.network.isEmpty() ? m_network->itemText(0) : options.network);
    m_memory->setText(options.memory > 0 ? models::sizeOption(options.memory) : QString());
    m_cpus->setValue(options.cpus);
    m_pids->setValue(int(options.pidsLimit));
    m_capAdd->setText(options.capAdd.join(u' '));
    m_capDrop->setText(options.capDrop.join(u' '));
    m_ports->setPorts(options.ports);
    m_mounts->setMounts(options.mounts);
    m_environment->setVariables(options.environment);
    m_portsTouched = !options.ports.isEmpty();
    m_mountsTouched = !options.mounts.isEmpty();
    m_filling = false;
    fetchImage();
    refreshPreview();
}

void RunDialog::fillFromLine(const QString &line)
{
    const Result<models::ParsedRunLine> parsed = models::parseRunLine(line);
    if (!parsed) {
        m_notice->show(
            Notice::Kind::Error,
            tr("The line cannot be read: %1.").arg(QString::fromStdString(parsed.error().message)));
        return;
    }
    setOptions(parsed->options);
    if (parsed->ignored.isEmpty())
        m_notice->show(Notice::Kind::Info, tr("The form is filled from the line."));
    else
        m_notice->show(Notice::Kind::Warning,
                       tr("The form is filled from the line, but for what is not offered here: %1")
                           .arg(parsed->ignored.join(u' ')));
}

QString RunDialog::runLine() const
{
    return m_line->toPlainText();
}

qint64 RunDialog::memoryBytes(bool *ok) const
{
    const QString text = m_memory->text().trimmed();
    const std::optional<std::int64_t> bytes = models::parseSize(text);
    if (ok != nullptr)
        *ok = text.isEmpty() || bytes.has_value();
    return bytes.value_or(0);
}

// ---- the image

void RunDialog::onImageEdited()
{
    const QString text = m_image->currentText();
    if (text.trimmed().startsWith(u"docker ") || text.trimmed().startsWith(u"podman ") ||
        text.trimmed().startsWith(u"sudo docker ")) {
        if (models::parseRunLine(text))
            fillFromLine(text);
        return;
    }
    setImageHint({});
    m_fetchTimer.start();
    refreshPreview();
}

void RunDialog::setImageHint(const QString &sentence)
{
    m_imageHint->setText(sentence);
    m_imageHint->setVisible(!sentence.isEmpty());
}

void RunDialog::fetchImage()
{
    m_fetchTimer.stop();
    m_imageCall.cancel();
    const QString reference = m_image->currentText().trimmed();
    if (reference.isEmpty())
        return;
    m_imageCall = m_session->client()->inspectImage(
        reference.toStdString(), this, [this, reference](const Result<api::ImageInspect> &image) {
            if (reference != m_image->currentText().trimmed())
                return;
            if (image)
                applyImage(*image);
            else if (image.error().kind == ErrorKind::NotFound)
                setImageHint(tr("There is no image of this name on this machine: it is pulled from %1 first.")
                                 .arg(models::shownRegistry(models::parseImageName(reference).registry)));
            else
                setImageHint(QString::fromStdString(image.error().message));
        });
}

void RunDialog::applyImage(const api::ImageInspect &image)
{
    setImageHint({});
    QStringList command;
    for (const auto *part : {&image.config.entrypoint, &image.config.cmd}) {
        for (const std::string &word : *part)
            command.append(QString::fromStdString(word));
    }
    m_command->setPlaceholderText(command.isEmpty() ? tr("the image names none")
                                                    : models::joinShellWords(command));
    m_user->setPlaceholderText(image.config.user.empty() ? tr("root")
                                                         : QString::fromStdString(image.config.user));
    m_workingDir->setPlaceholderText(image.config.workingDir.empty()
                                         ? QStringLiteral("/")
                                         : QString::fromStdString(image.config.workingDir));
    const RunOptions proposal = models::proposalFor(
        m_image->currentText(), image.config, [this](const QString &port) { return proposePort(port); });
    m_filling = true;
    if (!m_portsTouched)
        m_ports->setPorts(proposal.ports);
    if (!m_mountsTouched)
        m_mounts->setMounts(proposal.mounts);
    m_filling = false;
    refreshPreview();
}

// The same number where an ordinary user may take it (80 → 8080), else the next free one.
QString RunDialog::proposePort(const QString &containerPort) const
{
    QSet<int> taken;
    for (const models::ContainerRow &row : m_session->containers()->rows()) {
        for (const models::PublishedPort &port : row.ports)
            taken.insert(port.hostPort);
    }
    int port = containerPort.section(u'-', 0, 0).toInt();
    if (port < 1024)
        port += 8000;
    for (int candidate = port; candidate < port + 100 && candidate < 65536; ++candidate) {
        QTcpServer probe;
        if (!taken.contains(candidate) && probe.listen(QHostAddress::Any, quint16(candidate)))
            return QString::number(candidate);
    }
    return {};
}

// ---- the preview

void RunDialog::refreshPreview()
{
    if (m_filling)
        return;
    const RunOptions options = this->options();
    m_line->setPlainText(toRunLine(options));
    QStringList reach;
    for (const models::PortMapping &port : options.ports) {
        if (port.protocol == u"tcp" && !port.hostPort.isEmpty())
            reach.append(tr("Port %1 answers at http://%2:%3")
                             .arg(port.containerPort,
                                  port.hostAddress.isEmpty() ? QStringLiteral("127.0.0.1") : port.hostAddress,
                                  port.hostPort));
    }
    m_reach->setText(reach.join(u'\n'));
    m_reach->setVisible(!reach.isEmpty());
    QString warnings;
    for (const QString &warning : isolationWarnings(options))
        warnings += QStringLiteral("<p style=\"margin:0 0 6px 0\">%1&nbsp;%2</p>")
                        .arg(QChar(0x26a0))
                        .arg(warning.toHtmlEscaped());
    m_warnings->setText(warnings);
    m_warnings->setVisible(!warnings.isEmpty());
    bool memoryOk = true;
    std::ignore = memoryBytes(&memoryOk);
    const Result<api::ContainerCreateRequest> request = toCreateRequest(options);
    const bool ready = request.has_value() && memoryOk && m_operation == nullptr;
    m_runButton->setEnabled(ready);
    m_createButton->setEnabled(ready);
    const QString why = !memoryOk  ? tr("“%1” is not a size: write 512m or 2g").arg(m_memory->text())
                        : !request ? QString::fromStdString(request.error().message)
                                   : QString();
    m_runButton->setToolTip(why.isEmpty() ? tr("Create the container and start it") : why);
    refreshTabTitles();
}

void RunDialog::refreshTabTitles()
{
    auto counted = [](const QString &title, int count) {
        return count == 0 ? title : QStringLiteral("%1 (%2)").arg(title).arg(count);
    };
    m_tabs->setTabText(1, counted(tr("&Ports"), m_ports->rowCount()));
    m_tabs->setTabText(2, counted(tr("&Files"), m_mounts->rowCount()));
    m_tabs->setTabText(3, counted(tr("&Environment"), m_environment->rowCount()));
}

// ---- running

void RunDialog::start(bool run)
{
    m_notice->dismiss();
    auto *operation = new models::RunOperation(m_session->client(), m_session->credentials(), options(), run);
    m_operation = operation;
    setBusy(true);
    connect(operation, &models::Operation::changed, this, [this, operation] {
        if (operation->pull() != nullptr && operation->isRunning())
            setImageHint(operation->detail());
    });
    connect(operation, &models::Operation::finished, this,
            [this, operation, run] { onFinished(operation, run); });
    m_session->operations()->add(operation);
}

void RunDialog::setBusy(bool busy)
{
    m_tabs->setEnabled(!busy);
    m_runButton->setText(busy ? tr("Starting…") : tr("&Run"));
    if (busy) {
        m_runButton->setEnabled(false);
        m_createButton->setEnabled(false);
    }
}

void RunDialog::onFinished(models::RunOperation *operation, bool run)
{
    m_operation = nullptr;
    setBusy(false);
    if (operation->state() == models::Operation::State::Succeeded) {
        emit containerMade(operation->containerId(), run);
        accept();
        return;
    }
    refreshPreview();
    if (operation->state() == models::Operation::State::Failed)
        m_notice->show(Notice::Kind::Error, operation->detail());
}

void RunDialog::done(int result)
{
    if (m_operation != nullptr)
        m_operation->cancel();
    QDialog::done(result);
}

} // namespace quayside::ui

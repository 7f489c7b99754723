// What the form says and shows; runformpages.cpp builds it.
#include "ui/containers/runform.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "models/containers/runline.h"
#include "models/registries/imagename.h"
#include "ui/containers/rowseditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTcpServer>

namespace quayside::ui
{

using models::EnvVariable;
using models::HealthOption;
using models::RunOptions;

namespace
{

// Words as in a shell. An unfinished quote is no reason to lose them: they stand as they are until it is
// closed.
QStringList wordsIn(const QLineEdit *edit)
{
    return models::splitShellWords(edit->text()).value_or(edit->text().split(u' ', Qt::SkipEmptyParts));
}

QList<EnvVariable> pairsIn(const QLineEdit *edit)
{
    QList<EnvVariable> pairs;
    for (const QString &word : wordsIn(edit))
        pairs.append({word.section(u'=', 0, 0), word.section(u'=', 1)});
    return pairs;
}

QString pairsText(const QList<EnvVariable> &pairs)
{
    QStringList words;
    for (const EnvVariable &pair : pairs)
        words.append(pair.name + u'=' + pair.value.value_or(QString()));
    return models::joinShellWords(words);
}

// "": 0, the default; -1: without a limit.
std::optional<qint64> sizeIn(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    if (text.isEmpty())
        return 0;
    if (text == u"-1")
        return -1;
    return models::parseSize(text);
}

std::optional<qint64> timeIn(const QLineEdit *edit)
{
    return edit->text().trimmed().isEmpty() ? 0 : models::parseDuration(edit->text());
}

} // namespace

void RunForm::setImage(const QString &reference)
{
    m_image->setEditText(reference);
    fetchImage();
}

RunOptions RunForm::options() const
{
    RunOptions options = m_rest;
    options.image = m_image->currentText().trimmed();
    options.command = wordsIn(m_command);
    const QString entrypoint = m_entrypoint->text().trimmed();
    options.entrypoint = std::nullopt;
    if (!entrypoint.isEmpty())
        options.entrypoint = entrypoint == u"\"\"" ? QString() : entrypoint;
    options.restart = m_restart->currentData().toString();
    options.restartRetries = options.restart == u"on-failure" ? m_retries->value() : 0;
    const QString network = m_network->currentText().trimmed();
    options.network = network == m_network->itemText(0) ? QString() : network;
    options.cpus = m_cpus->value();
    options.pidsLimit = m_pids->value();
    options.oomScoreAdj = m_oomScore->value();
    options.stopTimeout = std::nullopt;
    if (m_stopTimeout->value() > m_stopTimeout->minimum())
        options.stopTimeout = m_stopTimeout->value();
    options.ports = m_ports->ports();
    options.mounts = m_mounts->mounts();
    options.environment = m_environment->variables();
    readFields(options);
    readHealth(options.health);
    return options;
}

void RunForm::readFields(RunOptions &options) const
{
    for (const auto &[edit, member] : m_texts)
        options.*member = edit->text().trimmed();
    for (const auto &[edit, member] : m_lists)
        options.*member = wordsIn(edit);
    for (const auto &[edit, member] : m_pairs)
        options.*member = pairsIn(edit);
    for (const auto &[edit, member] : m_sizes)
        options.*member = sizeIn(edit).value_or(0);
    for (const auto &[box, member] : m_switches)
        options.*member = box->isChecked();
}

void RunForm::readHealth(HealthOption &health) const
{
    health = {};
    health.off = m_noHealth->isChecked();
    if (health.off)
        return;
    health.command = m_healthCommand->text().trimmed();
    health.retries = m_healthRetries->value();
    for (const auto &[edit, member] : m_times)
        health.*member = timeIn(edit).value_or(0);
}

void RunForm::setOptions(const RunOptions &options)
{
    m_filling = true;
    m_rest = options;
    m_image->setEditText(options.image);
    m_command->setText(models::joinShellWords(options.command));
    m_entrypoint->setText(!options.entrypoint             ? QString()
                          : options.entrypoint->isEmpty() ? QStringLiteral("\"\"")
                                                          : *options.entrypoint);
    m_restart->setCurrentIndex(std::max(0, m_restart->findData(options.restart)));
    m_retries->setValue(options.restartRetries);
    m_network->setEditText(options.network.isEmpty() ? m_network->itemText(0) : options.network);
    m_cpus->setValue(options.cpus);
    m_pids->setValue(int(options.pidsLimit));
    m_oomScore->setValue(options.oomScoreAdj);
    m_stopTimeout->setValue(options.stopTimeout.value_or(m_stopTimeout->minimum()));
    m_ports->setPorts(options.ports);
    m_mounts->setMounts(options.mounts);
    m_environment->setVariables(options.environment);
    fillFields(options);
    m_portsTouched = !options.ports.isEmpty();
    m_mountsTouched = !options.mounts.isEmpty();
    m_filling = false;
    fetchImage();
    tellChanged();
}

void RunForm::fillFields(const RunOptions &options)
{
    for (const auto &[edit, member] : m_texts)
        edit->setText(options.*member);
    for (const auto &[edit, member] : m_lists)
        edit->setText(models::joinShellWords(options.*member));
    for (const auto &[edit, member] : m_pairs)
        edit->setText(pairsText(options.*member));
    for (const auto &[edit, member] : m_sizes) {
        const qint64 bytes = options.*member;
        edit->setText(bytes == 0 ? QString() : bytes < 0 ? QStringLiteral("-1") : models::sizeOption(bytes));
    }
    for (const auto &[box, member] : m_switches)
        box->setChecked(options.*member);
    m_noHealth->setChecked(options.health.off);
    m_healthCommand->setText(options.health.command);
    m_healthRetries->setValue(options.health.retries);
    for (const auto &[edit, member] : m_times)
        edit->setText(models::durationOption(options.health.*member));
}

QString RunForm::problem() const
{
    for (const auto &[edit, member] : m_sizes) {
        if (!sizeIn(edit))
            return tr("“%1” is not a size: write 512m or 2g").arg(edit->text());
    }
    for (const auto &[edit, member] : m_times) {
        if (!timeIn(edit))
            return tr("“%1” is not a time: write 30s or 1m30s").arg(edit->text());
    }
    const Result<api::ContainerCreateRequest> request = toCreateRequest(options());
    return request ? QString() : QString::fromStdString(request.error().message);
}

void RunForm::keepProposalsOut()
{
    m_portsTouched = m_mountsTouched = true;
}

void RunForm::focusImage()
{
    m_image->setFocus();
    m_image->lineEdit()->selectAll();
}

// ---- the image

void RunForm::onImageEdited()
{
    const QString text = m_image->currentText().trimmed();
    if (text.startsWith(u"docker ") || text.startsWith(u"podman ") || text.startsWith(u"sudo docker ")) {
        if (models::parseRunLine(text))
            emit runLinePasted(text);
        return;
    }
    setImageHint({});
    m_fetchTimer.start();
    tellChanged();
}

void RunForm::setImageHint(const QString &sentence)
{
    m_imageHint->setText(sentence);
    m_imageHint->setVisible(!sentence.isEmpty());
}

void RunForm::fetchImage()
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

void RunForm::applyImage(const api::ImageInspect &image)
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
    tellChanged();
}

// The same number where an ordinary user may take it (80 → 8080), else the next free one.
QString RunForm::proposePort(const QString &containerPort) const
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

// ---- telling

void RunForm::tellChanged()
{
    if (m_filling)
        return;
    m_retries->setEnabled(m_restart->currentData() == QStringLiteral("on-failure"));
    for (QWidget *field : {static_cast<QWidget *>(m_healthCommand), static_cast<QWidget *>(m_healthRetries)})
        field->setEnabled(!m_noHealth->isChecked());
    for (const auto &[edit, member] : m_times)
        edit->setEnabled(!m_noHealth->isChecked());
    refreshTitles();
    emit changed();
}

void RunForm::refreshTitles()
{
    auto counted = [](const QString &title, int count) {
        return count == 0 ? title : QStringLiteral("%1 (%2)").arg(title).arg(count);
    };
    setTabText(1, counted(tr("&Ports"), m_ports->rowCount()));
    setTabText(2, counted(tr("&Files"), m_mounts->rowCount()));
    setTabText(3, counted(tr("&Environment"), m_environment->rowCount()));
}

// Page Up and Down with Ctrl lead through the pages from any field, also where the field would swallow Tab.
void RunForm::keyPressEvent(QKeyEvent *event)
{
    const bool down = event->key() == Qt::Key_PageDown;
    if (event->modifiers() == Qt::ControlModifier && (down || event->key() == Qt::Key_PageUp)) {
        setCurrentIndex((currentIndex() + (down ? 1 : count() - 1)) % count());
        return;
    }
    QTabWidget::keyPressEvent(event);
}

} // namespace quayside::ui

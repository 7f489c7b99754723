#include "ui/dockerfile/building/triedstep.h"

#include "models/client/imagecontents.h"
#include "models/dockerfile/facts/stepchanges.h"
#include "models/images/contenttree.h"
#include "ui/builds/stepshell.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/images/contentview.h"
#include "ui/terminal/terminalsession.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

using models::ContentTree;

namespace
{
constexpr int suggestPause = 200; // milliseconds: a command may write much
}

TriedStep::TriedStep(models::EngineSession *session, models::DockerfileDocument *document,
                     models::BuildFacts *facts, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_session(session), m_document(document), m_facts(facts),
      m_title(new ElidedLabel(this)), m_error(new QLabel(this)), m_fileSummary(new QLabel(this)),
      m_show(new QPushButton(icon(Symbol::File), tr("&Go to the line"), this)),
      m_enter(new QPushButton(icon(Symbol::Terminal), tr("Open a she&ll here"), this)),
      m_write(new QPushButton(icon(Symbol::Add), tr("&Write as RUN"), this)), m_command(new QLineEdit(this)),
      m_place(new QComboBox(this)), m_notice(new Notice(this)), m_shell(new QStackedWidget(this)),
      m_closed(new Placeholder(Symbol::Terminal, this)),
      m_tree(new ContentTree(ContentTree::Of::Image, this)),
      m_files(new ContentView(m_tree, QStringLiteral("dockerfile-step-files"), this))
{
    addWidget(makeLine());
    addWidget(makeShell());
    addWidget(makeFiles());
    setChildrenCollapsible(false);
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    setStretchFactor(2, 2);
    connect(facts, &models::BuildFacts::changed, this, &TriedStep::refresh);
    m_suggestSoon.setSingleShot(true);
    m_suggestSoon.setInterval(suggestPause);
    connect(&m_suggestSoon, &QTimer::timeout, this, &TriedStep::suggestCommand);
    clear();
}

TriedStep::~TriedStep()
{
    m_call.cancel();
    leave();
}

QWidget *TriedStep::makeLine()
{
    auto *pane = new QWidget(this);
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_show->setToolTip(tr("Show the instruction in the text"));
    m_enter->setToolTip(tr("Open a shell in the files as this step left them, and list what it changed"));
    connect(m_show, &QPushButton::clicked, this, [this] { emit lineWanted(line()); });
    connect(m_enter, &QPushButton::clicked, this, &TriedStep::enter);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_show);
    buttons->addWidget(m_enter);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_title);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    layout->addWidget(m_notice);
    layout->addStretch(1);
    layout->addWidget(makeWriter());
    return pane;
}

QWidget *TriedStep::makeWriter()
{
    auto *writer = new QWidget(this);
    m_command->setPlaceholderText(tr("A command that worked in the shell"));
    m_command->setAccessibleName(tr("Command to write into the Dockerfile"));
    m_command->setObjectName(QStringLiteral("command"));
    m_place->setObjectName(QStringLiteral("place"));
    m_write->setObjectName(QStringLiteral("write"));
    m_command->setFont(fixedFont());
    m_command->setClearButtonEnabled(true);
    m_place->setAccessibleName(tr("Where to write it"));
    m_place->addItem(tr("in place of this line"), int(Place::Replace));
    m_place->addItem(tr("above this line"), int(Place::Above));
    m_place->addItem(tr("below this line"), int(Place::Below));
    m_write->setToolTip(tr("Write the command into the Dockerfile as an instruction; it can be undone"));
    connect(m_command, &QLineEdit::textChanged, this, &TriedStep::refresh);
    connect(m_command, &QLineEdit::returnPressed, this, &TriedStep::write);
    connect(m_write, &QPushButton::clicked, this, &TriedStep::write);
    auto *row = new QHBoxLayout;
    row->addWidget(m_place, 1);
    row->addWidget(m_write);
    auto *layout = new QVBoxLayout(writer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_command);
    layout->addLayout(row);
    return writer;
}

QWidget *TriedStep::makeShell()
{
    m_shell->addWidget(m_closed);
    return m_shell;
}

QWidget *TriedStep::makeFiles()
{
    auto *pane = new QWidget(this);
    m_files->setAccessibleName(tr("Files that the step changed"));
    m_files->setUpColumns({{ContentTree::SizeColumn, 76}, {ContentTree::ChangeColumn, 100}},
                          ContentTree::NameColumn);
    m_fileSummary->setWordWrap(true);
    m_fileSummary->setContentsMargins(8, 6, 8, 6);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_fileSummary);
    layout->addWidget(m_files, 1);
    return pane;
}

void TriedStep::showStep(const models::BuildStep &step, const QString &name)
{
    if (step.number == m_step.number && step.state == m_step.state && step.startedAt == m_step.startedAt)
        return;
    clear();
    m_step = step;
    m_name = name;
    refresh();
}

void TriedStep::clear()
{
    m_call.cancel();
    leave();
    m_step = {};
    m_wanted = false;
    m_seen.clear();
    if (m_command->text() == m_suggested)
        m_command->setText(m_suggested = QString());
    m_notice->dismiss();
    m_tree->clear();
    m_fileSummary->setText(tr("What the step changed is listed here once its shell is open."));
    m_closed->setText(tr("No shell yet"),
                      tr("A shell in the files as the step left them shows what is wrong."));
    refresh();
}

// Whoever looked into it has done so: its container goes, and its image after it.
void TriedStep::leave()
{
    if (m_entering != nullptr) {
        m_entering->disconnect(this);
        m_entering->cancel();
        m_entering = nullptr;
    }
    if (m_terminal != nullptr)
        m_terminal->deleteLater();
    m_terminal = nullptr;
    if (!m_container.isEmpty())
        m_session->client()->removeContainer(m_container.toStdString(), {.force = true, .volumes = true},
                                             m_session, [](const Result<> &) {});
    m_container.clear();
    m_shell->setCurrentWidget(m_closed);
}

int TriedStep::line() const
{
    return m_step.number == 0 ? 0 : m_facts->lineOfStep(m_step.number);
}

void TriedStep::refresh()
{
    const int at = line();
    m_title->setText(m_step.number == 0 ? QString()
                     : at > 0           ? tr("Line %1: %2").arg(at).arg(m_step.instruction)
                                        : tr("Step %1: %2").arg(m_step.number).arg(m_step.instruction));
    QString text = models::BuildSteps::remark(m_step);
    if (m_step.number != 0 && at == 0)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                tr("The line is not in the text any more as it was built.");
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    m_show->setEnabled(at > 0);
    m_enter->setEnabled(m_step.number != 0 && whyNotEntered().isEmpty() && m_container.isEmpty() &&
                        m_entering == nullptr);
    m_write->setEnabled(at > 0 && !m_command->text().trimmed().isEmpty());
}

QString TriedStep::whyNotEntered() const
{
    if (!m_session->hasFeature(QStringLiteral("builds")))
        return tr("This engine keeps nothing of the steps of a build.");
    return m_step.enterable ? QString() : tr("The engine has kept no files of this step.");
}

void TriedStep::enter()
{
    m_takesFocus = true;
    open();
}

// Nobody wants a container of a build that failed out of sight.
void TriedStep::enterOnceSeen()
{
    m_takesFocus = false; // somebody may be typing
    m_wanted = !isVisible();
    if (!m_wanted)
        open();
}

void TriedStep::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (std::exchange(m_wanted, false))
        open();
}

void TriedStep::open()
{
    if (m_step.number == 0 || m_facts->build() == nullptr || !m_container.isEmpty() || m_entering != nullptr)
        return;
    if (const QString why = whyNotEntered(); !why.isEmpty()) {
        m_closed->setText(tr("No shell"), why);
        return;
    }
    auto *operation = enterStep(m_session, m_facts->build()->id(), m_step.number, m_name);
    m_entering = operation;
    m_closed->setText(tr("Opening"), {});
    refresh();
    connect(operation, &models::Operation::finished, this, [this, operation] {
        if (m_entering != operation)
            return; // another step is shown
        m_entering = nullptr;
        if (operation->state() == models::Operation::State::Succeeded)
            onEntered(operation->containerId(), operation->imageId());
        else
            m_closed->setText(tr("No shell"), operation->detail());
        refresh();
    });
}

void TriedStep::onEntered(const QString &container, const QString &image)
{
    m_container = container;
    QWidget *before = window()->focusWidget();
    m_terminal = new TerminalSession(m_session->client(), container, {}, m_shell);
    m_shell->addWidget(m_terminal);
    m_shell->setCurrentWidget(m_terminal);
    connect(m_terminal, &TerminalSession::shown, &m_suggestSoon, qOverload<>(&QTimer::start));
    if (m_takesFocus)
        m_terminal->setFocus();
    else if (before != nullptr)
        before->setFocus(); // a QTermWidget takes it when it is made
    findFiles(image);
}

// The image of a step has its layer on top; a command that failed is marked as such in the history, and may
// have changed nothing.
void TriedStep::findFiles(const QString &image)
{
    m_call = client::imageContents(
        *m_session->client(), image.toStdString(), this,
        [this, image](const Result<api::ImageContents> &contents) {
            if (!contents) {
                m_fileSummary->setText(tr("What it changed cannot be listed: %1.")
                                           .arg(QString::fromStdString(contents.error().message)));
                return;
            }
            const bool failed = m_step.state == models::BuildStep::State::Failed;
            const api::LayerContents *layer = models::layerOfStep(*contents, m_step);
            if (layer == nullptr) {
                m_fileSummary->setText(failed ? tr("It changed no file before it failed.")
                                              : tr("It changed no file."));
                return;
            }
            m_fileSummary->setText(tr("%1 added, %2 changed, %3 removed")
                                       .arg(layer->added)
                                       .arg(layer->changed)
                                       .arg(layer->removed));
            m_tree->setSource([this, image = image.toStdString(),
                               index = layer->index](const std::string &path, QObject *context,
                                                     client::Done<api::ImageFolder> done) {
                return client::imageFolder(*m_session->client(), image, index, path, context,
                                           std::move(done));
            });
        });
}

QString TriedStep::lastCommandIn(const QString &screen)
{
    static const QRegularExpression prompt(QStringLiteral("^(?:\\S+ ?)?[#$] (\\S.*)$"),
                                           QRegularExpression::MultilineOption);
    QString last;
    for (const QRegularExpressionMatch &match : prompt.globalMatch(screen))
        last = match.captured(1).trimmed();
    return last;
}

// What was tried last stands ready to be written back, until somebody writes something else there.
void TriedStep::suggestCommand()
{
    if (m_terminal == nullptr || m_command->text() != m_suggested)
        return;
    const QString command = lastCommandIn(m_terminal->text());
    if (command.isEmpty() || command == m_seen)
        return;
    m_seen = m_suggested = command;
    m_command->setText(command);
}

void TriedStep::write()
{
    if (!m_write->isEnabled())
        return;
    if (writeBack(m_command->text().trimmed(), Place(m_place->currentData().toInt())))
        m_command->setText(m_suggested = QString());
    else
        m_notice->show(Notice::Kind::Error,
                       tr("The line is not in the text any more: write the instruction by hand."));
}

bool TriedStep::writeBack(const QString &command, Place place)
{
    const models::InstructionFacts *facts = line() == 0 ? nullptr : m_facts->factsAt(line());
    if (facts == nullptr)
        return false;
    const models::DockerfileSnapshotPtr text = m_document->snapshot();
    const auto &nodes = text->parsed.tree.nodes;
    const auto node =
        std::ranges::find(nodes, facts->firstLine, [](const auto &each) { return each.range.start.line; });
    if (node == nodes.end())
        return false;
    const std::string run = "RUN " + command.toStdString();
    dockerfile::Edit edit;
    switch (place) {
    case Place::Replace:
        edit = {node->range, run};
        break;
    case Place::Above:
        edit = {{node->range.start, node->range.start}, run + "\n"};
        break;
    case Place::Below:
        edit = {{node->range.end, node->range.end}, "\n" + run};
        break;
    }
    const int firstLine = facts->firstLine, shown = place == Place::Below ? facts->lastLine + 1 : firstLine;
    if (!m_document->apply({edit}, tr("Write the command as an instruction")))
        return false;
    emit lineWanted(shown);
    return true;
}

} // namespace quayside::ui

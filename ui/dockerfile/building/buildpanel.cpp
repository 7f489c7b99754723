#include "ui/dockerfile/building/buildpanel.h"

#include "ui/builds/buildform.h"
#include "ui/builds/stepoutput.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/tabs.h"
#include "ui/dockerfile/building/buildhistory.h"
#include "ui/dockerfile/building/buildtimeline.h"
#include "ui/dockerfile/building/linefacts.h"
#include "ui/dockerfile/building/triedstep.h"

#include <QAction>
#include <QScrollArea>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::BuildModel;
using models::BuildStep;

namespace
{

constexpr std::size_t mostChangedFiles = 1000;

models::BuildInputs inputsOf(const models::BuildWanted &wanted)
{
    models::BuildInputs inputs{.arguments = {},
                               .target = wanted.target.toStdString(),
                               .platform = wanted.platform.toStdString(),
                               .bases = {}};
    for (auto argument = wanted.arguments.cbegin(); argument != wanted.arguments.cend(); ++argument)
        inputs.arguments.emplace(argument.key().toStdString(), argument.value().toStdString());
    return inputs;
}

} // namespace

BuildPanel::BuildPanel(models::EngineSession *session, models::DockerfileDocument *document, QWidget *parent)
    : QWidget(parent), m_session(session), m_document(document), m_earlier(session->client()),
      m_facts(session->client(), document), m_changes(session->client(), &m_facts),
      m_tools(new QToolBar(this)), m_state(new ElidedLabel(this)), m_notice(new Notice(this)),
      m_tabs(new Tabs(this)), m_form(new BuildForm(this)), m_timeline(new BuildTimeline(this)),
      m_output(new StepOutput(session, this)), m_tried(new TriedStep(session, document, &m_facts, this)),
      m_history(new BuildHistory(session, this))
{
    makeActions();
    makePages();
    m_tabs->setMinimumHeight(225); // of the time line and some output; a low window stays as low as it was
    m_form->setFixed({}, {});
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(m_tools);
    head->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    connect(m_timeline, &BuildTimeline::stepChosen, this, [this](int row) {
        m_following = m_facts.build() != nullptr && row == m_facts.build()->steps()->activeRow();
        showStep(row);
        if (const BuildStep *step = m_output->step(); step != nullptr && m_facts.lineOfStep(step->number) > 0)
            emit showLine(m_facts.lineOfStep(step->number));
    });
    connect(m_output, &StepOutput::shellOpened, this, &BuildPanel::shellOpened);
    connect(m_tried, &TriedStep::lineWanted, this, &BuildPanel::showLine);
    connect(m_history, &BuildHistory::buildChosen, this, &BuildPanel::showBuild);
    connect(m_history, &BuildHistory::filled, this, &BuildPanel::onListed);
    connect(&m_facts, &models::BuildFacts::changed, this, &BuildPanel::onFacts);
    connect(session, &models::EngineSession::imagesListed, &m_facts, &models::BuildFacts::onImagesListed);
    connect(&m_earlier, &models::BuildFollower::changed, this, &BuildPanel::goWithTheBuild);
    connect(session, &models::EngineSession::engineKnown, this, &BuildPanel::refresh);
    connect(m_form, &BuildForm::changed, this, [this] {
        if (const auto wanted = m_form->peek())
            m_facts.setNextInputs(inputsOf(*wanted));
        refresh();
    });
    refresh();
}

BuildPanel::~BuildPanel()
{
    m_facts.disconnect(this); // its parts are gone before it
}

void BuildPanel::makeActions()
{
    struct Description {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Description, VerbCount> descriptions{
        {{Symbol::Build, tr("&Build"), tr("Save the Dockerfile and build it"),
          QKeySequence(tr("Ctrl+Shift+B"))},
         {Symbol::Stop, tr("&Cancel"), tr("End this build; the steps that are done stay in the cache"),
          QKeySequence(tr("Ctrl+."))},
         {Symbol::Terminal, tr("&Try out"),
          tr("Open the chosen step: its line, a shell in what it left, its files"),
          QKeySequence(tr("Ctrl+Shift+T"))},
         {Symbol::Play, tr("&Run…"), tr("Run a container of the image that was built"), {}},
         {Symbol::Image, tr("&Layers"), tr("Look into the image that was built"), {}},
         {Symbol::Push, tr("&Push…"), tr("Push the image that was built to a registry"), {}}}};
    for (std::size_t i = 0; i < descriptions.size(); ++i) {
        const Description &description = descriptions[i];
        auto *action = m_actions[i] = new QAction(icon(description.symbol), description.text, this);
        action->setToolTip(description.toolTip);
        action->setShortcut(description.keys);
        addAction(action);
        m_tools->addAction(action);
    }
    m_tools->setIconSize({16, 16});
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setAccessibleName(tr("Actions on the build"));
    connect(m_actions[Build], &QAction::triggered, this, &BuildPanel::build);
    connect(m_actions[Cancel], &QAction::triggered, this, [this] {
        if (isRunning())
            m_operation->cancel();
    });
    connect(m_actions[TryStep], &QAction::triggered, this, &BuildPanel::tryStep);
    connect(m_actions[Run], &QAction::triggered, this, [this] { emit runWanted(image()); });
    connect(m_actions[Layers], &QAction::triggered, this, [this] { emit layersWanted(imageId(), image()); });
    connect(m_actions[Push], &QAction::triggered, this, [this] { emit pushWanted(imageId(), image()); });
}

// What the build has come to is read first: where there is no room for it, buttons shrink to their symbols.
void BuildPanel::fitTools()
{
    constexpr int stateCharacters = 48;
    const int room = width() - stateCharacters * fontMetrics().averageCharWidth();
    if (m_tools->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
        m_toolsWidth = m_tools->sizeHint().width();
    const auto style = m_toolsWidth <= room ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    if (style == m_tools->toolButtonStyle())
        return;
    m_tools->setToolButtonStyle(style);
    if (auto *build = qobject_cast<QToolButton *>(m_tools->widgetForAction(m_actions[Build])))
        build->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void BuildPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTools();
}

void BuildPanel::makePages()
{
    auto *steps = new QSplitter(Qt::Vertical, this);
    steps->addWidget(m_timeline);
    steps->addWidget(m_output);
    steps->setChildrenCollapsible(false);
    steps->setStretchFactor(0, 1);
    steps->setStretchFactor(1, 2);
    m_stepsPage = steps;
    auto *form = new QScrollArea(this);
    auto *inner = new QWidget(form);
    auto *layout = new QVBoxLayout(inner);
    layout->addWidget(m_form);
    layout->addStretch(1);
    form->setWidget(inner);
    form->setWidgetResizable(true);
    form->setFrameShape(QFrame::NoFrame);
    m_tabs->addPage(steps, Symbol::Build, tr("St&eps"));
    m_tabs->addPage(m_tried, Symbol::Terminal, tr("&Try out"));
    m_tabs->addPage(m_history, Symbol::Clock, tr("Hi&story"));
    m_tabs->addPage(form, Symbol::Details, tr("O&ptions"));
}

void BuildPanel::setFile(const QString &folder, const QString &dockerfile)
{
    if (folder == m_folder && dockerfile == m_dockerfile)
        return;
    m_folder = folder;
    m_dockerfile = dockerfile;
    m_history->setFile(folder, dockerfile);
    if (const QStringList before = models::rememberedBuildsOf(folder, dockerfile); !before.isEmpty())
        m_form->setWanted(models::recallBuild(before.first()).value_or(models::BuildWanted()));
    m_form->setFixed(folder, dockerfile);
    m_name.clear();
    if (!isRunning())
        onListed();
    refresh();
}

void BuildPanel::setContextTree(models::ContextTree *tree)
{
    m_tree = tree;
    if (tree != nullptr)
        connect(tree, &models::ContextTree::looked, this, &BuildPanel::findChangedFiles);
}

// The newest of this file, where there is none yet. One that failed before the engine heard of it stays, with
// what is said of it.
void BuildPanel::onListed()
{
    const models::BuildFollower *shown = m_facts.build();
    if (shown != nullptr &&
        (!shown->id().isEmpty() || (m_operation != nullptr && shown == m_operation->follower())))
        return;
    if (const QStringList ids = m_history->ids(); !ids.isEmpty())
        showBuild(ids.first());
}

void BuildPanel::showBuild(const QString &id)
{
    if (isRunning() || (m_facts.build() != nullptr && m_facts.build()->id() == id))
        return;
    const auto wanted = models::recallBuild(id).value_or(models::BuildWanted());
    follow(&m_earlier, inputsOf(wanted), wanted.name);
    m_earlier.follow(id);
}

void BuildPanel::follow(models::BuildFollower *build, const models::BuildInputs &inputs, const QString &name)
{
    m_name = name;
    m_following = true;
    m_notice->dismiss();
    m_tried->clear();
    m_timeline->setBuild(build);
    m_output->setBuild(build, name);
    m_facts.setBuild(build, inputs);
}

void BuildPanel::build()
{
    if (isRunning() || !m_actions[Build]->isEnabled())
        return;
    if (m_folder.isEmpty()) {
        emit placeWanted();
        return;
    }
    emit aboutToBuild();
    QString problem;
    const auto wanted = m_form->wanted(&problem);
    if (!wanted) {
        m_notice->show(Notice::Kind::Error, problem);
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
        return;
    }
    m_operation = new models::BuildOperation(m_session->client(), m_session->credentials(), *wanted);
    follow(m_operation->follower(), inputsOf(*wanted), wanted->name);
    m_tabs->setCurrentWidget(m_stepsPage);
    connect(m_operation, &models::Operation::changed, this, &BuildPanel::refresh);
    connect(m_operation, &models::Operation::finished, this, &BuildPanel::onFinished);
    connect(m_operation->follower(), &models::BuildFollower::changed, this, &BuildPanel::goWithTheBuild);
    // What it has come to stays to be seen when nobody lists the operation any more.
    connect(m_operation, &QObject::destroyed, this, [this] {
        if (m_facts.build() == nullptr)
            onListed();
    });
    m_session->operations()->add(m_operation);
    refresh();
}

void BuildPanel::onFinished()
{
    using State = models::Operation::State;
    refresh();
    const QStringList &warnings = m_operation->warnings();
    const models::BuildSteps *steps = m_operation->steps();
    if (m_operation->state() == State::Succeeded) {
        if (!warnings.isEmpty())
            m_notice->show(Notice::Kind::Warning, warnings.join(u' '));
    } else if (m_operation->state() == State::Failed) {
        const int row = steps->activeRow();
        const bool inStep = row >= 0 && steps->steps()[row].state == BuildStep::State::Failed;
        m_notice->show(Notice::Kind::Error,
                       inStep ? tr("It is not built: step %1 failed.").arg(steps->steps()[row].number)
                              : m_operation->detail());
        if (inStep) {
            showStep(row);
            m_tried->showStep(steps->steps()[row], m_name);
            m_tabs->setCurrentWidget(m_tried);
            m_tried->enterOnceSeen();
        }
    } else {
        m_notice->show(Notice::Kind::Info, tr("Cancelled. The steps that were done are in the cache."));
    }
    m_session->builds()->changed();
}

// The step that is shown stays while it runs, whatever others begin beside it.
void BuildPanel::goWithTheBuild()
{
    const models::BuildFollower *build = m_facts.build();
    refresh();
    if (build == nullptr || !m_following)
        return;
    const BuildStep *shown = m_output->step();
    if (shown != nullptr && shown->state == BuildStep::State::Running)
        return;
    if (const int active = m_facts.build()->steps()->activeRow(); active >= 0 && active != m_output->row())
        showStep(active);
}

void BuildPanel::showStep(int row)
{
    m_output->showStep(row);
    m_timeline->chooseStep(row);
    refresh();
}

void BuildPanel::showStepOfLine(int line)
{
    const models::InstructionFacts *facts = m_facts.factsAt(line);
    if (facts == nullptr || !facts->step || m_facts.build() == nullptr)
        return;
    const auto &steps = m_facts.build()->steps()->steps();
    for (int row = 0; row < steps.size(); ++row) {
        if (steps[row].number == facts->step->number) {
            m_following = false;
            m_tabs->setCurrentWidget(m_stepsPage);
            showStep(row);
        }
    }
}

void BuildPanel::tryStep()
{
    const BuildStep *step = m_output->step();
    if (step == nullptr)
        return;
    m_tried->showStep(*step, m_name);
    m_tabs->setCurrentWidget(m_tried);
    m_tried->enter();
}

void BuildPanel::onFacts()
{
    findChangedFiles();
    tellWaste();
    refresh();
}

// Of a build of this window that has just made its image: the worst of it, where it is worth a sentence. The
// gutter says the rest.
void BuildPanel::tellWaste()
{
    constexpr qint64 worthIt = 1 << 20;
    if (m_operation == nullptr || m_facts.build() != m_operation->follower() || !m_facts.image() ||
        m_wasteToldOf == m_operation->id() || isRunning() || !m_notice->text().isEmpty())
        return;
    m_wasteToldOf = m_operation->id();
    const models::Waste *worst = nullptr;
    int line = 0;
    for (const models::InstructionFacts &facts : m_facts.facts()) {
        for (const models::Waste &waste : facts.waste) {
            if (waste.bytes < worthIt || (worst != nullptr && waste.bytes <= worst->bytes))
                continue;
            worst = &waste;
            line = facts.firstLine;
        }
    }
    if (worst == nullptr)
        return;
    QList<Notice::Choice> choices;
    if (const auto fix = m_facts.fixOf(*worst))
        choices.append({.text = fixTitle(*fix), .act = [this, waste = *worst] { mend(waste); }});
    choices.append({.text = tr("Go to line %1").arg(line), .act = [this, line] { emit showLine(line); }});
    m_notice->show(Notice::Kind::Warning, tr("Line %1: %2").arg(line).arg(m_facts.wasteText(*worst)),
                   choices);
}

void BuildPanel::mend(const models::Waste &waste)
{
    const auto fix = m_facts.fixOf(waste);
    if (!fix || !m_document->apply({fix->edit}, tr("Join RUN instructions"))) {
        m_notice->show(Notice::Kind::Error,
                       tr("These lines are not in the text any more as they were built."));
        return;
    }
    if (m_wasteToldOf == m_facts.build()->id())
        m_notice->dismiss();
    emit showLine(fix->firstLine);
}

void BuildPanel::findChangedFiles()
{
    if (m_tree == nullptr || m_facts.build() == nullptr)
        return;
    const QDateTime started =
        QDateTime::fromString(QString::fromStdString(m_facts.build()->record().started), Qt::ISODateWithMs);
    if (started.isValid())
        m_facts.setChangedFiles(
            m_tree->contents().changedSince(started.toMSecsSinceEpoch() * 1'000'000, mostChangedFiles));
}

QString BuildPanel::image() const
{
    const models::BuildFollower *build = m_facts.build();
    if (build == nullptr || build->record().state != "done")
        return {};
    const auto &tags = build->record().tags;
    return QString::fromStdString(tags.empty() ? build->record().image : tags.front());
}

QString BuildPanel::imageId() const
{
    return image().isEmpty() ? QString() : QString::fromStdString(m_facts.build()->record().image);
}

void BuildPanel::refresh()
{
    const bool running = isRunning(), can = m_session->hasFeature(QStringLiteral("build-folder"));
    const BuildStep *step = m_output->step();
    const bool made = !image().isEmpty();
    m_actions[Build]->setEnabled(can && !running && (m_folder.isEmpty() || m_form->isFilled()));
    m_actions[Cancel]->setEnabled(running);
    m_actions[TryStep]->setEnabled(step != nullptr && step->enterable);
    for (const Verb verb : {Run, Layers, Push})
        m_actions[verb]->setEnabled(made);
    QString state;
    int stale = 0;
    for (const models::InstructionFacts &facts : m_facts.facts())
        stale += facts.isStale() ? 1 : 0;
    if (m_folder.isEmpty())
        state = tr("Not saved yet: Build asks where.");
    else if (running)
        state = m_operation->detail();
    else if (m_facts.build() == nullptr || m_facts.build()->id().isEmpty())
        state = can ? tr("Not built yet.") : tr("This engine cannot build folders.");
    else
        state = BuildModel::stateText(models::buildStateOf(m_facts.build()->record().state)) +
                (stale > 0 ? QStringLiteral(" · ") +
                                 tr("the next build runs %n instruction(s) again", nullptr, stale)
                           : QString());
    m_state->setText(state);
}

} // namespace quayside::ui

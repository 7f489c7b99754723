// Building the Dockerfile that is open: what is asked for, the steps as they go beside each other, what each
// writes, a step to try things out in, and the builds before.
#pragma once

#include "models/builds/buildoperation.h"
#include "models/dockerfile/context/contexttree.h"
#include "models/dockerfile/document.h"
#include "models/dockerfile/facts/buildfacts.h"
#include "models/dockerfile/facts/stepchanges.h"
#include "models/system/enginesession.h"

#include <QPointer>
#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QToolBar;

namespace quayside::ui
{

class BuildForm;
class BuildHistory;
class BuildTimeline;
class Notice;
class StepOutput;
class Tabs;
class TriedStep;

class BuildPanel : public QWidget
{
    Q_OBJECT

public:
    enum Verb { Build, Cancel, TryStep, Run, Layers, Push, VerbCount };

    // Both must outlive it.
    BuildPanel(models::EngineSession *session, models::DockerfileDocument *document,
               QWidget *parent = nullptr);
    ~BuildPanel() override;

    // Where the document is on the disk: its folder, and its path in there. "": it was not saved yet.
    void setFile(const QString &folder, const QString &dockerfile);
    // Which files have changed since a build is asked there. May be nullptr; must outlive it.
    void setContextTree(models::ContextTree *tree);

    [[nodiscard]] models::BuildFacts *facts() { return &m_facts; }
    [[nodiscard]] models::StepChangesFinder *changes() { return &m_changes; }
    [[nodiscard]] models::BuildOperation *operation() const { return m_operation; } // that runs, or ran last
    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    [[nodiscard]] BuildForm *form() const { return m_form; }
    [[nodiscard]] BuildTimeline *timeline() const { return m_timeline; }
    [[nodiscard]] StepOutput *output() const { return m_output; }
    [[nodiscard]] TriedStep *triedStep() const { return m_tried; }
    [[nodiscard]] BuildHistory *history() const { return m_history; }
    [[nodiscard]] Notice *notice() const { return m_notice; }

public slots:
    void build();
    void showBuild(const QString &id); // one of before
    void showStepOfLine(int line);     // of the present text
    void mend(const models::Waste &waste);

signals:
    void aboutToBuild(); // what is on the disk is built: time to save
    void placeWanted();  // it is on no disk yet, and shall be built
    void showLine(int line);
    void runWanted(const QString &image); // its name, or id
    void layersWanted(const QString &id, const QString &name); // of the image; its name, or the id again
    void pushWanted(const QString &id, const QString &name);
    void shellOpened(const QString &containerId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void fitTools();
    void makePages();
    void follow(models::BuildFollower *build, const models::BuildInputs &inputs, const QString &name);
    void onListed();
    void onFinished();
    void onFacts();
    void tellWaste();
    void goWithTheBuild();
    void showStep(int row);
    void tryStep();
    void refresh();
    void findChangedFiles();
    [[nodiscard]] bool isRunning() const { return m_operation != nullptr && m_operation->isRunning(); }
    [[nodiscard]] QString image() const; // of the build that is shown; "": it made none
    [[nodiscard]] QString imageId() const;

    models::EngineSession *m_session;
    models::DockerfileDocument *m_document;
    models::BuildFollower m_earlier; // of a build that is not ours, or not any more
    models::BuildFacts m_facts;
    models::StepChangesFinder m_changes;
    QPointer<models::BuildOperation> m_operation;
    models::ContextTree *m_tree = nullptr;
    QString m_folder, m_dockerfile, m_name;
    QString m_wasteToldOf; // a build
    std::array<QAction *, VerbCount> m_actions{};
    QToolBar *m_tools;
    QLabel *m_state;
    Notice *m_notice;
    Tabs *m_tabs;
    QWidget *m_stepsPage = nullptr;
    BuildForm *m_form;
    BuildTimeline *m_timeline;
    StepOutput *m_output;
    TriedStep *m_tried;
    BuildHistory *m_history;
    int m_toolsWidth = 0;    // with their names
    bool m_following = true; // nobody has chosen a step
};

} // namespace quayside::ui

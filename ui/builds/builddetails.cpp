#include "ui/builds/builddetails.h"

#include "models/builds/buildwanted.h"
#include "models/client/builds.h"
#include "models/common/text.h"
#include "ui/builds/buildview.h"
#include "ui/common/appearance.h"
#include "ui/common/factsheet.h"
#include "ui/common/tabs.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::BuildModel;
using models::Text;

BuildDetails::BuildDetails(models::EngineSession *session, QWidget *parent)
    : DetailsPane(parent), m_session(session), m_follower(session->client()), m_view(new BuildView(session)),
      m_text(new QPlainTextEdit)
{
    QWidget *steps = addPage(Symbol::Build, tr("&Steps"));
    steps->layout()->addWidget(m_view);
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("The Dockerfile as it was built"));
    addPage(Symbol::File, tr("Doc&kerfile"))->layout()->addWidget(m_text);
    tabs()->setCurrentWidget(steps);
    connect(m_view, &BuildView::shellOpened, this, &BuildDetails::shellOpened);
    connect(session->builds(), &models::Builds::listed, this, &BuildDetails::onListed);
}

QString BuildDetails::dockerfile() const
{
    return m_text->toPlainText();
}

void BuildDetails::showBuild(const QString &id)
{
    const models::BuildRow *row = m_session->builds()->model()->find(id);
    if (row == nullptr || id == m_id)
        return;
    m_id = id;
    m_shown = *row;
    showHead();
    m_follower.follow(id);
    m_view->showBuild(&m_follower, row->shownName());
    m_text->clear();
    inspect();
}

// It has ended, or the engine has come back and knows more of it.
void BuildDetails::onListed()
{
    const models::BuildRow *row = m_session->builds()->model()->find(m_id);
    if (row == nullptr)
        return;
    const bool changed = *row != m_shown;
    m_shown = *row;
    showHead();
    if (!m_follower.isFollowing() && m_follower.record().state == "running") // its end was missed
        m_follower.follow(m_id);
    if (changed)
        inspect();
}

void BuildDetails::showHead()
{
    const QString time = BuildModel::timeText(m_shown.duration);
    QString line = BuildModel::stateText(m_shown.state);
    if (!time.isEmpty())
        line += QStringLiteral(" · ") + time;
    if (m_shown.cachedSteps > 0)
        line += QStringLiteral(" · ") +
                tr("%1 of %n step(s) from the cache", nullptr, m_shown.stepCount).arg(m_shown.cachedSteps);
    if (!m_shown.error.isEmpty())
        line += QStringLiteral(" · ") + m_shown.error;
    setHead(m_shown.shownName(), line);
}

void BuildDetails::inspect()
{
    m_call.cancel();
    m_call =
        client::inspectBuild(*m_session->client(), m_id.toStdString(), this,
                             [this, id = m_id](const Result<api::BuildRecord> &build) {
                                 if (id != m_id)
                                     return;
                                 if (!build) {
                                     showProblem(tr("The engine does not tell about this build: %1.")
                                                     .arg(QString::fromStdString(build.error().message)));
                                     return;
                                 }
                                 fill(*build);
                                 setJson(QByteArray::fromStdString(encode(*build)));
                             });
}

void BuildDetails::fill(const api::BuildRecord &build)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    if (const QString dockerfile = text(build.text); dockerfile != m_text->toPlainText())
        m_text->setPlainText(dockerfile);
    FactSheet *sheet = overview();
    sheet->clear();
    sheet->addSection(tr("Build"));
    sheet->addFact(tr("State"), BuildModel::stateText(m_shown.state));
    if (!build.error.empty())
        sheet->addNote(text(build.error));
    sheet->addFact(tr("Names"), m_shown.tags.join(u'\n'));
    if (!build.image.empty())
        sheet->addJump(tr("Image"), Text::shortId(text(build.image)),
                       [this, image = text(build.image)] { emit imageWanted(image); });
    sheet->addFact(tr("Started"), Text::exactTime(m_shown.started));
    sheet->addFact(tr("Time"), BuildModel::timeText(m_shown.duration));
    sheet->addFact(tr("Steps"), QString::number(build.stepCount));
    sheet->addFact(tr("From the cache"), QString::number(build.cachedSteps));
    sheet->addFact(tr("Id"), m_id, true);
    sheet->addSection(tr("What was asked for"));
    const auto remembered = models::recallBuild(m_id);
    sheet->addFact(tr("Source"), BuildModel::sourceText(m_shown.context));
    sheet->addFact(tr("Folder"), remembered ? remembered->folder : QString(), true);
    sheet->addFact(tr("Dockerfile"), m_shown.dockerfile, true);
    sheet->addFact(tr("Target"), m_shown.target, true);
    sheet->addFact(tr("Platform"), text(build.platform), true);
    QStringList arguments;
    for (const std::string &name : build.arguments)
        arguments.append(text(name));
    sheet->addFact(tr("Arguments"), arguments.join(u'\n'), true);
    if (!arguments.isEmpty())
        sheet->addNote(tr("Their values are not kept: they may be secrets."));
    if (build.noCache)
        sheet->addNote(tr("Every step was to be run, whatever was cached."));
    sheet->finish();
}

} // namespace quayside::ui

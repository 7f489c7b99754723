#include "ui/containers/editdialog.h"

#include "models/containers/recreate.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/containers/runform.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::RecreatePlan;

namespace
{

QString heading(const QString &text)
{
    return QStringLiteral("<p style=\"margin:8px 0 2px 0\"><b>%1</b></p>").arg(text.toHtmlEscaped());
}

QString lines(const QStringList &sentences, const QString &mark, const QColor &color, bool code = false)
{
    QString html;
    for (const QString &sentence : sentences) {
        const QString text = sentence.toHtmlEscaped();
        html += QStringLiteral("<p style=\"margin:0 0 2px 0\"><span style=\"color:%1\">%2</span>&nbsp;%3</p>")
                    .arg(color.name(), mark, code ? QStringLiteral("<code>%1</code>").arg(text) : text);
    }
    return html;
}

} // namespace

EditDialog::EditDialog(models::EngineSession *session, const QString &id, const QString &name,
                       QWidget *parent)
    : QDialog(parent), m_session(session), m_form(new RunForm(session, this)), m_notice(new Notice(this))
{
    m_recreation.container.id = id.toStdString();
    m_recreation.limitsAway = session->hasFeature(QStringLiteral("limits-away"));
    setWindowTitle(tr("Edit %1").arg(name));
    resize(QSize(980, 540).boundedTo(screen()->availableSize() - QSize(8, 40)));
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_form, 5);
    columns->addWidget(makePlan(), 3);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    makeButtons();
    m_form->setEnabled(false);
    connect(m_form, &RunForm::changed, this, &EditDialog::refresh);
    fetch();
}

QWidget *EditDialog::makePlan()
{
    auto *panel = new QWidget(this);
    m_plan = new QTextBrowser(panel);
    m_plan->setFrameShape(QFrame::NoFrame);
    m_plan->setAccessibleName(tr("What is kept and what is lost"));
    m_plan->setTabChangesFocus(true);
    m_plan->viewport()->setAutoFillBackground(false);
    m_takeVolumes = new QCheckBox(tr("Take volumes without a name alon&g"), panel);
    m_takeVolumes->setObjectName(QStringLiteral("takeVolumes"));
    m_takeVolumes->setChecked(true);
    m_takeVolumes->hide();
    connect(m_takeVolumes, &QCheckBox::toggled, this, &EditDialog::refresh);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(10, 0, 0, 0);
    layout->addWidget(m_plan, 1);
    layout->addWidget(m_takeVolumes);
    return panel;
}

void EditDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    m_accept = buttons->addButton(tr("Make it anew"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("apply"));
    m_accept->setEnabled(false);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &EditDialog::begin);
    layout()->addWidget(buttons);
}

void EditDialog::showProblem(const Error &error)
{
    m_notice->show(Notice::Kind::Error, QString::fromStdString(error.message));
}

void EditDialog::fetch()
{
    client::EngineClient *client = m_session->client();
    client->inspectContainer(
        m_recreation.container.id, this, [this, client](const Result<api::ContainerInspect> &container) {
            if (!container) {
                showProblem(container.error());
                return;
            }
            m_recreation.container = *container;
            // Of an image that has gone nothing can be left out as its own.
            client->inspectImage(container->image, this, [this](const Result<api::ImageInspect> &image) {
                fill(image ? image->config : api::ImageConfig{});
            });
            client::pathChanges(
                *client, container->id, this, [this](const Result<std::vector<client::PathChange>> &changes) {
                    if (changes)
                        m_recreation.changedFiles = models::countLost(m_recreation.container, *changes);
                    refresh();
                });
        });
}

// What the form makes of the options is what is compared: it may round what it shows.
void EditDialog::fill(const api::ImageConfig &image)
{
    m_recreation.image = image;
    m_form->setOptions(models::optionsOf(m_recreation.container, image));
    m_form->keepProposalsOut();
    m_recreation.before = m_form->options();
    m_filled = true;
    m_form->setEnabled(true);
    m_form->setFocus();
    refresh();
}

QString EditDialog::planText() const
{
    return m_plan->toPlainText();
}

void EditDialog::refresh()
{
    if (!m_filled)
        return;
    m_recreation.after = m_form->options();
    m_recreation.takeVolumes = m_takeVolumes->isChecked();
    const RecreatePlan plan = planOf(m_recreation);
    const QString problem = m_form->problem();
    const QColor good = toneColor(Tone::Good), bad = toneColor(Tone::Bad), accent = toneColor(Tone::Accent);
    QString html;
    if (plan.kind == RecreatePlan::Kind::Nothing) {
        html = QStringLiteral("<p>%1</p>")
                   .arg(tr("Change what you like: here stands what that means.").toHtmlEscaped());
    } else {
        html = heading(tr("What changes")) + lines(plan.removed, QStringLiteral("&minus;"), bad, true) +
               lines(plan.added, QStringLiteral("+"), good, true);
        if (plan.kind == RecreatePlan::Kind::Live)
            html += heading(tr("It goes on running")) +
                    lines({tr("Limits and the restart policy are changed at once, without making it anew.")},
                          QString(QChar(0x2713)), good);
        else
            html += heading(tr("What is kept")) + lines(plan.kept, QString(QChar(0x2713)), good) +
                    heading(tr("What is lost")) + lines(plan.lost, QString(QChar(0x2717)), bad);
    }
    if (!problem.isEmpty())
        html += heading(tr("Not yet possible")) + lines({problem}, QString(QChar(0x26a0)), bad);
    html += lines(isolationWarnings(m_recreation.after), QString(QChar(0x26a0)), accent);
    m_plan->setHtml(html);
    m_takeVolumes->setVisible(plan.anonymousVolumes);
    m_accept->setText(plan.kind == RecreatePlan::Kind::Live ? tr("Change it now") : tr("Make it anew"));
    m_accept->setEnabled(plan.kind != RecreatePlan::Kind::Nothing && problem.isEmpty() &&
                         m_operation == nullptr);
}

template <typename Operation, typename Done>
void EditDialog::start(Operation *operation, Done done)
{
    m_operation = operation;
    m_notice->dismiss();
    m_form->setEnabled(false);
    m_accept->setEnabled(false);
    connect(operation, &models::Operation::finished, this, [this, operation, done] {
        m_operation = nullptr;
        m_form->setEnabled(true);
        refresh();
        if (operation->state() == models::Operation::State::Succeeded) {
            done();
            for (const QString &warning : operation->warnings())
                emit warned(warning);
            accept();
        } else if (operation->state() == models::Operation::State::Failed) {
            m_notice->show(Notice::Kind::Error, operation->detail());
        }
    });
    m_session->operations()->add(operation);
}

void EditDialog::begin()
{
    if (planOf(m_recreation).kind == RecreatePlan::Kind::Live) {
        auto *operation = new models::LimitsOperation(m_session->client(), m_recreation);
        start(operation, [this] { emit limitsChanged(); });
        return;
    }
    auto *operation =
        new models::RecreateOperation(m_session->client(), m_session->credentials(), m_recreation);
    start(operation, [this, operation] { emit containerMade(operation->containerId()); });
}

void EditDialog::done(int result)
{
    if (m_operation != nullptr)
        m_operation->cancel();
    QDialog::done(result);
}

} // namespace quayside::ui

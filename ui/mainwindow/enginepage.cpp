#include "ui/mainwindow/enginepage.h"

#include "models/client/endpoint.h"
#include "ui/common/placeholder.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

EnginePage::EnginePage(models::EngineSession *session, const QString &enginePath, QWidget *parent)
    : QWidget(parent), m_session(session), m_starter(session->socketPath(), enginePath),
      m_placeholder(new Placeholder(Symbol::Engine, this)), m_problem(new QLabel(this))
{
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setContentsMargins(24, 0, 24, 18);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_placeholder, 1);
    layout->addWidget(m_problem);
    if (!m_starter.command().isEmpty())
        m_startButton = m_placeholder->addButton(tr("Start the engine"), Symbol::Play, [this] { start(); });
    m_placeholder->addButton(tr("Try again"), Symbol::Refresh, [this] { m_session->retryNow(); });
    connect(&m_starter, &models::EngineStarter::failed, this, [this](const QString &sentence) {
        refresh();
        m_problem->setText(sentence);
    });
    connect(session, &models::EngineSession::stateChanged, this, &EnginePage::refresh);
    refresh();
}

void EnginePage::refresh()
{
    using State = models::EngineSession::State;
    if (m_session->state() == State::Connected)
        m_starter.forgetMessages();
    if (m_startButton != nullptr) {
        m_startButton->setEnabled(true);
        m_startButton->setText(tr("Start the engine"));
        m_startButton->setVisible(m_session->state() != State::Forbidden);
        m_startButton->setDefault(true);
    }
    QString headline = tr("The engine is not running"), sentence = m_starter.reason();
    if (client::Endpoint::of(m_session->socketPath()).isRemote()) {
        headline = tr("No way to %1").arg(client::Endpoint::of(m_session->socketPath()).computer());
        sentence = m_session->problem() + u'.';
    } else if (m_session->state() == State::Forbidden) {
        headline = tr("You may not use this engine");
        sentence =
            tr("It runs, but its socket is not open to you. Ask the administrator for access, or choose "
               "another engine in the tool bar.");
    } else if (m_startButton != nullptr) {
        sentence =
            tr("The engine makes and runs the containers. Start it here; you may be asked for a password. "
               "This page goes away by itself once it answers.");
    }
    m_placeholder->setText(headline, sentence);
    // Not what the sentence has said already.
    m_problem->setText(sentence.contains(m_session->problem()) ? QString() : m_session->problem());
}

void EnginePage::start()
{
    m_startButton->setEnabled(false);
    m_startButton->setText(tr("Starting…"));
    m_problem->clear();
    m_starter.start();
}

} // namespace quayside::ui

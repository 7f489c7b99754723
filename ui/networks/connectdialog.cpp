#include "ui/networks/connectdialog.h"

#include "models/client/resources.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace quayside::ui
{

namespace
{

// Names sorted, ids behind them; those that are in the network, or those that are not.
QComboBox *makeChoice(models::EngineSession *session, const models::NetworkRow &network, bool inside,
                      QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setObjectName(QStringLiteral("container"));
    choice->setAccessibleName(ConnectDialog::tr("Container"));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names may be long
    QList<std::pair<QString, QString>> names;
    for (const models::ContainerRow &row : session->containers()->rows()) {
        if (network.containers.contains(row.name) == inside)
            names.append({row.name, row.id});
    }
    std::ranges::sort(names);
    for (const auto &[name, id] : names)
        choice->addItem(name, id);
    return choice;
}

} // namespace

ConnectDialog::ConnectDialog(models::EngineSession *session, const models::NetworkRow &network,
                             QWidget *parent)
    : FormDialog(tr("Connect a container to %1").arg(network.name), tr("&Connect"), parent),
      m_session(session), m_network(network), m_container(makeChoice(session, network, false, this))
{
    form()->addRow(tr("C&ontainer"), m_container);
    m_aliases = addLine(tr("&Also known as"), QStringLiteral("aliases"),
                        tr("more names in this network, with blanks between"));
    m_address = addLine(tr("A&ddress"), QStringLiteral("address"), tr("chosen by the engine"));
    if (m_container->count() == 0) {
        addNote(tr("All containers are in this network already."));
        acceptButton()->setEnabled(false);
    }
}

void ConnectDialog::send()
{
    client::Connection connection{.container = m_container->currentData().toString().toStdString()};
    static const QRegularExpression blanks(QStringLiteral("[\\s,]+"));
    for (const QString &alias : m_aliases->text().split(blanks, Qt::SkipEmptyParts))
        connection.aliases.push_back(alias.toStdString());
    connection.address = m_address->text().trimmed().toStdString();
    client::connectNetwork(*m_session->client(), m_network.id.toStdString(), connection, this,
                           [this](const Result<> &done) {
                               if (done)
                                   accept();
                               else
                                   showProblem(tr("%1 cannot be connected: %2")
                                                   .arg(m_container->currentText(),
                                                        QString::fromStdString(done.error().message)));
                           });
}

DisconnectDialog::DisconnectDialog(models::EngineSession *session, const models::NetworkRow &network,
                                   QWidget *parent)
    : FormDialog(tr("Disconnect a container from %1").arg(network.name), tr("&Disconnect"), parent),
      m_session(session), m_network(network), m_container(makeChoice(session, network, true, this))
{
    form()->addRow(tr("C&ontainer"), m_container);
    addNote(tr("Its connections in this network end. It can be connected again at any time."));
    acceptButton()->setEnabled(m_container->count() > 0);
}

void DisconnectDialog::send()
{
    client::disconnectNetwork(*m_session->client(), m_network.id.toStdString(),
                              m_container->currentData().toString().toStdString(), this,
                              [this](const Result<> &done) {
                                  if (done)
                                      accept();
                                  else
                                      showProblem(tr("%1 cannot be disconnected: %2")
                                                      .arg(m_container->currentText(),
                                                           QString::fromStdString(done.error().message)));
                              });
}

} // namespace quayside::ui

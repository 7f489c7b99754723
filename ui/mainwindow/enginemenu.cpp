#include "ui/mainwindow/enginemenu.h"

#include "ui/common/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QMessageBox>
#include <QSettings>

namespace quayside::ui
{

namespace
{
const QString addedKey = QStringLiteral("engine/added");
}

EngineMenu::EngineMenu(models::EngineSession *session, QWidget *parent) : QMenu(parent), m_session(session)
{
    connect(this, &QMenu::aboutToShow, this, &EngineMenu::fill); // sockets come and go
    fill();
}

QStringList EngineMenu::addedAddresses()
{
    return QSettings().value(addedKey).toStringList();
}

void EngineMenu::setAddedAddresses(const QStringList &addresses)
{
    QSettings().setValue(addedKey, addresses);
}

void EngineMenu::fill()
{
    clear();
    // --host may have named one that is neither found nor added.
    QStringList added = addedAddresses();
    if (!added.contains(m_session->socketPath()))
        added.append(m_session->socketPath());
    const QList<models::EngineAddress> all =
        models::EngineChoices::all(models::EngineChoices::defaultPlaces(), added);
    delete findChild<QActionGroup *>();
    new QActionGroup(this);
    for (const models::EngineAddress &address : all)
        addChoice(address);
    addAction(ui::icon(Symbol::Add), tr("&Other address…"), this, &EngineMenu::askAddress);
    const QString shown = m_session->socketPath();
    QMenu *forget = addMenu(tr("&Forget an address"));
    for (const QString &path : addedAddresses()) {
        if (path != shown)
            forget->addAction(QString(path).replace(u'&', QStringLiteral("&&")), this, [path] {
                QStringList left = addedAddresses();
                left.removeAll(path);
                setAddedAddresses(left);
            });
    }
    forget->setEnabled(!forget->isEmpty());
    addSeparator();
    addAction(ui::icon(Symbol::Copy), tr("&Copy the address for the docker command"), this,
              [shown] { QApplication::clipboard()->setText(QStringLiteral("DOCKER_HOST=unix://") + shown); });
    addAction(ui::icon(Symbol::Refresh), tr("Connect &again"), m_session, &models::EngineSession::retryNow)
        ->setEnabled(m_session->state() != models::EngineSession::State::Connected);
}

void EngineMenu::addChoice(const models::EngineAddress &address)
{
    QAction *action = addAction(tr("%1 at %2", "engine, path")
                                    .arg(models::EngineChoices::title(address), address.socketPath)
                                    .replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setData(address.socketPath);
    action->setChecked(address.socketPath == m_session->socketPath());
    findChild<QActionGroup *>()->addAction(action);
    connect(action, &QAction::triggered, this, [this, path = address.socketPath] {
        if (path != m_session->socketPath())
            emit engineChosen(path);
    });
}

void EngineMenu::askAddress()
{
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Open another engine"));
    dialog->setLabelText(tr("Address of its socket on this computer:"));
    dialog->setTextValue(QStringLiteral("unix:///"));
    dialog->resize(420, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const Result<QString> path = models::EngineChoices::parse(text);
        if (!path) {
            QMessageBox *box = new QMessageBox(QMessageBox::Warning, tr("Open another engine"),
                                               QString::fromStdString(path.error().message) + u'.',
                                               QMessageBox::Close, parentWidget());
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
            return;
        }
        QStringList added = addedAddresses();
        if (!added.contains(*path))
            setAddedAddresses(added << *path);
        if (*path != m_session->socketPath())
            emit engineChosen(*path);
    });
    dialog->open();
}

} // namespace quayside::ui

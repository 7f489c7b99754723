#include "ui/images/pushdialog.h"

#include "models/registries/imagename.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/registries/logindialog.h"
#include "ui/registries/transferview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using State = models::Operation::State;
using models::dockerHub;
using models::ImageName;
using models::parseImageName;

PushDialog::PushDialog(models::EngineSession *session, const models::ImageRow &image, QWidget *parent)
    : QDialog(parent), m_session(session), m_image(image), m_registry(new QComboBox(this)),
      m_name(new QLineEdit(this)), m_hint(new QLabel(this)), m_login(new QLabel(this)),
      m_transfer(new TransferView(this)), m_result(new QWidget(this)), m_digest(new QLineEdit(this)),
      m_notice(new Notice(this))
{
    setWindowTitle(tr("Push %1").arg(image.shownName()));
    resize(620, 500);
    makeForm();
    m_name->setText(image.hasName() ? image.reference() : QString());
    fillRegistries();
    connect(m_registry, &QComboBox::activated, this, &PushDialog::onRegistryChosen);
    connect(m_name, &QLineEdit::textChanged, this, &PushDialog::refresh);
    connect(session->registries()->model(), &QAbstractItemModel::dataChanged, this, &PushDialog::refresh);
    refresh();
}

void PushDialog::makeForm()
{
    m_registry->setObjectName(QStringLiteral("registry"));
    m_registry->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_registry->setToolTip(tr("The beginning of the name says to which registry it goes"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("localhost:5000/team/web:1"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_login->setTextFormat(Qt::PlainText);
    m_login->setWordWrap(true);
    m_logIn = new QPushButton(icon(Symbol::LogIn), tr("&Log in…"), this);
    m_logIn->setAutoDefault(false);
    auto *loginRow = new QHBoxLayout;
    loginRow->addWidget(m_login, 1);
    loginRow->addWidget(m_logIn);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Registry"), m_registry);
    form->addRow(tr("&Name"), m_name);
    form->addRow(QString(), m_hint);
    form->addRow(tr("Login"), loginRow);
    m_digest->setReadOnly(true);
    m_digest->setObjectName(QStringLiteral("digest"));
    m_digest->setFont(fixedFont());
    m_digest->setAccessibleName(tr("Digest"));
    auto *copy = new QPushButton(icon(Symbol::Copy), tr("C&opy"), m_result);
    copy->setToolTip(tr("Copy the name with its digest, which always leads to this image"));
    copy->setAutoDefault(false);
    auto *resultRow = new QHBoxLayout(m_result);
    resultRow->setContentsMargins(0, 0, 0, 0);
    resultRow->addWidget(new QLabel(tr("Digest"), m_result));
    resultRow->addWidget(m_digest, 1);
    resultRow->addWidget(copy);
    m_result->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_notice);
    layout->addWidget(m_transfer, 1);
    layout->addWidget(m_result);
    makeButtons(layout);
    connect(m_logIn, &QPushButton::clicked, this, &PushDialog::logIn);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_digest->text()); });
}

void PushDialog::makeButtons(QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Clo&se"), QDialogButtonBox::RejectRole);
    m_close->setToolTip(tr("Close this window; the work goes on behind the counter in the tool bar"));
    m_close->setAutoDefault(false);
    m_push = buttons->addButton(tr("&Push"), QDialogButtonBox::ActionRole);
    m_push->setObjectName(QStringLiteral("push"));
    m_push->setIcon(icon(Symbol::Push));
    m_push->setDefault(true);
    layout->addWidget(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_push, &QPushButton::clicked, this, &PushDialog::startOrCancel);
}

void PushDialog::fillRegistries()
{
    m_session->registries()->refresh();
    for (const models::RegistryRow &row : m_session->registries()->model()->rows())
        m_registry->addItem(models::shownRegistry(row.registry), row.registry);
}

// Puts the chosen registry before the name, whatever stood there.
void PushDialog::onRegistryChosen()
{
    const QString registry = m_registry->currentData().toString();
    const ImageName name = parseImageName(m_name->text());
    QString repository = name.repository;
    if (name.registry == dockerHub && repository.startsWith(u"library/"))
        repository.remove(0, 8);
    if (registry == dockerHub && !repository.contains(u'/')) // where everybody has images below an own name
        if (const QString user = m_session->credentials()->loginOf(dockerHub).user; !user.isEmpty())
            repository.prepend(user + u'/');
    if (registry != dockerHub)
        repository.prepend(registry + u'/');
    m_name->setText(repository + u':' + (name.tag.isEmpty() ? QStringLiteral("latest") : name.tag));
}

QString PushDialog::reference() const
{
    const QString text = m_name->text().trimmed();
    const ImageName name = parseImageName(text);
    return name.tag.isEmpty() && name.digest.isEmpty() ? text + QStringLiteral(":latest") : text;
}

QString PushDialog::hint() const
{
    const ImageName name = parseImageName(m_name->text());
    if (!models::isImageName(m_name->text()) || !name.digest.isEmpty())
        return tr("Write a name such as registry.example.org/team/web:1, in small letters.");
    if (name.registry == dockerHub && name.repository.startsWith(u"library/"))
        return tr("Docker Hub keeps images below the names of users: write for example alice/%1.")
            .arg(name.repository.mid(8));
    if (!m_image.hasName() || parseImageName(m_image.reference()) != parseImageName(reference()))
        return tr("It has not got this name yet: it is tagged with it first.");
    return {};
}

void PushDialog::refresh()
{
    const bool running = isRunning() || m_tagging.active();
    const ImageName name = parseImageName(m_name->text());
    const bool named = models::isImageName(m_name->text()) && name.digest.isEmpty();
    m_registry->setCurrentIndex(m_registry->findData(name.registry));
    m_registry->setPlaceholderText(models::shownRegistry(name.registry)); // one that is in no list yet
    m_hint->setText(hint());
    m_hint->setVisible(!m_hint->text().isEmpty());
    const models::Login login = m_session->credentials()->loginOf(name.registry);
    const QString shown = models::shownRegistry(name.registry);
    m_login->setText(!login.exists() ? tr("not logged in to %1").arg(shown)
                     : login.user.isEmpty()
                         ? tr("logged in to %1, %2", "registry, where the login is kept")
                               .arg(shown, models::CredentialStore::shownPlace(login.place))
                         : tr("%1, %2", "user, where the login is kept")
                               .arg(login.user, models::CredentialStore::shownPlace(login.place)));
    m_logIn->setVisible(!login.exists());
    const bool goesOn = m_operation != nullptr && !running && m_operation->state() != State::Succeeded &&
                        m_operation->reference() == reference();
    for (QWidget *field : {static_cast<QWidget *>(m_registry), static_cast<QWidget *>(m_name)})
        field->setEnabled(!running);
    m_push->setIcon(running ? QIcon() : icon(Symbol::Push));
    m_push->setText(running ? tr("&Cancel") : goesOn ? tr("Go &on") : tr("&Push"));
    m_push->setToolTip(goesOn ? tr("Push again; layers that are there already are not sent twice")
                              : QString());
    m_push->setEnabled(running || named);
}

void PushDialog::logIn()
{
    const QString registry = parseImageName(m_name->text()).registry;
    auto *dialog = new LoginDialog(m_session->registries(), registry,
                                   m_session->credentials()->loginOf(registry).user, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LoginDialog::loggedIn, this, [this](const QString &, const QString &sentence) {
        m_notice->show(Notice::Kind::Info, sentence);
        refresh();
    });
    dialog->open();
}

// ---- pushing

void PushDialog::startOrCancel()
{
    if (isRunning()) {
        m_operation->cancel();
        return;
    }
    if (m_tagging.active()) {
        m_tagging.cancel();
        m_tagging = {};
        refresh();
        return;
    }
    tagThenPush();
}

void PushDialog::tagThenPush()
{
    m_notice->dismiss();
    m_result->hide();
    if (m_image.hasName() && parseImageName(m_image.reference()) == parseImageName(reference())) {
        push();
        return;
    }
    const auto [repository, tag] = models::splitReference(reference());
    m_tagging = m_session->client()->tagImage(
        m_image.id.toStdString(), repository.toStdString(), tag.toStdString(), this,
        [this](const Result<> &done) {
            m_tagging = {};
            if (done) {
                push();
                return;
            }
            m_notice->show(Notice::Kind::Error,
                           tr("It cannot be tagged: %1").arg(QString::fromStdString(done.error().message)));
            refresh();
        });
    refresh();
}

void PushDialog::push()
{
    m_operation = new models::PushOperation(m_session->client(), m_session->credentials(), reference());
    m_transfer->showTransfer(m_operation);
    connect(m_operation, &models::Operation::finished, this, &PushDialog::onFinished);
    m_session->operations()->add(m_operation);
    refresh();
}

void PushDialog::onFinished()
{
    refresh();
    if (m_operation->state() == State::Succeeded) {
        m_notice->show(Notice::Kind::Info, m_operation->detail() + u'.');
        const QString repository = parseImageName(m_operation->reference()).shownRepository();
        m_digest->setText(m_operation->digest().isEmpty() ? QString()
                                                          : repository + u'@' + m_operation->digest());
        m_digest->setCursorPosition(0);
        m_result->setVisible(!m_operation->digest().isEmpty());
    } else if (m_operation->state() == State::Failed && m_operation->wantsLogin()) {
        m_notice->show(Notice::Kind::Error, m_operation->detail(), tr("Log in…"), [this] { logIn(); });
    } else if (m_operation->state() == State::Failed) {
        m_notice->show(Notice::Kind::Error, m_operation->detail());
    } else {
        m_notice->show(Notice::Kind::Info,
                       tr("Cancelled. Go on continues: layers that have arrived are not sent again."));
    }
}

} // namespace quayside::ui

#include "ui/mainwindow/enginedialog.h"

#include "models/client/endpoint.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QUrl>

namespace quayside::ui
{

using client::Endpoint;

EngineDialog::EngineDialog(const QString &title, const QString &accept, const models::EngineAddress &engine,
                           QWidget *parent)
    : FormDialog(title, accept, parent),
      m_address(addLine(tr("&Address:"), QStringLiteral("address"), QStringLiteral("ssh://user@host"))),
      m_certificates(addFile(tr("Ce&rtificates:"), QStringLiteral("certificates"),
                             tr("Folder with ca.pem, cert.pem and key.pem"), true)),
      m_identity(addFile(tr("&Key file:"), QStringLiteral("identity"),
                         tr("Private key for ssh; left empty, ssh chooses"), false)),
      m_hint(new QLabel(this))
{
    m_name = addLine(tr("&Name:"), QStringLiteral("name"), tr("as you like"));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    form()->addRow(m_hint);
    const Result<Endpoint> known = Endpoint::parse(engine.socketPath);
    m_name->setText(engine.name);
    if (known && !engine.socketPath.isEmpty()) {
        Endpoint bare = *known;
        m_certificates->setText(std::exchange(bare.certificates, {}));
        m_identity->setText(std::exchange(bare.identity, {}));
        m_address->setText(models::EngineChoices::shown(bare.text()));
    }
    connect(m_address, &QLineEdit::textChanged, this, &EngineDialog::refresh);
    connect(m_certificates, &QLineEdit::textChanged, this, &EngineDialog::refresh);
    refresh();
    resize(520, sizeHint().height());
}

QLineEdit *EngineDialog::addFile(const QString &label, const QString &name, const QString &tip, bool folder)
{
    QLineEdit *edit = addLine(label, name, tip);
    edit->setToolTip(tip);
    const QAction *choose = edit->addAction(icon(Symbol::Folder), QLineEdit::TrailingPosition);
    connect(choose, &QAction::triggered, this, [this, edit, tip, folder] {
        auto *dialog = new QFileDialog(this, tip, edit->text().isEmpty() ? QDir::homePath() : edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return edit;
}

QString EngineDialog::typed() const
{
    QString text = m_address->text().trimmed();
    const auto add = [&text](const QString &key, const QLineEdit *edit) {
        if (!edit->text().trimmed().isEmpty())
            text += (text.contains(u'?') ? u'&' : u'?') + key + u'=' +
                    QString::fromLatin1(QUrl::toPercentEncoding(edit->text().trimmed(), "/"));
    };
    if (text.startsWith(u"tcp://"))
        add(QStringLiteral("certificates"), m_certificates);
    else if (text.startsWith(u"ssh://"))
        add(QStringLiteral("identity"), m_identity);
    return text;
}

// Only what this address needs; and what it means, in plain words.
void EngineDialog::refresh()
{
    const QString text = m_address->text().trimmed();
    form()->setRowVisible(m_certificates, text.startsWith(u"tcp://"));
    form()->setRowVisible(m_identity, text.startsWith(u"ssh://"));
    const auto endpoint = Endpoint::parse(typed());
    using Kind = Endpoint::Kind;
    if (!endpoint || text.isEmpty())
        m_hint->setText(tr("unix:///path/to/socket for an engine on this computer, ssh://user@host or "
                           "tcp://host:2376 for one on another."));
    else if (endpoint->kind == Kind::Plain)
        m_hint->setText(
            tr("Warning: this way is not encrypted and asks nobody who he is. Every program on this "
               "computer, of any user, may rule that engine through it."));
    else if (endpoint->kind == Kind::Ssh)
        m_hint->setText(tr("Through ssh to %1, to the socket %2 there. Nothing but ssh must be open on that "
                           "computer, and its host key must be known.")
                            .arg(endpoint->computer(), endpoint->path));
    else if (endpoint->kind == Kind::Tls)
        m_hint->setText(
            tr("Encrypted, and both sides show a certificate. Only the authority in that folder is "
               "believed."));
    else
        m_hint->setText(tr("A socket on this computer."));
}

models::EngineAddress EngineDialog::engine() const
{
    return {.socketPath = m_accepted, .added = true, .name = m_name->text().trimmed()};
}

void EngineDialog::send()
{
    const Result<QString> address = models::EngineChoices::parse(typed());
    if (!address) {
        showProblem(QString::fromStdString(address.error().message) + u'.');
        return;
    }
    m_accepted = *address;
    accept();
}

} // namespace quayside::ui

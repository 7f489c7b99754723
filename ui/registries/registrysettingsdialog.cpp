#include "ui/registries/registrysettingsdialog.h"

#include "models/registries/imagename.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

namespace quayside::ui
{

namespace
{

QStringList toList(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

std::vector<std::string> linesOf(const QPlainTextEdit *edit)
{
    std::vector<std::string> lines;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.push_back(line.trimmed().toStdString());
    }
    return lines;
}

bool isMirror(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

} // namespace

RegistrySettingsDialog::RegistrySettingsDialog(models::Registries *registries, QWidget *parent)
    : FormDialog(tr("Mirrors and insecure registries"), tr("&Apply"), parent), m_registries(registries)
{
    const api::Registries settings = registries->settings().value_or(api::Registries());
    setMinimumWidth(520);
    m_mirrors = addLines(tr("&Mirrors"), QStringLiteral("mirrors"),
                         tr("https://mirror.example.org, one a line"), settings.mirrors);
    addNote(tr("Asked before Docker Hub, in this order, for images of Docker Hub. They are sent no logins."));
    if (!settings.fixedMirrors.empty())
        addNote(tr("On the engine's command line, and asked first: %1")
                    .arg(toList(settings.fixedMirrors).join(QStringLiteral(", "))));
    m_insecure = addLines(tr("&Insecure"), QStringLiteral("insecure"),
                          tr("registry.example.org:5000 or 10.0.0.0/8, one a line"), settings.insecure);
    addNote(tr(
        "Used also where the certificate cannot be checked, or without encryption: whoever is on the way can "
        "read "
        "logins and change images. A certificate authority of your own is better: put it into "
        "/etc/quayside/certs.d/HOST:PORT/ca.crt. This computer's own registries (localhost) need no entry."));
    if (!settings.fixedInsecure.empty())
        addNote(tr("On the engine's command line: %1")
                    .arg(toList(settings.fixedInsecure).join(QStringLiteral(", "))));
    if (!settings.mayChange)
        sayWhyNot();
}

void RegistrySettingsDialog::sayWhyNot()
{
    for (QPlainTextEdit *edit : {m_mirrors, m_insecure})
        edit->setReadOnly(true);
    showProblem(
        tr("You can look, but not change: these settings are the engine's, and so everybody's. Only the "
           "administrator (root) may change them."));
    acceptButton()->setEnabled(false);
}

QPlainTextEdit *RegistrySettingsDialog::addLines(const QString &label, const QString &name,
                                                 const QString &placeholder,
                                                 const std::vector<std::string> &lines)
{
    QPlainTextEdit *edit = addPairs(label, name, placeholder);
    edit->setPlainText(toList(lines).join(u'\n'));
    return edit;
}

void RegistrySettingsDialog::send()
{
    const api::RegistriesUpdate update{linesOf(m_mirrors), linesOf(m_insecure)};
    for (const std::string &mirror : update.mirrors) {
        if (const QString text = QString::fromStdString(mirror); !isMirror(text)) {
            showProblem(
                tr("“%1” is not the address of a mirror: write for example https://mirror.example.org.")
                    .arg(text));
            return;
        }
    }
    for (const std::string &registry : update.insecure) {
        if (const QString text = QString::fromStdString(registry);
            !models::isRegistry(text) && !models::isNetwork(text)) {
            showProblem(
                tr("“%1” is neither a registry nor a network: write a host, and its port where it has one, "
                   "without https://, or an address range such as 10.0.0.0/8.")
                    .arg(text));
            return;
        }
    }
    m_registries->change(update, this, [this](const Result<> &done) {
        if (done)
            accept();
        else
            showProblem(
                tr("The engine does not take this: %1").arg(QString::fromStdString(done.error().message)));
    });
}

} // namespace quayside::ui

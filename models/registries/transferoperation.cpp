#include "models/registries/transferoperation.h"

#include "models/common/text.h"
#include "models/registries/imagename.h"

#include <QRegularExpression>
#include <QTimer>

namespace quayside::models
{

namespace
{

// "Digest: sha256:…" of a pull, "1: digest: sha256:… size: 528" of a push.
QString digestIn(const QString &status)
{
    static const QRegularExpression digest(QStringLiteral("\\bdigest: (sha256:[0-9a-f]{64})\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    return digest.match(status).captured(1);
}

} // namespace

bool speaksOfLogin(const QString &sentence)
{
    static const QRegularExpression words(
        QStringLiteral(
            "log ?in\\b|unauthori[sz]ed|authentication required|no basic auth|denied: requested access"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(sentence).hasMatch();
}

TransferOperation::TransferOperation(const QString &title, client::EngineClient *client,
                                     CredentialStore *credentials, QString reference, QObject *parent)
    : Operation(title, parent), m_client(client), m_credentials(credentials),
      m_reference(std::move(reference))
{
    setLosesWorkWhenClosed(true);
    m_clock.start();
    QTimer::singleShot(0, this, &TransferOperation::begin);
}

QString TransferOperation::registry() const
{
    return parseImageName(m_reference).registry;
}

void TransferOperation::begin()
{
    if (!isRunning())
        return;
    setDetail(tr("Asking %1").arg(shownRegistry(registry())));
    if (m_credentials == nullptr) {
        askWith({});
        return;
    }
    m_credentials->find(registry(), this, [this](const Result<Credential> &found) {
        if (!isRunning())
            return;
        // What is public can be had without; a helper that is gone, or a locked keyring, is no reason to
        // stop.
        if (!found) {
            m_loginProblem = QString::fromStdString(found.error().message);
            addLogLine(tr("Without a login: %1").arg(m_loginProblem));
        }
        askWith(found.value_or(Credential()));
    });
}

void TransferOperation::askWith(const Credential &credential)
{
    m_call = ask(
        authHeader(credential, registry()),
        [this](const client::Progress &progress) { onProgress(progress); },
        [this](const Result<> &done) { onDone(done); });
}

void TransferOperation::onProgress(const client::Progress &progress)
{
    const QString status = QString::fromStdString(progress.status), id = QString::fromStdString(progress.id);
    if (const QString digest = digestIn(status); !digest.isEmpty())
        m_digest = digest;
    // Bytes move ten times a second: what is kept for reading is how a layer begins and ends.
    if (!status.isEmpty() && !progress.current)
        addLogLine(id.isEmpty() ? status : id + QStringLiteral(": ") + status);
    if (!m_layers.take(progress, m_clock.elapsed())) {
        if (!status.isEmpty() && m_layers.layers().isEmpty())
            setDetail(status);
        return;
    }
    setProgress(m_layers.done(), m_layers.total());
    setDetail(summary());
}

QString TransferOperation::summary() const
{
    const int all = int(m_layers.layers().size());
    QString text = tr("%1 of %n layer(s)", nullptr, all).arg(m_layers.over());
    if (m_layers.total() > 0)
        text += QStringLiteral(" · ") +
                tr("%1 of %2").arg(Text::size(m_layers.done()), Text::size(m_layers.total()));
    if (const qint64 rate = m_layers.rate(); rate > 0)
        text += QStringLiteral(" · ") + tr("%1/s").arg(Text::size(rate));
    if (const qint64 left = m_layers.secondsLeft(); left > 0)
        text += QStringLiteral(" · ") + tr("%1 left").arg(Text::duration(left));
    return text;
}

void TransferOperation::onDone(const Result<> &done)
{
    if (done) {
        succeed(successText());
        return;
    }
    const QString sentence = QString::fromStdString(done.error().message);
    m_wantsLogin = speaksOfLogin(sentence);
    failWith(m_wantsLogin && !m_loginProblem.isEmpty()
                 ? tr("%1. It was asked without a login: %2").arg(sentence, m_loginProblem)
                 : sentence);
}

// ---- pull

PullOperation::PullOperation(client::EngineClient *client, CredentialStore *credentials,
                             const QString &reference, const Options &options, QObject *parent)
    : TransferOperation(options.allTags ? tr("Pull all tags of %1").arg(reference)
                                        : tr("Pull %1").arg(reference),
                        client, credentials, reference, parent),
      m_options(options)
{
}

TransferOperation *PullOperation::again() const
{
    return new PullOperation(client(), credentials(), reference(), m_options);
}

client::Call PullOperation::ask(const std::string &auth, const client::EngineClient::OnProgress &onProgress,
                                const client::Done<void> &done)
{
    return client()->pullImage(reference().toStdString(),
                               {.platform = m_options.platform.toStdString(),
                                .auth = auth,
                                .allTags = m_options.allTags,
                                .allPlatforms = m_options.allPlatforms},
                               this, onProgress, done);
}

QString PullOperation::successText() const
{
    for (const QString &line : log()) {
        if (line.contains(u"Image is up to date"))
            return tr("%1 was here already, and is the newest").arg(reference());
    }
    return tr("%1 is here").arg(reference());
}

// ---- push

PushOperation::PushOperation(client::EngineClient *client, CredentialStore *credentials,
                             const QString &reference, QObject *parent)
    : TransferOperation(tr("Push %1").arg(reference), client, credentials, reference, parent)
{
}

TransferOperation *PushOperation::again() const
{
    return new PushOperation(client(), credentials(), reference());
}

client::Call PushOperation::ask(const std::string &auth, const client::EngineClient::OnProgress &onProgress,
                                const client::Done<void> &done)
{
    const qsizetype colon = reference().lastIndexOf(u':');
    const bool tagged = colon > reference().lastIndexOf(u'/');
    const QString name = tagged ? reference().left(colon) : reference();
    const QString tag = tagged ? reference().mid(colon + 1) : QStringLiteral("latest");
    return client()->pushImage(name.toStdString(), tag.toStdString(), auth, this, onProgress, done);
}

QString PushOperation::successText() const
{
    return tr("%1 is in %2", "image, registry").arg(reference(), shownRegistry(registry()));
}

} // namespace quayside::models

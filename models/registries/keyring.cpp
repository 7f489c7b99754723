#include "models/registries/keyring.h"

#include <qt6keychain/keychain.h>

namespace quayside::models
{

namespace
{

const QString service = QStringLiteral("org.quayside.Quayside");

Error errorOf(const QKeychain::Job &job)
{
    const bool none = job.error() == QKeychain::EntryNotFound;
    return {none ? ErrorKind::NotFound : ErrorKind::Unavailable, 0, job.errorString().toStdString()};
}

// The job deletes itself. `value`: Result<T>(job) once it has succeeded.
template <typename T, typename Value>
void begin(QKeychain::Job *job, const QString &key, QObject *context, client::Done<T> done, Value value)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // our own file is better guarded than the settings
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [done = std::move(done), value](const QKeychain::Job *ended) {
                         if (!done)
                             return;
                         if (ended->error() != QKeychain::NoError)
                             done(std::unexpected(errorOf(*ended)));
                         else
                             done(value(ended));
                     });
    job->start();
}

} // namespace

void DesktopKeyring::read(const QString &key, QObject *context, client::Done<QString> done)
{
    begin<QString>(new QKeychain::ReadPasswordJob(service), key, context, std::move(done),
                   [](const QKeychain::Job *job) -> Result<QString> {
                       return static_cast<const QKeychain::ReadPasswordJob *>(job)->textData();
                   });
}

void DesktopKeyring::write(const QString &key, const QString &secret, QObject *context,
                           client::Done<void> done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(secret);
    begin<void>(job, key, context, std::move(done), [](const QKeychain::Job *) { return Result<>(); });
}

void DesktopKeyring::remove(const QString &key, QObject *context, client::Done<void> done)
{
    begin<void>(new QKeychain::DeletePasswordJob(service), key, context, std::move(done),
                [](const QKeychain::Job *) { return Result<>(); });
}

} // namespace quayside::models

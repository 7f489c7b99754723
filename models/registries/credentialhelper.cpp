#include "models/registries/credentialhelper.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace quayside::models
{

namespace
{

constexpr qsizetype mostAnswer = 64 * 1024;

// One run. Deletes itself when it is over.
class HelperRun : public QObject
{
public:
    HelperRun(const QString &program, const QString &server, QObject *context, client::Done<Credential> done,
              int milliseconds)
        : QObject(context), m_name(program.section(u'/', -1)), m_done(std::move(done)), m_process(this)
    {
        m_process.setStandardErrorFile(QProcess::nullDevice()); // may hold what nobody else should read
        connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] { read(); });
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(fail(ErrorKind::NotSupported, "{} cannot be started: {}", m_name.toStdString(),
                         m_process.errorString().toStdString()));
        });
        connect(&m_process, &QProcess::finished, this,
                [this](int code, QProcess::ExitStatus status) { onFinished(code, status); });
        QTimer::singleShot(milliseconds, this, [this, milliseconds] {
            end(fail(ErrorKind::Unavailable, "{} did not answer within {} seconds", m_name.toStdString(),
                     milliseconds / 1000));
        });
        m_process.start(program, {QStringLiteral("get")});
        m_process.write(server.toUtf8());
        m_process.closeWriteChannel();
    }
    ~HelperRun() override
    {
        m_process.disconnect(this); // ~QProcess ends and waits: nobody is told any more
        m_process.kill();
    }

private:
    void read()
    {
        m_answer += m_process.readAllStandardOutput();
        if (m_answer.size() > mostAnswer)
            end(fail(ErrorKind::TooLarge, "{} answers with more than {} bytes", m_name.toStdString(),
                     mostAnswer));
    }
    void onFinished(int code, QProcess::ExitStatus status)
    {
        read();
        if (status != QProcess::NormalExit)
            end(fail(ErrorKind::Internal, "{} crashed", m_name.toStdString()));
        else if (code != 0 && m_answer.contains("credentials not found"))
            end(fail(ErrorKind::NotFound, "{} keeps no login for it", m_name.toStdString()));
        else if (code != 0)
            end(fail(ErrorKind::Internal, "{} failed with exit code {}", m_name.toStdString(), code));
        else if (auto credential = parseHelperAnswer(m_answer))
            end(std::move(credential));
        else
            end(wrap(credential.error(), "{}", m_name.toStdString()));
    }
    void end(Result<Credential> result)
    {
        if (m_over)
            return;
        m_over = true;
        deleteLater();
        const auto done = std::move(m_done); // it may delete the context, and this with it
        done(std::move(result));
    }

    QString m_name;
    client::Done<Credential> m_done;
    QByteArray m_answer;
    bool m_over = false;
    QProcess m_process;
};

} // namespace

Result<Credential> parseHelperAnswer(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorKind::InvalidArgument, "its answer is no JSON object");
    Credential credential;
    credential.username = document[QStringLiteral("Username")].toString();
    credential.password = document[QStringLiteral("Secret")].toString();
    if (credential.username.isEmpty() || credential.password.isEmpty())
        return fail(ErrorKind::InvalidArgument, "its answer lacks the user name or the secret");
    if (credential.username == u"<token>")
        return Credential{.username = {}, .password = {}, .identityToken = credential.password};
    return credential;
}

void askCredentialHelper(const QString &helper, const QString &server, QObject *context,
                         client::Done<Credential> done, int milliseconds)
{
    const QString name = QStringLiteral("docker-credential-") + helper;
    const QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty()) {
        QTimer::singleShot(0, context, [name, done = std::move(done)] {
            done(fail(ErrorKind::NotSupported, "{} is not installed", name.toStdString()));
        });
        return;
    }
    new HelperRun(program, server, context, std::move(done), milliseconds);
}

} // namespace quayside::models

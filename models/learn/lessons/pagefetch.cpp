#include "models/learn/lessons/pagefetch.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace quayside::models
{

PageFetch::PageFetch(int port, const QString &path, QObject *parent) : QObject(parent)
{
    constexpr qint64 mostBytes = 64 << 10;
    constexpr int patience = 3000; // ms
    m_network.setProxy(QNetworkProxy::NoProxy);
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port);
    url.setPath(path.startsWith(u'/') ? path : u'/' + path);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(patience);
    QNetworkReply *reply = m_network.get(request);
    reply->setReadBufferSize(mostBytes);
    const auto end = [this, reply] {
        if (reply->property("told").toBool())
            return;
        reply->setProperty("told", true);
        const QByteArray bytes = reply->peek(mostBytes);
        if (!bytes.isEmpty() || reply->error() == QNetworkReply::NoError)
            emit fetched(QString::fromUtf8(bytes));
        else
            emit failed(reply->errorString());
    };
    connect(reply, &QNetworkReply::readyRead, this, [reply, end] {
        if (reply->bytesAvailable() >= mostBytes) // the rest never comes: nobody reads
            end();
    });
    connect(reply, &QNetworkReply::finished, this, end);
}

} // namespace quayside::models

// A page of this computer, as a browser would ask for it: http://127.0.0.1:PORT/.
#pragma once

#include <QNetworkAccessManager>
#include <QObject>

namespace quayside::models
{

// Asks at once; ends with one of the two signals.
class PageFetch : public QObject
{
    Q_OBJECT

public:
    PageFetch(int port, const QString &path, QObject *parent = nullptr);

signals:
    void fetched(const QString &text); // its beginning
    void failed(const QString &reason);

private:
    QNetworkAccessManager m_network;
};

} // namespace quayside::models

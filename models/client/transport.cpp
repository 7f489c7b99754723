#include "models/client/transport.h"

#include "models/client/localstream.h"
#include "models/client/sshtunnel.h"
#include "models/client/tlsstream.h"

namespace quayside::client
{

namespace
{

class LocalTransport final : public Transport
{
public:
    explicit LocalTransport(QString path) : m_path(std::move(path)) {}
    std::unique_ptr<Stream> makeStream() override { return std::make_unique<LocalStream>(m_path); }

private:
    QString m_path;
};

// All connections share one ssh, which ends with the last of them and this.
class SshTransport final : public Transport
{
public:
    explicit SshTransport(const Endpoint &endpoint) : m_tunnel(std::make_shared<SshTunnel>(endpoint)) {}
    std::unique_ptr<Stream> makeStream() override { return std::make_unique<SshStream>(m_tunnel); }

private:
    std::shared_ptr<SshTunnel> m_tunnel;
};

class TcpTransport final : public Transport
{
public:
    explicit TcpTransport(const Endpoint &endpoint) : m_endpoint(endpoint) {}
    std::unique_ptr<Stream> makeStream() override { return std::make_unique<TlsStream>(m_endpoint); }

private:
    Endpoint m_endpoint;
};

} // namespace

std::unique_ptr<Transport> Transport::to(const QString &address)
{
    const Result<Endpoint> endpoint = Endpoint::parse(address);
    if (!endpoint || endpoint->kind == Endpoint::Kind::Local)
        return std::make_unique<LocalTransport>(endpoint ? endpoint->path : address);
    if (endpoint->kind == Endpoint::Kind::Ssh)
        return std::make_unique<SshTransport>(*endpoint);
    return std::make_unique<TcpTransport>(*endpoint);
}

} // namespace quayside::client

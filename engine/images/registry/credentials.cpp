#include "engine/images/registry/credentials.h"

#include "engine/api/json.h"

#include <QByteArray>

namespace quayside::images
{
namespace
{

constexpr std::size_t mostCredentials = 64 * 1024;

// A blank at the ends, or a line end anywhere, could become a header of the caller's own.
bool isPlain(std::string_view text)
{
    for (const unsigned char c : text)
        if (c < ' ' || c == 0x7f)
            return false;
    return true;
}

Result<> take(const api::Json &json, const char *key, std::string &text)
{
    const auto member = json.find(key);
    if (member == json.end() || member->is_null())
        return {};
    if (!member->is_string())
        return fail(ErrorKind::InvalidArgument, "the credentials' \"{}\" is no text", key);
    text = member->get<std::string>();
    if (!isPlain(text))
        return fail(ErrorKind::InvalidArgument, "the credentials' \"{}\" has control characters", key);
    return {};
}

} // namespace

Result<Credentials> parseCredentials(std::string_view text)
{
    const auto json = api::parseJson(text, {.bytes = mostCredentials, .depth = 4});
    if (!json || !json->is_object()) // its error would quote them
        return fail(ErrorKind::InvalidArgument, "the credentials are no JSON object");
    Credentials credentials;
    CHECK(take(*json, "username", credentials.username));
    CHECK(take(*json, "password", credentials.password));
    CHECK(take(*json, "identitytoken", credentials.identityToken));
    CHECK(take(*json, "registrytoken", credentials.registryToken));
    CHECK(take(*json, "serveraddress", credentials.serverAddress));
    if (credentials.username.contains(':')) // RFC 7617, 2
        return fail(ErrorKind::InvalidArgument, "a user name with ':' cannot be sent to a registry");
    return credentials;
}

Result<Credentials> decodeCredentials(std::string_view header)
{
    if (header.empty())
        return Credentials{};
    if (header.size() > mostCredentials)
        return fail(ErrorKind::TooLarge, "the header X-Registry-Auth has over {} bytes", mostCredentials);
    const QByteArray coded(header.data(), static_cast<qsizetype>(header.size()));
    auto decoded = QByteArray::fromBase64Encoding(
        coded, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        decoded = QByteArray::fromBase64Encoding(coded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return fail(ErrorKind::InvalidArgument, "the header X-Registry-Auth is no base64");
    if ((*decoded).isEmpty())
        return Credentials{};
    return parseCredentials((*decoded).toStdString());
}

std::string base64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
}

} // namespace quayside::images

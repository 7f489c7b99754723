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

namespace
{

// "": there is nothing in it.
Result<std::string> decoded(std::string_view header, const char *name)
{
    if (header.size() > mostCredentials)
        return fail(ErrorKind::TooLarge, "the header {} has over {} bytes", name, mostCredentials);
    const QByteArray coded(header.data(), static_cast<qsizetype>(header.size()));
    auto decoded = QByteArray::fromBase64Encoding(coded, QByteArray::Base64UrlEncoding |
                                                             QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        decoded = QByteArray::fromBase64Encoding(coded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return fail(ErrorKind::InvalidArgument, "the header {} is no base64", name);
    return (*decoded).toStdString();
}

} // namespace

Result<Credentials> decodeCredentials(std::string_view header)
{
    TRY(const auto text, decoded(header, "X-Registry-Auth"));
    return text.empty() ? Credentials{} : parseCredentials(text);
}

Result<std::map<std::string, Credentials>> decodeCredentialsMap(std::string_view header)
{
    std::map<std::string, Credentials> all;
    TRY(const auto text, decoded(header, "X-Registry-Config"));
    if (text.empty() || text == "null")
        return all;
    const auto json = api::parseJson(text, {.bytes = mostCredentials, .depth = 4});
    if (!json || !json->is_object()) // its error would quote them
        return fail(ErrorKind::InvalidArgument, "the header X-Registry-Config is no JSON object");
    for (const auto &[name, value] : json->items()) {
        TRY(all[name], parseCredentials(value.dump()));
    }
    return all;
}

Credentials credentialsFor(const std::map<std::string, Credentials> &all, std::string_view registry)
{
    const auto hostOf = [](std::string_view key) {
        for (const std::string_view scheme : {"https://", "http://"})
            if (key.starts_with(scheme))
                key.remove_prefix(scheme.size());
        key = key.substr(0, key.find('/'));
        return key == "index.docker.io" ? std::string_view("docker.io") : key;
    };
    for (const auto &[key, credentials] : all)
        if (hostOf(key) == registry)
            return credentials;
    return {};
}

std::string base64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toBase64()
        .toStdString();
}

} // namespace quayside::images

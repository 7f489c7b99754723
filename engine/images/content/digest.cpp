#include "engine/images/content/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace quayside::images
{

bool isHexId(std::string_view hex)
{
    return hex.size() == 64 &&
           std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<> checkDigest(std::string_view digest)
{
    if (!digest.starts_with("sha256:") || !isHexId(digest.substr(7)))
        return fail(ErrorKind::InvalidArgument, "\"{}\" is no sha256 digest", digest.substr(0, 100));
    return {};
}

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size());
}

std::string Sha256::digest()
{
    std::array<unsigned char, 32> sum{};
    EVP_DigestFinal_ex(m_state->context.get(), sum.data(), nullptr);
    // Not std::format: a build makes one for each of its files, and that took most of the time.
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "sha256:";
    text.reserve(text.size() + 2 * sum.size());
    for (const unsigned char byte : sum) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string digestOf(std::string_view bytes)
{
    Sha256 sum;
    sum.add(bytes);
    return sum.digest();
}

std::string chainId(const std::string &parent, const std::string &diffId)
{
    return parent.empty() ? diffId : digestOf(parent + " " + diffId);
}

} // namespace quayside::images

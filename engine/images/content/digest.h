// Digests (OCI image-spec descriptor.md, "Digests"): only sha256, the one algorithm that everybody writes.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace quayside::images
{

// "sha256:" and 64 lower-case hex digits. InvalidArgument otherwise; checked before a digest becomes a path.
Result<> checkDigest(std::string_view digest);
bool isHexId(std::string_view hex); // 64 lower-case hex digits
// The hex digits of a checked digest.
inline std::string hexOf(std::string_view digest)
{
    return std::string(digest.substr(digest.find(':') + 1));
}

// SHA-256 of bytes that come piece by piece; libcrypto's, which uses the processor's instructions for it.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    void add(std::string_view bytes);
    std::string digest(); // "sha256:…"; once

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string digestOf(std::string_view bytes);

// OCI image-spec config.md, "Layer ChainID": the chain id of a layer upon `parent` (empty: the lowest). Both
// digests.
std::string chainId(const std::string &parent, const std::string &diffId);

} // namespace quayside::images

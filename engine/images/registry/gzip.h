// Compresses what goes to a registry (RFC 1952), the same bytes for the same content.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/images/content/digest.h"

#include <cstdint>
#include <memory>
#include <string>

namespace quayside::images
{

class GzipSink : public api::ByteSink
{
public:
    explicit GzipSink(api::ByteSink &out);
    ~GzipSink() override;
    Result<> write(std::string_view bytes) override;
    Result<> finish(); // once, at the end

    [[nodiscard]] std::uint64_t size() const { return m_size; } // of what went to `out`
    std::string digest() { return m_sum.digest(); }             // of the same; once, after finish()

private:
    struct Stream;
    Result<> run(int flush);

    api::ByteSink &m_out;
    std::unique_ptr<Stream> m_stream;
    Sha256 m_sum;
    std::uint64_t m_size = 0;
};

} // namespace quayside::images

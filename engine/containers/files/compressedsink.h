// gzip and zstd of libarchive, as a sink.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/containers/files/request.h"

#include <functional>
#include <memory>

struct archive;
struct archive_entry;

namespace quayside::containers::files
{

// What is written comes out compressed; finish() ends it.
class CompressedSink : public api::ByteSink
{
public:
    using Out = std::function<Result<>(std::string_view)>;
    static Result<std::unique_ptr<CompressedSink>> make(Compression compression, Out out);
    ~CompressedSink() override;
    Result<> write(std::string_view bytes) override;
    Result<> finish();

private:
    explicit CompressedSink(Out out) : m_out(std::move(out)) {}
    Result<> begin(Compression compression);
    std::unexpected<Error> failed();

    Out m_out;
    Result<> m_outcome; // of what was passed on: libarchive knows only that it failed
    archive *m_archive = nullptr;
};

} // namespace quayside::containers::files

#include "engine/build/context/ignorefile.h"

#include "engine/build/context/buildfolder.h"
#include "engine/build/context/contentreader.h"
#include "engine/build/context/knownuploads.h"
#include "engine/build/context/sourcepath.h"

#include <array>

namespace quayside::build
{
namespace
{

constexpr std::size_t maxIgnoreFile = std::size_t{1} << 20;

// A text that is known may have been read under another limit.
Result<std::string> within(Result<std::string> text, const std::string &path, std::size_t limit)
{
    if (text && text->size() > limit)
        return fail(ErrorKind::TooLarge, "{} is larger than {} bytes", path, limit);
    return text;
}

Result<std::string> readFromSource(const FileSource &context, const std::string &path, std::size_t limit)
{
    TRY(const SourcePattern pattern, parseSourcePath(path, false));
    if (pattern.above)
        return fail(ErrorKind::InvalidArgument, "forbidden path outside the build context: {}", path);
    std::string clean;
    for (const std::string &part : pattern.parts)
        clean += (clean.empty() ? "" : "/") + part;
    TRY(const auto reader, context.reader());
    auto found = followLinks(*reader, clean);
    if (!found && (found.error().kind == ErrorKind::NotFound || found.error().errnum == ENOTDIR))
        return fail(ErrorKind::NotFound, "Cannot locate specified Dockerfile: {}", path);
    TRY(const Followed real, std::move(found));
    if (!S_ISREG(real.entry.status.st_mode))
        return fail(ErrorKind::InvalidArgument, "{} is no file", path);
    const std::array names{lastPart(real.path)};
    TRY(auto files, reader->open(folderPart(real.path), names));
    TRY(const SourceFile file, std::move(files.front()));
    if (static_cast<std::uint64_t>(file.status.st_size) > limit)
        return fail(ErrorKind::TooLarge, "{} is larger than {} bytes", path, limit);
    std::string text;
    std::vector<char> buffer;
    CHECK(readContent(file, path, buffer, [&](std::string_view piece) -> Result<> {
        text += piece;
        if (text.size() > limit)
            return fail(ErrorKind::TooLarge, "{} is larger than {} bytes", path, limit);
        return {};
    }));
    return text;
}

} // namespace

Result<std::string> readContextFile(const FileSource &context, const std::string &path, std::size_t limit)
{
    UploadFacts *facts = context.facts();
    if (facts == nullptr)
        return readFromSource(context, path, limit);
    if (auto known = facts->text(path))
        return within(*std::move(known), path, limit);
    auto text = readFromSource(context, path, limit);
    facts->addText(path, text);
    return text;
}

Result<dockerfile::IgnorePatterns> readIgnoreFile(const FileSource &context, const std::string &dockerfile)
{
    std::vector<std::string> names{".dockerignore"};
    if (!dockerfile.empty())
        names.insert(names.begin(), dockerfile + ".dockerignore");
    for (const std::string &name : names) {
        auto text = readContextFile(context, name, maxIgnoreFile);
        // One that may not be read is not passed over: it may hide what must not get into an image.
        if (!text && text.error().kind == ErrorKind::NotFound && text.error().errnum != EACCES)
            continue;
        TRY(const std::string patterns, std::move(text));
        auto parsed = dockerfile::IgnorePatterns::parse(patterns);
        if (!parsed)
            return fail(ErrorKind::InvalidArgument, "{}: line {}: {}", name, parsed.error().range.start.line,
                        parsed.error().message);
        return *std::move(parsed);
    }
    return dockerfile::IgnorePatterns();
}

} // namespace quayside::build

#include "engine/build/history/stepstates.h"

#include "engine/api/json.h"

#include <fcntl.h>
#include <format>
#include <map>
#include <ranges>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

using api::Json;

// One object a line: {"Layer": …}, each layer once, then {"Step": n, "Layers": [ids], …}.
struct Found {
    std::map<std::string, images::LayerRecord> layers;
    std::optional<Json> step;
};

Result<std::string> contentOf(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status{};
    if (!file || ::fstat(file.get(), &status) != 0)
        return fail(ErrorKind::NotFound, "nothing is kept of the build's steps");
    std::string text(std::min<std::size_t>(static_cast<std::size_t>(status.st_size), StepStates::mostBytes),
                     '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t count =
            ::pread(file.get(), text.data() + size, text.size() - size, static_cast<off_t>(size));
        if (count <= 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return text;
}

void appendList(std::string &out, const auto &words)
{
    out += '[';
    for (const std::string &word : words) {
        if (out.back() != '[')
            out += ',';
        api::appendQuoted(out, word);
    }
    out += ']';
}

Result<> take(const std::string &line, int step, Found &found)
{
    TRY(Json json, api::parseJson(line, {.bytes = StepStates::mostBytes}));
    if (json.contains("Layer")) {
        TRY(auto layer, images::decodeLayerRecord(json["Layer"].dump()));
        const std::string id = layer.id;
        found.layers.emplace(id, std::move(layer));
    } else if (json.contains("Step") && json["Step"] == step) {
        found.step = std::move(json);
    }
    return {};
}

} // namespace

bool StepStates::add(int step, const StepState &state)
{
    std::string text;
    std::vector<std::string> added;
    for (const auto &layer : state.layers) {
        if (m_layers.contains(layer.id))
            continue;
        text += "{\"Layer\":" + images::encode(layer) + "}\n";
        added.push_back(layer.id);
    }
    // Not by way of a Json: a build out of the cache does little else.
    text += std::format("{{\"Step\":{},\"Layers\":", step);
    appendList(text, state.layers | std::views::transform(&images::LayerRecord::id));
    text += ",\"Arguments\":";
    appendList(text, state.arguments);
    text += ",\"Document\":";
    api::appendQuoted(text, state.document);
    text += "}\n";
    if (m_size + text.size() > mostBytes)
        return false;
    if (!m_file)
        m_file.reset(
            ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!m_file)
        return false;
    const ssize_t count = ::write(m_file.get(), text.data(), text.size());
    if (count != static_cast<ssize_t>(text.size())) {
        // Half a line may not stand before the next one.
        if (count > 0 && ::ftruncate(m_file.get(), static_cast<off_t>(m_size)) != 0)
            m_size = mostBytes;
        return false;
    }
    m_size += text.size();
    m_layers.insert(added.begin(), added.end());
    return true;
}

Result<StepState> StepStates::read(const std::string &path, int step)
{
    TRY(const std::string text, contentOf(path));
    Found found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos)
            break; // what a power cut left
        if (const auto taken = take(text.substr(at, end - at), step, found); !taken)
            return fail(ErrorKind::Internal, "what was kept of the build's steps is damaged: build it again");
        at = end + 1;
    }
    if (!found.step)
        return fail(ErrorKind::NotFound, "nothing is kept of step {}", step);
    try {
        StepState state{.document = found.step->at("Document"), .layers = {}, .arguments = {}};
        for (const auto &word : found.step->at("Arguments"))
            state.arguments.push_back(word);
        for (const auto &id : found.step->at("Layers"))
            state.layers.push_back(found.layers.at(id.get<std::string>()));
        return state;
    } catch (const std::exception &) {
        return fail(ErrorKind::Internal, "what was kept of step {} is damaged: build it again", step);
    }
}

} // namespace quayside::build

#include "engine/images/content/document.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"

#include <time.h>

#include <algorithm>
#include <set>

namespace quayside::images
{
namespace
{

using api::Json;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// Labels may differ by case only; the document's own keys may not: other readers ignore the case.
Result<> checkKeys(const Json &object, std::string_view what)
{
    std::set<std::string> seen;
    for (const auto &[key, value] : object.items()) {
        if (!seen.insert(lower(key)).second)
            return fail(ErrorKind::InvalidArgument, "{}: the key {} comes twice", what, api::quotedJson(key));
    }
    return {};
}

Result<std::string> text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::string();
    if (!found->is_string())
        return fail(ErrorKind::InvalidArgument, "{} is no string", key);
    return found->get<std::string>();
}

Result<std::vector<std::string>> diffIdsOf(const Json &document)
{
    const auto rootfs = document.find("rootfs");
    if (rootfs == document.end() || !rootfs->is_object())
        return fail(ErrorKind::InvalidArgument, "it has no rootfs");
    CHECK(checkKeys(*rootfs, "rootfs"));
    TRY(const std::string type, text(*rootfs, "type"));
    if (type != "layers")
        return fail(ErrorKind::InvalidArgument, "its rootfs is of type \"{}\", not \"layers\"",
                    type.substr(0, 100));
    std::vector<std::string> ids;
    const auto list = rootfs->find("diff_ids");
    if (list == rootfs->end() || list->is_null())
        return ids;
    if (!list->is_array() || list->size() > 500)
        return fail(ErrorKind::InvalidArgument, "rootfs.diff_ids is no list of at most 500 digests");
    for (const Json &id : *list) {
        if (!id.is_string())
            return fail(ErrorKind::InvalidArgument, "rootfs.diff_ids has something that is no digest");
        ids.push_back(id.get<std::string>());
        CHECK(checkDigest(ids.back()));
    }
    return ids;
}

Result<std::vector<ImageDocument::Step>> historyOf(const Json &document)
{
    std::vector<ImageDocument::Step> steps;
    const auto list = document.find("history");
    if (list == document.end() || list->is_null())
        return steps;
    if (!list->is_array())
        return fail(ErrorKind::InvalidArgument, "history is no list");
    for (const Json &item : *list) {
        if (!item.is_object())
            return fail(ErrorKind::InvalidArgument, "history has something that is no object");
        ImageDocument::Step step;
        TRY(step.created, text(item, "created"));
        TRY(step.createdBy, text(item, "created_by"));
        TRY(step.comment, text(item, "comment"));
        const auto empty = item.find("empty_layer");
        step.emptyLayer = empty != item.end() && empty->is_boolean() && empty->get<bool>();
        steps.push_back(std::move(step));
    }
    return steps;
}

Result<ImageDocument> fieldsOf(const Json &json)
{
    if (!json.is_object())
        return fail(ErrorKind::InvalidArgument, "it is no object");
    CHECK(checkKeys(json, "the configuration"));
    ImageDocument document;
    TRY(document.architecture, text(json, "architecture"));
    TRY(document.os, text(json, "os"));
    TRY(document.variant, text(json, "variant"));
    TRY(document.osVersion, text(json, "os.version"));
    TRY(document.created, text(json, "created"));
    TRY(document.author, text(json, "author"));
    TRY(document.comment, text(json, "comment"));
    TRY(document.dockerVersion, text(json, "docker_version"));
    TRY(document.parent, text(json, "parent"));
    if (const auto config = json.find("config"); config != json.end() && !config->is_null()) {
        TRY(document.config, api::decode<api::ImageConfig>(config->dump()));
    }
    TRY(document.diffIds, diffIdsOf(json));
    TRY(document.history, historyOf(json));
    return document;
}

// What Json::dump() makes of it; what is rare is left to it.
void appendText(std::string &out, std::string_view text)
{
    const std::size_t begin = out.size();
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte > 0x7E) {
            out.resize(begin);
            out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
            return;
        }
        if (c == '"' || c == '\\' || byte < 0x20)
            out += '\\';
        out += c == '\n' ? 'n' : c == '\t' ? 't' : c;
    }
    out += '"';
}

// `always`: also an empty one.
void appendMember(std::string &out, std::string_view key, std::string_view value, bool always = false)
{
    if (value.empty() && !always)
        return;
    out += out.empty() ? '{' : ',';
    out.append("\"").append(key).append("\":");
    appendText(out, value);
}

void appendStep(std::string &out, const ImageDocument::Step &step)
{
    if (out.back() != '[')
        out += ',';
    std::string item;
    appendMember(item, "comment", step.comment);
    appendMember(item, "created", step.created, true);
    appendMember(item, "created_by", step.createdBy, true);
    out += item;
    out += step.emptyLayer ? ",\"empty_layer\":true}" : "}";
}

} // namespace

Result<ImageDocument> parseDocument(std::string_view json)
{
    auto parsed = api::parseJson(json, {.bytes = maxDocument, .caseVariants = true});
    if (!parsed)
        return wrap(parsed.error(), "the image's configuration");
    auto document = fieldsOf(*parsed);
    if (!document)
        return wrap(document.error(), "the image's configuration");
    return document;
}

// Ids are made of these bytes, which are those of Json::dump() with its keys in order.
std::string encodeConfig(const api::ImageConfig &config)
{
    return Json::parse(api::encode(config)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string encodeDocument(const ImageDocument &document, std::string_view encodedConfig)
{
    std::string out;
    out.reserve(encodedConfig.size() + 256 * (document.history.size() + 2));
    appendMember(out, "architecture", document.architecture, true);
    appendMember(out, "author", document.author);
    appendMember(out, "comment", document.comment);
    out.append(",\"config\":").append(encodedConfig);
    appendMember(out, "created", document.created, true);
    appendMember(out, "docker_version", document.dockerVersion);
    out += ",\"history\":[";
    for (const ImageDocument::Step &step : document.history)
        appendStep(out, step);
    out += ']';
    appendMember(out, "os", document.os, true);
    appendMember(out, "os.version", document.osVersion);
    out += ",\"rootfs\":{\"diff_ids\":[";
    for (const std::string &id : document.diffIds) {
        if (out.back() != '[')
            out += ',';
        appendText(out, id);
    }
    out += "],\"type\":\"layers\"}";
    appendMember(out, "variant", document.variant);
    return out + '}';
}

std::string encodeDocument(const ImageDocument &document)
{
    return encodeDocument(document, encodeConfig(document.config));
}

std::int64_t secondsOf(std::string_view rfc3339)
{
    tm fields{};
    const std::string text(rfc3339.substr(0, 64));
    const char *rest = ::strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &fields);
    if (rest == nullptr)
        return 0;
    if (*rest == '.') // fractions
        rest += 1 + std::string_view(rest + 1).find_first_not_of("0123456789");
    std::int64_t offset = 0;
    int hours = 0, minutes = 0;
    char sign = 0;
    if (::sscanf(rest, "%c%2d:%2d", &sign, &hours, &minutes) == 3 && (sign == '+' || sign == '-'))
        offset = (hours * 3600 + minutes * 60) * (sign == '+' ? 1 : -1);
    return ::timegm(&fields) - offset;
}

std::string rfc3339(std::int64_t seconds)
{
    const time_t time = seconds;
    tm fields{};
    ::gmtime_r(&time, &fields);
    char text[40];
    ::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &fields);
    return text;
}

} // namespace quayside::images

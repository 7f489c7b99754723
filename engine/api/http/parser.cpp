#include "engine/api/http/parser.h"

#include <llhttp.h>

#include <algorithm>
#include <array>

namespace quayside::api
{

struct MessageParser::State {
    llhttp_t parser{};
    HttpLimits limits;
    RequestHead request;
    ResponseHead response;
    MessageHead *head = nullptr; // the one that is parsed
    std::size_t rawBytes = 0;    // of the head, with what reaches no callback
    std::string fieldName, fieldValue;
    std::size_t headBytes = 0, fields = 0;
    std::uint64_t run = 0;
    bool started = false, headReady = false, complete = false, noBody = false;
    bool headAlone = false; // during parseHead()
    std::string problem;
    ErrorKind problemKind = ErrorKind::InvalidArgument;
    std::vector<std::string_view> *body = nullptr; // during parse()
};

namespace
{

using State = MessageParser::State;

State &stateOf(llhttp_t *parser)
{
    return *static_cast<State *>(parser->data);
}

int refuse(State &state, ErrorKind kind, std::string why)
{
    state.problemKind = kind;
    state.problem = std::move(why);
    return -1;
}

int countHead(State &state, std::size_t bytes)
{
    state.headBytes += bytes;
    if (state.headBytes > state.limits.headBytes)
        return refuse(state, ErrorKind::TooLarge,
                      std::format("the head of the message is larger than {} bytes", state.limits.headBytes));
    return 0;
}

int append(llhttp_t *parser, std::string &text, const char *at, std::size_t length)
{
    text.append(at, length);
    return countHead(stateOf(parser), length);
}

// Two of these would let two programs read the message differently.
bool mayRepeat(const std::string &name)
{
    return name != "host" && name != "content-length" && name != "transfer-encoding" &&
           name != "content-type";
}

int addField(llhttp_t *parser)
{
    State &state = stateOf(parser);
    if (++state.fields > state.limits.fields)
        return refuse(state, ErrorKind::TooLarge,
                      std::format("more than {} header fields", state.limits.fields));
    std::string name = std::move(state.fieldName), value = std::move(state.fieldValue);
    state.fieldName.clear();
    state.fieldValue.clear();
    if (state.headReady)
        return 0; // a trailer: counted, not used
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto [field, added] = state.head->headers.try_emplace(name, value);
    if (!added && !mayRepeat(name))
        return refuse(state, ErrorKind::InvalidArgument,
                      std::format("the header field {} comes twice", name));
    if (!added)
        field->second += ", " + value;
    return 0;
}

int checkRequest(State &state)
{
    const RequestHead &head = state.request;
    if (!head.target.starts_with('/'))
        return refuse(state, ErrorKind::InvalidArgument, "the request's target must begin with '/'");
    if (head.minorVersion >= 1 && !head.headers.contains("host"))
        return refuse(state, ErrorKind::InvalidArgument, "missing required Host header");
    if (head.chunked && head.minorVersion == 0)
        return refuse(state, ErrorKind::InvalidArgument, "HTTP/1.0 has no Transfer-Encoding");
    return 0;
}

int onHeadersComplete(llhttp_t *parser)
{
    State &state = stateOf(parser);
    MessageHead &head = *state.head;
    if (parser->http_major != 1 || parser->http_minor > 1)
        return refuse(state, ErrorKind::InvalidArgument, "only HTTP/1.0 and HTTP/1.1 are spoken here");
    head.minorVersion = parser->http_minor;
    head.chunked = (parser->flags & F_CHUNKED) != 0;
    if ((parser->flags & F_CONTENT_LENGTH) != 0)
        head.contentLength = state.run = parser->content_length;
    head.keepAlive = llhttp_should_keep_alive(parser) != 0;
    head.upgrade = parser->upgrade != 0;
    state.response.status = parser->status_code;
    std::string coding = head.header("transfer-encoding");
    std::ranges::transform(coding, coding.begin(), [](unsigned char c) { return std::tolower(c); });
    if (!coding.empty() && coding != "chunked")
        return refuse(state, ErrorKind::InvalidArgument, "a Transfer-Encoding other than chunked");
    if (parser->type == HTTP_REQUEST && checkRequest(state) != 0)
        return -1;
    state.headReady = true;
    if (state.headAlone)
        return HPE_PAUSED;
    return state.noBody ? 1 : 0;
}

int onBody(llhttp_t *parser, const char *at, std::size_t length)
{
    State &state = stateOf(parser);
    state.body->emplace_back(at, length);
    state.run -= std::min<std::uint64_t>(state.run, length); // a body that reaches to the end has none
    return 0;
}

int onChunkHeader(llhttp_t *parser)
{
    stateOf(parser).run = parser->content_length;
    return 0;
}

// Stops at the message's end: what follows on the connection must wait for its turn.
int onMessageComplete(llhttp_t *parser)
{
    stateOf(parser).complete = true;
    return HPE_PAUSED;
}

const llhttp_settings_t &settings()
{
    static const llhttp_settings_t callbacks = [] {
        llhttp_settings_t s;
        llhttp_settings_init(&s);
        s.on_method = [](llhttp_t *p, const char *at, size_t n) {
            return append(p, stateOf(p).request.method, at, n);
        };
        s.on_url = [](llhttp_t *p, const char *at, size_t n) {
            return append(p, stateOf(p).request.target, at, n);
        };
        s.on_status = [](llhttp_t *p, const char *at, size_t n) {
            return append(p, stateOf(p).response.reason, at, n);
        };
        s.on_header_field = [](llhttp_t *p, const char *at, size_t n) {
            return append(p, stateOf(p).fieldName, at, n);
        };
        s.on_header_value = [](llhttp_t *p, const char *at, size_t n) {
            return append(p, stateOf(p).fieldValue, at, n);
        };
        s.on_header_value_complete = addField;
        s.on_headers_complete = onHeadersComplete;
        s.on_body = onBody;
        s.on_chunk_header = onChunkHeader;
        s.on_message_complete = onMessageComplete;
        return s;
    }();
    return callbacks;
}

std::unique_ptr<State> makeState(llhttp_type_t type, const HttpLimits &limits)
{
    auto state = std::make_unique<State>();
    state->limits = limits;
    state->head = type == HTTP_REQUEST ? static_cast<MessageHead *>(&state->request) : &state->response;
    llhttp_init(&state->parser, type, &settings());
    state->parser.data = state.get();
    return state;
}

} // namespace

MessageParser::MessageParser(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MessageParser::~MessageParser() = default;

Result<> MessageParser::parse(std::string_view &input, std::vector<std::string_view> &body)
{
    State &state = *m_state;
    if ((input.empty() && !state.headReady) || state.complete)
        return {};
    state.started = true;
    state.body = &body;
    const char *bytes = input.empty() ? "" : input.data(); // a null pointer would end a piece of the body
    const llhttp_errno_t error = llhttp_execute(&state.parser, bytes, input.size());
    state.body = nullptr;
    const std::size_t taken = error == HPE_OK ? input.size() : llhttp_get_error_pos(&state.parser) - bytes;
    const bool headEnded = state.headAlone && state.headReady && error == HPE_PAUSED;
    if (headEnded)
        llhttp_resume(&state.parser);
    const bool ended = state.complete && (error == HPE_PAUSED || error == HPE_PAUSED_UPGRADE);
    if (error != HPE_OK && !headEnded && !ended) {
        if (state.problem.empty())
            return fail(ErrorKind::InvalidArgument, "malformed HTTP message: {}",
                        llhttp_get_error_reason(&state.parser));
        return fail(state.problemKind, "{}", state.problem);
    }
    input.remove_prefix(taken);
    // Blanks and line ends that llhttp skips reach no callback, and must not go on for ever either.
    if (!state.headReady && (state.rawBytes += taken) > state.limits.headBytes)
        return fail(ErrorKind::TooLarge, "the head of the message is larger than {} bytes",
                    state.limits.headBytes);
    return {};
}

Result<> MessageParser::finish()
{
    std::vector<std::string_view> none;
    m_state->body = &none;
    const llhttp_errno_t error = llhttp_finish(&m_state->parser);
    m_state->body = nullptr;
    if (m_state->complete && (error == HPE_OK || error == HPE_PAUSED))
        return {};
    return fail(ErrorKind::InvalidArgument, "the message was cut off");
}

bool MessageParser::started() const
{
    return m_state->started;
}

bool MessageParser::headReady() const
{
    return m_state->headReady;
}

bool MessageParser::complete() const
{
    return m_state->complete;
}

std::uint64_t MessageParser::run() const
{
    return m_state->run;
}

// llhttp counts a body's bytes and looks at none of them: any will do.
Result<> MessageParser::pass(std::uint64_t count)
{
    static constexpr std::array<char, std::size_t{64} * 1024> any{};
    if (count > run())
        return fail(ErrorKind::Internal, "more of a message's body was taken than comes next");
    std::vector<std::string_view> none;
    while (count > 0) {
        std::string_view bytes(any.data(), std::min<std::uint64_t>(count, any.size()));
        count -= bytes.size();
        none.clear();
        CHECK(parse(bytes, none));
    }
    return {};
}

void MessageParser::reset()
{
    m_state = makeState(static_cast<llhttp_type_t>(m_state->parser.type), m_state->limits);
}

RequestParser::RequestParser(const HttpLimits &limits) : MessageParser(makeState(HTTP_REQUEST, limits)) {}

Result<> RequestParser::parseHead(std::string_view &input)
{
    std::vector<std::string_view> none;
    m_state->headAlone = true;
    auto parsed = parse(input, none);
    m_state->headAlone = false;
    return parsed;
}

const RequestHead &RequestParser::head() const
{
    return m_state->request;
}

BodyParser::BodyParser(const BodyFraming &framing) : MessageParser(makeState(HTTP_REQUEST, {}))
{
    const std::string head = std::format("PUT / HTTP/1.1\r\nHost: x\r\n{}\r\n\r\n",
                                         framing.chunked ? "Transfer-Encoding: chunked"
                                                         : std::format("Content-Length: {}", framing.length));
    std::string_view input = head;
    std::vector<std::string_view> none;
    [[maybe_unused]] const auto parsed = parse(input, none); // it is a good one
}

ResponseParser::ResponseParser(const HttpLimits &limits) : MessageParser(makeState(HTTP_RESPONSE, limits)) {}

const ResponseHead &ResponseParser::head() const
{
    return m_state->response;
}

void ResponseParser::expectNoBody()
{
    m_state->noBody = true;
}

} // namespace quayside::api

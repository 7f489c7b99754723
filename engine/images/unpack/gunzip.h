// gzip data (RFC 1952), uncompressed by ISA-L, which takes a third of zlib's time (docs/adr/017-isa-l.md).
#pragma once

#include "engine/images/unpack/input.h"

#include <memory>

namespace quayside::images
{

// Every member of it, each checked against its CRC and its length. What follows the last member and is none
// is passed over, as by gzip(1): zeros above all, with which tar(1) pads.
class Gunzip : public api::ByteSource
{
public:
    explicit Gunzip(Input input);
    ~Gunzip() override;
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    struct State;
    Result<> step();
    Result<> refill();
    void passOver();

    Input m_input;
    std::unique_ptr<State> m_state;
    bool m_insideMember = true; // also before the first one: a stream that is empty is no gzip data
    bool m_members = false;     // one is over
    bool m_hungry = true;       // it has used up what it got
    bool m_padding = false, m_ended = false;
};

} // namespace quayside::images

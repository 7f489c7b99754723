#include "models/dockerfile/sources/placeimages.h"

#include <algorithm>
#include <cstdlib>

namespace quayside::models
{
namespace
{

constexpr int mostRecords = 5;        // of the newest builds that are looked into
constexpr int mostListed = 30;        // builds among which those are chosen
constexpr std::size_t mostPlaces = 4; // images that are kept at once

std::string keyOfPlace(const language::FileSystemPlace &place)
{
    return place.base + '\n' + std::to_string(place.line) + '\n' + place.instruction;
}

// A record has the beginning of an instruction that is very long.
bool isSameInstruction(const std::string &recorded, const std::string &written)
{
    constexpr std::size_t surelyWhole = 100;
    return recorded == written || (recorded.size() > surelyWhole && written.starts_with(recorded));
}

} // namespace

PlaceImages::PlaceImages(EngineSession *session, QObject *parent) : QObject(parent), m_session(session) {}

PlaceImages::~PlaceImages()
{
    for (const auto &place : m_places)
        drop(place);
}

std::optional<std::string> PlaceImages::imageOf(const language::FileSystemPlace &place)
{
    if (place.line == 0 || !m_session->hasFeature(QStringLiteral("builds")))
        return place.base;
    const auto key = keyOfPlace(place);
    if (auto *known = find(key))
        return known->image;
    m_places.push_front({.place = place, .key = key, .image = std::nullopt, .made = false});
    while (m_places.size() > mostPlaces) {
        drop(m_places.back());
        m_places.pop_back();
    }
    if (m_known)
        begin(m_places.front());
    else if (!m_asked)
        fetchRecords();
    const auto *fresh = find(key);
    return fresh == nullptr ? std::nullopt : fresh->image;
}

void PlaceImages::forget()
{
    for (const auto &place : m_places)
        drop(place);
    m_places.clear();
    m_records.clear();
    m_wanted.clear();
    m_call.cancel();
    m_asked = m_known = false;
}

PlaceImages::Place *PlaceImages::find(const std::string &key)
{
    const auto found = std::ranges::find(m_places, key, &Place::key);
    return found == m_places.end() ? nullptr : &*found;
}

void PlaceImages::fetchRecords()
{
    m_asked = true;
    m_call = client::listBuilds(*m_session->client(), mostListed, this,
                                [this](const Result<std::vector<api::BuildRecord>> &list) {
                                    for (const auto &record : list.value_or(std::vector<api::BuildRecord>()))
                                        if (record.endedSteps > 0 && m_wanted.size() < mostRecords)
                                            m_wanted.push_back(record.id);
                                    onRecord(api::BuildRecord{});
                                });
}

void PlaceImages::onRecord(const Result<api::BuildRecord> &record)
{
    if (record && !record->id.empty())
        m_records.push_back(*record);
    if (m_wanted.empty())
        return settle();
    const auto id = m_wanted.front();
    m_wanted.erase(m_wanted.begin());
    m_call = client::inspectBuild(*m_session->client(), id, this,
                                  [this](const Result<api::BuildRecord> &one) { onRecord(one); });
}

void PlaceImages::settle()
{
    m_known = true;
    for (auto &place : m_places)
        if (!place.image)
            begin(place);
    emit resolved();
}

void PlaceImages::begin(Place &place)
{
    if (const auto candidate = candidateFor(place.place))
        enter(place.key, *candidate);
    else
        place.image = place.place.base;
}

// Of the newest record that has the instruction; of several in it the nearest to the line.
std::optional<PlaceImages::Candidate> PlaceImages::candidateFor(const language::FileSystemPlace &place) const
{
    for (const auto &record : m_records) {
        const api::BuildStep *best = nullptr;
        const auto distance = [&](const api::BuildStep &step) {
            return std::llabs(step.firstLine - place.line);
        };
        for (const auto &step : record.steps)
            if (step.enterable && (step.state == "done" || step.state == "cached") &&
                isSameInstruction(step.instruction, place.instruction) &&
                (best == nullptr || distance(step) < distance(*best)))
                best = &step;
        if (best != nullptr)
            return Candidate{record.id, static_cast<int>(best->number)};
    }
    return std::nullopt;
}

void PlaceImages::enter(const std::string &key, const Candidate &candidate)
{
    client::enterBuildStep(*m_session->client(), candidate.build, candidate.step, this,
                           [this, key](const Result<api::BuildStepImage> &entered) {
                               const auto *place = find(key);
                               if (entered)
                                   answer(key, entered->image, true);
                               else if (place != nullptr)
                                   answer(key, place->place.base, false);
                           });
}

void PlaceImages::answer(const std::string &key, std::string image, bool made)
{
    auto *place = find(key);
    if (place == nullptr) { // nobody wants it any more
        drop({.place = {}, .key = key, .image = std::move(image), .made = made});
        return;
    }
    place->image = std::move(image);
    place->made = made;
    emit resolved();
}

void PlaceImages::drop(const Place &place)
{
    auto *client = m_session->client();
    if (place.made && place.image)
        client->removeImage(*place.image, {.force = true, .noPrune = false}, client, {});
}

} // namespace quayside::models

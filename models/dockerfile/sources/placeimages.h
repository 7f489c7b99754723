// The file system at a line of a Dockerfile, as an image: that of the newest build that ran the line, or the
// base image.
#pragma once

#include "models/client/builds.h"
#include "models/dockerfile/language/sources.h"
#include "models/system/enginesession.h"

#include <QHash>
#include <QObject>

#include <list>
#include <optional>
#include <string>
#include <vector>

namespace quayside::models
{

// Images that the engine makes for this are removed again: the oldest when there are more than a few, all in
// the end.
class PlaceImages : public QObject
{
    Q_OBJECT

public:
    explicit PlaceImages(EngineSession *session, QObject *parent = nullptr); // must outlive it
    ~PlaceImages() override;

    // The name or id of the image; nullopt: resolved() comes.
    [[nodiscard]] std::optional<std::string> imageOf(const language::FileSystemPlace &place);
    void forget(); // builds or images have changed

signals:
    void resolved();

private:
    struct Candidate { // an instruction in a record
        std::string build;
        int step = 0;
    };
    struct Place {
        language::FileSystemPlace place;
        std::string key;
        std::optional<std::string> image;
        bool made = false; // by the engine, for us
    };

    void begin(Place &place);
    void fetchRecords();
    void onRecord(const Result<api::BuildRecord> &record);
    void settle(); // for all places that wait, once the records are known
    void enter(const std::string &key, const Candidate &candidate);
    void answer(const std::string &key, std::string image, bool made);
    void drop(const Place &place);
    [[nodiscard]] std::optional<Candidate> candidateFor(const language::FileSystemPlace &place) const;
    Place *find(const std::string &key);

    EngineSession *m_session;
    std::list<Place> m_places; // the newest first
    std::vector<api::BuildRecord> m_records;
    std::vector<std::string> m_wanted; // ids of records that are still to come
    bool m_asked = false, m_known = false;
    client::Call m_call;
};

} // namespace quayside::models

// What the buttons of a lesson do, and the docker commands that they stand for.
#pragma once

#include "models/containers/runoptions.h"
#include "models/learn/lessons/lesson.h"
#include "models/system/enginesession.h"

#include <QHash>

#include <functional>
#include <memory>

class QTemporaryFile;

namespace quayside::models
{

class LessonOffers : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    LessonOffers(EngineSession *session, const Lesson *lesson, QObject *parent = nullptr);

    // "docker stop learn-pid-namespace-lab".
    [[nodiscard]] static QString command(const Lesson &lesson, const LessonOffer &offer);

    using Then = std::function<void(const QString &problem)>; // "": it is done
    void press(const LessonOffer &offer, const Then &then);
    // words: of `docker run`, without a name. Image and all must be here: nothing is pulled.
    void run(const QString &words, const QString &realName, bool start, const Then &then);

private:
    void create(const RunOptions &options, bool start, const Then &then);
    void act(const LessonOffer &offer, const Then &then);
    void actOnOthers(const LessonOffer &offer, const Then &then);
    void update(const LessonOffer &offer, const Then &then);
    void build(const LessonOffer &offer, const Then &then);
    void fetchArchive(const LessonOffer &offer, const Then &then);
    // Images as a whole, and who may use a container; lessonkeeping.cpp.
    [[nodiscard]] static bool isKeeping(const LessonOffer &offer);
    [[nodiscard]] static QString keepingCommand(const Lesson &lesson, const LessonOffer &offer);
    void keep(const LessonOffer &offer, const Then &then);
    void commit(const LessonOffer &offer, const Then &then);
    void save(const LessonOffer &offer, const Then &then);
    void loadSaved(const LessonOffer &offer, const Then &then);
    void takeArchive(const LessonOffer &offer, const std::shared_ptr<QTemporaryFile> &file, const Then &then);

    EngineSession *m_session;
    const Lesson *m_lesson;
    QHash<QString, std::shared_ptr<QTemporaryFile>> m_saved; // by the name of the image
};

} // namespace quayside::models

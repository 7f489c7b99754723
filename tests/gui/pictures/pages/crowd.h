// Fills an engine: a few things of each kind as a person has them, or very many.
#pragma once

#include "models/system/enginesession.h"

#include <functional>

namespace quayside::pictures
{

class Crowd
{
public:
    // Both must outlive it. folder: for the Dockerfiles of the builds.
    Crowd(models::EngineSession *session, QString folder);

    // Three of each. False, with a line on standard error, where something did not come to be.
    [[nodiscard]] bool makeFew();
    // Until there are about `count` of each; of builds the engine keeps a hundred.
    [[nodiscard]] bool makeMany(int count);

private:
    using Begin = std::function<void(int number, const std::function<void(bool)> &done)>;

    bool makeContainers();
    bool build(const QString &name, const QString &text);
    // Several at a time; waits for all.
    bool each(int from, int to, const char *what, const Begin &begin);

    models::EngineSession *m_session;
    QString m_folder;
};

} // namespace quayside::pictures

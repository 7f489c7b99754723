// What the images that a Dockerfile begins with are here, now: for the prediction of its next build.
#pragma once

#include "models/client/engineclient.h"
#include "models/dockerfile/facts/prediction.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::models
{

class BaseImages : public QObject
{
    Q_OBJECT

public:
    static constexpr int pause =
        300; // milliseconds without another wish, for names are typed letter by letter

    explicit BaseImages(client::EngineClient *client, QObject *parent = nullptr); // must outlive it
    ~BaseImages() override;

    // These and no others, by reference. What is not known is asked for.
    void want(std::set<std::string> names);
    // Those of them that are here, as far as it is known.
    [[nodiscard]] std::map<std::string, BaseImage> known() const;
    // Images have come, gone or got other names: all are asked for once more.
    void onImagesListed();

signals:
    void changed();

private:
    struct Answer {
        std::optional<BaseImage> image; // none: it is not here
        bool current = false;
    };

    void ask();

    client::EngineClient *m_client;
    std::set<std::string> m_wanted;
    std::map<std::string, Answer> m_answers;
    QTimer m_soon;
    std::map<std::string, client::Call> m_calls;
};

} // namespace quayside::models

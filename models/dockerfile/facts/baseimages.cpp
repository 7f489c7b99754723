#include "models/dockerfile/facts/baseimages.h"

#include <utility>

namespace quayside::models
{

BaseImages::BaseImages(client::EngineClient *client, QObject *parent) : QObject(parent), m_client(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &BaseImages::ask);
}

BaseImages::~BaseImages()
{
    for (auto &[name, call] : m_calls)
        call.cancel();
}

void BaseImages::want(std::set<std::string> names)
{
    if (names == m_wanted)
        return;
    m_wanted = std::move(names);
    std::erase_if(m_answers, [&](const auto &each) { return !m_wanted.contains(each.first); });
    m_soon.start();
}

std::map<std::string, BaseImage> BaseImages::known() const
{
    std::map<std::string, BaseImage> images;
    for (const auto &[name, answer] : m_answers)
        if (answer.image)
            images.emplace(name, *answer.image);
    return images;
}

void BaseImages::onImagesListed()
{
    for (auto &[name, answer] : m_answers)
        answer.current = false;
    m_soon.start();
}

void BaseImages::ask()
{
    for (const std::string &name : m_wanted) {
        if (m_answers[name].current)
            continue;
        m_calls[name].cancel();
        m_calls[name] =
            m_client->inspectImage(name, this, [this, name](const Result<api::ImageInspect> &image) {
                const auto answer = m_answers.find(name);
                if (answer == m_answers.end())
                    return; // nobody wants it any more
                answer->second.current = true;
                std::optional<BaseImage> now;
                if (image)
                    now = BaseImage{.id = image->id, .onBuild = image->config.onBuild};
                if (std::exchange(answer->second.image, now) != now)
                    emit changed();
            });
    }
}

} // namespace quayside::models

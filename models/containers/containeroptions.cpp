#include "models/containers/containeroptions.h"

#include "models/containers/recreate.h"

#include <memory>

namespace quayside::models
{

namespace
{

// One container after another: a dozen of them is a matter of milliseconds.
struct Asking {
    client::EngineClient *client;
    QStringList ids;
    QObject *context;
    client::Done<QList<ComposeService>> done;
    QList<ComposeService> found = {};
};

void askNext(const std::shared_ptr<Asking> &asking);

void takeOptions(const std::shared_ptr<Asking> &asking, const api::ContainerInspect &container,
                 const api::ImageConfig &image)
{
    ComposeService service{.options = optionsOf(container, image)};
    for (const auto &[name, endpoint] : container.networkSettings.networks)
        service.networks.append(QString::fromStdString(name));
    asking->found.append(service);
    askNext(asking);
}

void askNext(const std::shared_ptr<Asking> &asking)
{
    if (asking->ids.isEmpty()) {
        asking->done(asking->found);
        return;
    }
    const std::string id = asking->ids.takeFirst().toStdString();
    asking->client->inspectContainer(
        id, asking->context, [asking](const Result<api::ContainerInspect> &container) {
            if (!container) {
                asking->done(std::unexpected(container.error()));
                return;
            }
            // Of an image that has gone nothing can be left out as its own.
            asking->client->inspectImage(
                container->image, asking->context,
                [asking, container = *container](const Result<api::ImageInspect> &image) {
                    takeOptions(asking, container, image ? image->config : api::ImageConfig{});
                });
        });
}

} // namespace

void fetchOptions(client::EngineClient *client, const QStringList &ids, QObject *context,
                  client::Done<QList<ComposeService>> done)
{
    askNext(std::make_shared<Asking>(
        Asking{.client = client, .ids = ids, .context = context, .done = std::move(done)}));
}

} // namespace quayside::models

// A shell in what was there after a step of a build.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/operation.h"

namespace quayside::models
{

// The engine makes an image of the step, and a container of that runs the step's shell. The container goes
// when it ends; the image is whoever's made it to remove, once the container is gone.
class EnterStepOperation : public Operation
{
    Q_OBJECT

public:
    // client must outlive it. name: of what was built, for the container's.
    EnterStepOperation(client::EngineClient *client, QString build, int step, const QString &name,
                       QObject *parent = nullptr);
    ~EnterStepOperation() override { stopWork(); }

    [[nodiscard]] const QString &containerId() const { return m_container; }
    [[nodiscard]] const QString &imageId() const { return m_image; }
    // "shop/web:1", 4 → "shop-web-step-4-": to which something is added that makes it the only one.
    static QString containerName(const QString &image, int step);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void enter();
    void create(const std::vector<std::string> &shell, const std::vector<std::string> &environment);
    void start();
    void giveUp(const Error &error);

    client::EngineClient *m_client;
    QString m_build, m_name, m_image, m_container;
    int m_step;
    client::Call m_call;
};

} // namespace quayside::models

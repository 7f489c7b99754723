// Everything about the selected build: its steps, live while it runs; the Dockerfile as it was; facts.
#pragma once

#include "models/builds/buildfollower.h"
#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

class QPlainTextEdit;

namespace quayside::ui
{

class BuildView;

class BuildDetails : public DetailsPane
{
    Q_OBJECT

public:
    explicit BuildDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showBuild(const QString &id);
    [[nodiscard]] BuildView *view() const { return m_view; }
    [[nodiscard]] QString dockerfile() const; // its text

signals:
    void imageWanted(const QString &image);
    void shellOpened(const QString &containerId);

private:
    void onListed();
    void inspect();
    void fill(const api::BuildRecord &build);
    void showHead();

    models::EngineSession *m_session;
    models::BuildFollower m_follower;
    BuildView *m_view;
    QPlainTextEdit *m_text;
    models::BuildRow m_shown;
    QString m_id;
    client::Call m_call;
};

} // namespace quayside::ui

// A tab of an image's details that asks the engine for what it shows, once it is looked at.
#pragma once

#include "models/client/imagecontents.h"
#include "models/system/enginesession.h"

#include <QWidget>

class QStackedWidget;

namespace quayside::ui
{

class Placeholder;

class ImagePane : public QWidget
{
    Q_OBJECT

public:
    explicit ImagePane(models::EngineSession *session, QWidget *parent = nullptr);

    // id: what it holds never changes, and it is asked for once.
    void showImage(const QString &id, const QString &name);
    [[nodiscard]] const QString &imageId() const { return m_id; }
    [[nodiscard]] bool isLoading() const { return m_call.active(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    // Empties the pane and asks; ends in showContent() or showProblem().
    virtual void fetch() = 0;
    virtual void clear() = 0;

    // The widget with what there is to see; goes into the pane.
    void setContent(QWidget *content);
    void showContent();
    void showEmpty(const QString &headline, const QString &sentence);
    void showProblem(const QString &sentence); // with a button that asks again
    void wait(const client::Call &call) { m_call = call; }
    [[nodiscard]] models::EngineSession *session() const { return m_session; }
    [[nodiscard]] const QString &imageName() const { return m_name; }

private:
    void refetch();

    models::EngineSession *m_session;
    QString m_id, m_name, m_fetched;
    client::Call m_call;
    QStackedWidget *m_stack;
    Placeholder *m_placeholder;
};

} // namespace quayside::ui

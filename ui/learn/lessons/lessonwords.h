// Words of a lesson: terms explain themselves under the pointer, and by Return on them.
#pragma once

#include <QLabel>

namespace quayside::ui
{

class LessonWords : public QLabel
{
    Q_OBJECT

public:
    explicit LessonWords(const QString &markdown, QWidget *parent = nullptr);

signals:
    void xrayWanted(const QString &container); // name within the lesson
    void lessonWanted(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void explain(const QString &link);
    void follow(const QString &link);

    QString m_markdown;
};

} // namespace quayside::ui

// Facts about one object, in sections of "name: value"; values can be selected and copied.
#pragma once

#include <QScrollArea>

#include <functional>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace quayside::ui
{

class FactSheet : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactSheet(QWidget *parent = nullptr);

    void clear();
    void addSection(const QString &title);
    // fixed: in the font of code. Empty values are left out.
    void addFact(const QString &name, const QString &value, bool fixed = false);
    // value is a link that opens outside.
    void addLink(const QString &name, const QString &url);
    // value is a link that leads somewhere in the window.
    void addJump(const QString &name, const QString &value, std::function<void()> go);
    void addNote(const QString &sentence);
    void finish(); // after the last

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addRow(const QString &name, QWidget *value);
    void fitNames();

    QVBoxLayout *m_layout = nullptr;
    QFormLayout *m_section = nullptr;
    QList<QLabel *> m_names;
};

} // namespace quayside::ui

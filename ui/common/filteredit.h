// The filter line of a list: completes keys and their values as one types, or when Down asks for it.
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <functional>

class QCompleter;
class QStringListModel;

namespace quayside::ui
{

class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    // What can follow a key, where that is known: status → running, paused, … Asked for as one types. Null:
    // of no key.
    using Values = std::function<QStringList(const QString &key)>;

    FilterEdit(const QStringList &keys, Values values, QWidget *parent = nullptr);

    // What is offered for the word at the cursor. For tests.
    [[nodiscard]] QStringList suggestions() const;

signals:
    void filterChanged(const QString &text); // a moment after the last key

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] qsizetype wordStart() const;
    [[nodiscard]] QStringList keysFor(const QString &word) const;
    [[nodiscard]] QStringList valuesFor(const QString &key, const QString &typed) const;
    [[nodiscard]] QStringList allAtCursor() const;
    void offer(const QStringList &found);
    void accept(const QString &completion);

    QStringList m_keys;
    Values m_values;
    QStringListModel *m_model;
    QCompleter *m_completer;
};

} // namespace quayside::ui

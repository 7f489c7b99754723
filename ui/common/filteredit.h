// The filter line of a list: completes keys and their values as one types.
#pragma once

#include <QLineEdit>
#include <QMap>
#include <QStringList>

class QCompleter;
class QStringListModel;

namespace quayside::ui
{

class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    // values: what can follow each key, where that is known: status → running, paused, …
    FilterEdit(const QStringList &keys, const QMap<QString, QStringList> &values, QWidget *parent = nullptr);

    // What is offered for the word at the cursor. For tests.
    [[nodiscard]] QStringList suggestions() const;

signals:
    void filterChanged(const QString &text); // a moment after the last key

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] qsizetype wordStart() const;
    void offer();
    void accept(const QString &completion);

    QStringList m_keys;
    QMap<QString, QStringList> m_values;
    QStringListModel *m_model;
    QCompleter *m_completer;
};

} // namespace quayside::ui

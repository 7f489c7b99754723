// "Tidy up": shows what would go, each with a tick, and removes exactly what is ticked.
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace quayside::ui
{

struct PruneItem {
    QString key;
    QString name, why;  // "exited 2 days ago", "no container uses it"
    qint64 bytes = -1;  // that come free; -1: not known
    bool chosen = true; // ticked at first
};

struct PrunePart {
    QStringList keys;
    qint64 bytes = 0; // that come free with the last of them
};

class PruneDialog : public QDialog
{
    Q_OBJECT

public:
    // sentence: what going means, above the list.
    PruneDialog(const QString &title, const QString &sentence, const QList<PruneItem> &items,
                QWidget *parent = nullptr);

    [[nodiscard]] QStringList chosenKeys() const;
    [[nodiscard]] QPushButton *removeButton() const { return m_remove; }
    void setChosen(const QString &key, bool chosen);
    // Of things that share something: what any choice frees is the sum of the parts all the keys of which are
    // chosen. An item's bytes become what it frees alone.
    void setParts(const QList<PrunePart> &parts);
    // Sizes that come later.
    void setBytes(const QString &key, qint64 bytes);

private:
    void refresh();

    [[nodiscard]] QString sumText(qint64 bytes, bool allKnown) const;

    QTreeWidget *m_list;
    QList<PrunePart> m_parts;
    bool m_sharing = false; // m_parts says what comes free
    QLabel *m_sum;
    QPushButton *m_remove;
    bool m_filling = false;
};

} // namespace quayside::ui

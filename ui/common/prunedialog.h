// "Tidy up": shows what would go, each with a tick, and removes exactly what is ticked.
#pragma once

#include <QDialog>
#include <QList>
#include <QMap>
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
    // What just these free together, of things that share something. From then on the bytes of an item count
    // as what it frees when all before it are gone, so that other sums are an upper bound.
    void setExactSum(const QStringList &keys, qint64 bytes);
    // Sizes that come later.
    void setBytes(const QString &key, qint64 bytes);

private:
    void refresh();

    [[nodiscard]] QString sumText(qint64 bytes, bool allKnown) const;

    QTreeWidget *m_list;
    QMap<QStringList, qint64> m_exact; // by sorted keys
    QLabel *m_sum;
    QPushButton *m_remove;
    bool m_filling = false;
};

} // namespace quayside::ui

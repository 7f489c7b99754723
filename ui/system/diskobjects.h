// The map of the disk and its twin, a list: both show the same object chosen, and a line below says what
// removing it frees.
#pragma once

#include "models/client/diskusage.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace quayside::ui
{

class DiskMap;

class DiskObjects : public QWidget
{
    Q_OBJECT

public:
    explicit DiskObjects(QWidget *parent = nullptr);

    void setObjects(const std::vector<client::DiskObject> &objects);
    [[nodiscard]] DiskMap *map() const { return m_map; }
    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QString sentence() const; // about the chosen one

signals:
    void objectWanted(quayside::client::DiskObject::Kind kind, const QString &id);

private:
    void choose(int index);
    void open(int index);
    [[nodiscard]] QString sentenceOf(const client::DiskObject &object) const;

    std::vector<client::DiskObject> m_objects;
    DiskMap *m_map;
    QTreeWidget *m_list;
    QLabel *m_sentence;
    QPushButton *m_open;
    bool m_choosing = false;
};

} // namespace quayside::ui

// A table in the look of all lists: whole rows, sortable, columns chosen in the header's menu, widths
// remembered.
#pragma once

#include <QHash>
#include <QList>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QTreeView>

namespace quayside::ui
{

class Table : public QTreeView
{
    Q_OBJECT

public:
    explicit Table(const QString &name, QWidget *parent = nullptr); // name: of its settings

    // After setModel(). shown: which columns at first, with their widths in pixels, the most important one
    // first: where there is no room for all, the last ones are left out. Column 0 takes what the others
    // leave.
    void setUpColumns(const QList<std::pair<int, int>> &shown, int sortColumn);

    // Those of these columns that are not shown yet come after the most important one; or all of them go.
    // With their widths in pixels.
    void setColumnsShown(const QList<std::pair<int, int>> &columns, bool shown);
    // Chosen, whether or not there is room for it.
    [[nodiscard]] bool isColumnShown(int column) const { return column == 0 || m_shown.contains(column); }

    // Column 0 takes all that there is: the others have the width that they want, or are left out.
    void favourFirstColumn();

    // Rows may have rows below them, which fold.
    void setGrouped(bool grouped);
    [[nodiscard]] const QString &name() const { return m_name; }

    // The row that details are of: the current one where it is selected, else the first that is.
    [[nodiscard]] QModelIndex chosenRow() const;
    // Selects it alone, whichever keys are held: shortcuts with Ctrl lead here, and Ctrl would toggle.
    void chooseRow(const QModelIndex &index);

signals:
    void columnsChosen(); // which are shown has changed
    void chosenRowChanged();
    void rowOpened(const QModelIndex &index); // a double click, or Return

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tellChosenRow();
    void restoreColumns(int sortColumn);
    void onSectionResized(int section, int width);
    void chooseColumns(const QPoint &point);
    void saveColumns();
    void writeColumns();
    void fitColumns();
    void fitColumnsTo(int all);
    [[nodiscard]] QList<int> fittingColumns(int room) const;
    [[nodiscard]] int wantedWidth(int column) const { return m_wanted.value(column, 100); }

    QString m_name;
    QList<int> m_shown;       // chosen, the most important first; without column 0
    QHash<int, int> m_wanted; // widths; fewer pixels are shown where there is no room
    bool m_widthsOwn = false; // set by hand: then none grows by itself
    bool m_firstFavoured = false;
    bool m_fitting = false;
    QPersistentModelIndex m_chosen;
    QTimer m_saveSoon;
};

} // namespace quayside::ui

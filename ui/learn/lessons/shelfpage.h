// The list of lessons.
#pragma once

#include "models/learn/lessons/lessonmodel.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/tablepage.h"

#include <array>

namespace quayside::ui
{

class LessonDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit LessonDelegate(QObject *parent) : RowDelegate(Symbol::Learn, parent) {}

protected:
    void paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const override;
};

class ShelfPage : public TablePage
{
    Q_OBJECT

public:
    // Both must outlive it.
    ShelfPage(models::LessonModel *model, models::Shelf *shelf, QWidget *parent = nullptr);

    enum Act { Open, Folder, NoFolder, Check, Export, ActCount };
    [[nodiscard]] QAction *action(Act act) const { return m_actions[act]; }
    // What the dialogs lead to.
    void loadFolder(const QString &folder);
    void exportTo(const QString &path); // .json, or else CSV

signals:
    void lessonWanted(const QString &id);

protected:
    [[nodiscard]] QString countText(int all) const override;

private:
    void makeActions();
    void chooseFolder();
    void checkFolder();
    void chooseExport();
    void refreshActions();

    models::LessonModel *m_model;
    models::Shelf *m_shelf;
    std::array<QAction *, ActCount> m_actions{};
};

} // namespace quayside::ui

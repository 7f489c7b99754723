// Search or type a command: everything that the window can show or do, found by its name.
#pragma once

#include "models/search/searchmodel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace quayside::ui
{

class PalettePopup : public QFrame
{
    Q_OBJECT

public:
    explicit PalettePopup(QWidget *window);

    // Over the window, at its top; what was typed before is gone. The entries are those of now.
    void popUp(QList<models::SearchEntry> entries);
    [[nodiscard]] models::SearchModel *model() { return &m_model; }
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onFound();
    void choose(const QModelIndex &index);
    void moveBy(int rows);

    models::SearchModel m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace quayside::ui

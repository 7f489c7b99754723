// What differs between two images, as a tree.
#pragma once

#include "models/images/contenttree.h"
#include "models/system/enginesession.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace quayside::ui
{

class ContentView;
class Notice;
class Placeholder;

class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    // from, to: ids; "" for the first that there is.
    CompareDialog(models::EngineSession *session, const QString &from, const QString &to,
                  QWidget *parent = nullptr);

    [[nodiscard]] models::ContentTree *tree() { return &m_tree; }
    [[nodiscard]] ContentView *view() const { return m_view; }
    [[nodiscard]] Placeholder *placeholder() const { return m_placeholder; }
    [[nodiscard]] bool isPlaceholderShown() const;
    void choose(const QString &from, const QString &to);
    void swap();

private:
    [[nodiscard]] QLayout *makeHead();
    void makeView();
    void fillChoices();
    void compare();
    void onFolderCame(const QString &path);
    [[nodiscard]] QWidget *makeLegend();

    models::EngineSession *m_session;
    models::ContentTree m_tree;
    QComboBox *m_from, *m_to;
    Notice *m_notice;
    QStackedWidget *m_stack;
    ContentView *m_view;
    Placeholder *m_placeholder;
};

} // namespace quayside::ui

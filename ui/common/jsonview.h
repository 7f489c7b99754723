// A JSON document for reading and copying: as a tree that folds, or as text; with a search in both.
#pragma once

#include <QJsonValue>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace quayside::ui
{

class JsonView : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    void setJson(const QByteArray &json); // any spacing
    [[nodiscard]] QString text() const;   // indented
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    // As Go templates and jq write it: ".NetworkSettings.Ports", ".Mounts[0].Source".
    [[nodiscard]] static QString pathOf(const QTreeWidgetItem *item);

public slots:
    void showTree(bool tree); // else the text; remembered

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeHead();
    void makeMenu();
    void fillTree();
    void find(bool onward);
    void findInTree(const QString &wanted, bool onward);
    void copy(const QString &text) const;

    QLineEdit *m_search;
    QToolButton *m_asText;
    QStackedWidget *m_stack;
    QTreeWidget *m_tree;
    QPlainTextEdit *m_text;
    QJsonValue m_value;
};

} // namespace quayside::ui

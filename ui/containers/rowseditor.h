// A list of small forms of one kind: ports, mounts, variables; rows come and go.
#pragma once

#include "models/containers/runoptions.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace quayside::ui
{

class RowsEditor : public QWidget
{
    Q_OBJECT

public:
    // hint: what is said while there is no row.
    RowsEditor(const QString &addText, const QString &hint, QWidget *parent = nullptr);

    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }

signals:
    void changed();

protected:
    virtual QWidget *makeRow() = 0;
    void addBesideAdd(QWidget *widget);
    void sayProblem(const QString &sentence); // below the rows; "" takes it away
    QWidget *addRow();
    void clearRows();
    [[nodiscard]] const QList<QWidget *> &rows() const { return m_rows; }
    void watch(QLineEdit *edit);
    void watch(QComboBox *box);
    void watch(QCheckBox *box);

private:
    void removeRow(QWidget *row);
    void refreshHint();

    QVBoxLayout *m_layout;
    QHBoxLayout *m_buttons;
    QLabel *m_hint, *m_problem;
    QPushButton *m_add;
    QList<QWidget *> m_rows;
};

class PortsEditor : public RowsEditor
{
    Q_OBJECT

public:
    explicit PortsEditor(QWidget *parent = nullptr);
    void setPorts(const QList<models::PortMapping> &ports);
    [[nodiscard]] QList<models::PortMapping> ports() const;

protected:
    QWidget *makeRow() override;
};

class MountsEditor : public RowsEditor
{
    Q_OBJECT

public:
    explicit MountsEditor(QWidget *parent = nullptr);
    void setMounts(const QList<models::MountOption> &mounts);
    [[nodiscard]] QList<models::MountOption> mounts() const;

protected:
    QWidget *makeRow() override;
};

class EnvironmentEditor : public RowsEditor
{
    Q_OBJECT

public:
    explicit EnvironmentEditor(QWidget *parent = nullptr);
    void setVariables(const QList<models::EnvVariable> &variables);
    [[nodiscard]] QList<models::EnvVariable> variables() const;
    // Adds what is in the file; a name that is there already gets the value of the file.
    void addFile(const QString &fileName);

protected:
    QWidget *makeRow() override;
};

} // namespace quayside::ui

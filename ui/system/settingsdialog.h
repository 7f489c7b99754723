// What a person can choose, in one place; each choice counts at once.
#pragma once

#include <QDialog>

class QComboBox;
class QSpinBox;
class QCheckBox;

namespace quayside::ui
{

class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    // hasTray: whether this desktop shows icons of programs.
    SettingsDialog(bool hasTray, QWidget *parent = nullptr);

signals:
    void changed();
    void registrySettingsWanted(); // of the engine
    void enginesWanted();

private:
    QWidget *makeAppearance();
    void connectAppearance();
    QWidget *makeBehaviour(bool hasTray);
    QWidget *makeContainers();
    QLayout *makeNewContainers();
    void saveNewContainers();
    QWidget *makeEngine();
    QCheckBox *addCheck(class QLayout *layout, const QString &text, const QString &name);
    void read(); // what is kept into what is shown
    void reset();

    QComboBox *m_colors, *m_language, *m_rows;
    QSpinBox *m_points, *m_disk, *m_undo, *m_logSize, *m_logFiles;
    QCheckBox *m_close, *m_start, *m_ask, *m_remove, *m_init;
    QList<QCheckBox *> m_notices;
    bool m_reading = false;
};

} // namespace quayside::ui

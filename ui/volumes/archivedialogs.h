// Volumes' files into archives, out of them, and into other volumes: what is asked before.
#pragma once

#include "models/client/volumes.h"
#include "models/system/enginesession.h"
#include "ui/common/formdialog.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace quayside::ui
{

// Names of the containers that run and have the volume: they may be writing to it.
QStringList runningUsers(models::EngineSession *session, const QString &volume);

class ExportVolumeDialog : public FormDialog
{
    Q_OBJECT

public:
    ExportVolumeDialog(models::EngineSession *session, const models::VolumeRow &volume,
                       QWidget *parent = nullptr);

signals:
    void exportWanted(const QString &fileName);

protected:
    void send() override;

private:
    void choose();
    void applyFormat();

    QLineEdit *m_file;
    QComboBox *m_format;
    QString m_mayReplace; // a file that the person has said may go
};

class ImportVolumeDialog : public FormDialog
{
    Q_OBJECT

public:
    // volume: the one that is chosen at first; "": a new one.
    ImportVolumeDialog(models::EngineSession *session, const QString &volume, QWidget *parent = nullptr);
    void setFileName(const QString &fileName);

signals:
    void importWanted(const quayside::client::VolumeImport &import, const QString &fileName);

protected:
    void send() override;

private:
    void choose();
    void refresh();

    models::EngineSession *m_session;
    QLineEdit *m_file, *m_name;
    QComboBox *m_target, *m_existing;
    QLabel *m_note;
};

class CloneVolumeDialog : public FormDialog
{
    Q_OBJECT

public:
    CloneVolumeDialog(models::EngineSession *session, const models::VolumeRow &volume,
                      QWidget *parent = nullptr);

signals:
    void cloneWanted(const QString &name);

protected:
    void send() override;

private:
    models::EngineSession *m_session;
    QLineEdit *m_name;
};

} // namespace quayside::ui

// What lies on the disk, part by part, and what of it nobody uses.
#pragma once

#include "models/client/diskusage.h"
#include "models/system/enginesession.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QPushButton;

namespace quayside::ui
{

class DiskBar;
class DiskObjects;
class TidyUp;

class DiskView : public QWidget
{
    Q_OBJECT

public:
    enum Part { Images, Containers, Volumes, BuildCache, PartCount };

    explicit DiskView(models::EngineSession *session, QWidget *parent = nullptr);

    void measure(); // asks the engine; what was known stays until it has answered
    [[nodiscard]] const client::DiskUsage &shown() const { return m_usage; }
    [[nodiscard]] DiskObjects *objects() const { return m_objects; }
    // One question for everything that nobody uses.
    TidyUp *tidyUpAll();

signals:
    void tidyWanted(Part part);
    void objectWanted(quayside::client::DiskObject::Kind kind, const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRows(QGridLayout *grid);
    void fill();

    struct Row {
        QLabel *swatch, *name, *bytes, *unused;
        QPushButton *tidy;
    };

    models::EngineSession *m_session;
    client::DiskUsage m_usage;
    client::Call m_call;
    bool m_known = false;
    QLabel *m_total, *m_note;
    DiskBar *m_bar;
    QPushButton *m_again, *m_tidyAll;
    DiskObjects *m_objects;
    std::array<Row, PartCount> m_rows{};
};

} // namespace quayside::ui

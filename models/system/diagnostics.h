// What a report about a fault should hold, without what may be a secret, as one archive.
#pragma once

#include "models/system/enginesession.h"

#include <QObject>
#include <QProcess>

#include <deque>

namespace quayside::models
{

struct DiagnosticsFile {
    QString name, about; // about: what it holds, in a few words
    QByteArray content;
};

class Diagnostics : public QObject
{
    Q_OBJECT

public:
    explicit Diagnostics(EngineSession *session, QObject *parent = nullptr); // must outlive it

    void gather(); // asks the engine; an answer that does not come is said in its file. Once
    [[nodiscard]] const QList<DiagnosticsFile> &files() const { return m_files; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    // .tar.gz of exactly these files.
    [[nodiscard]] QByteArray archive() const;

    static constexpr int mostContainers = 200, logLines = 300;

signals:
    void gathered();

private:
    struct Question {
        std::string path;
        QString name, about;
    };
    void add(const QString &name, const QString &about, const QByteArray &content);
    void addOwn();
    void addSettings();
    void addKernel();
    void askNext();
    void askForLog();

    EngineSession *m_session;
    std::deque<Question> m_questions;
    QList<DiagnosticsFile> m_files;
    client::Call m_call;
    QProcess m_journal;
    bool m_complete = false;
};

// Of a tar that has been gathered in memory. Source: RFC 1952.
QByteArray gzip(const QByteArray &bytes);

} // namespace quayside::models

// tests/gui/registry.py for as long as the object lives: two registries, an open one and one that wants a
// login.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>

class TestRegistry
{
public:
    ~TestRegistry(); // ends it

    bool start();                                                // until it says where it listens
    [[nodiscard]] const QString &open() const { return m_open; } // "127.0.0.1:1234"
    [[nodiscard]] const QString &closed() const { return m_closed; }
    bool tell(const QByteArray &command); // until it has done that

private:
    bool waitForLine();

    QProcess m_process;
    QString m_open, m_closed;
};

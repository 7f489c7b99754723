// Where passwords are kept: the desktop's keyring, or whatever stands in for it in a test.
#pragma once

#include "models/client/call.h"

#include <QObject>
#include <QString>

namespace quayside::models
{

// Answers come later, on this thread, and not where `context` has gone.
class Keyring
{
public:
    virtual ~Keyring() = default;
    // NotFound: it has none. Unavailable: there is no keyring, or it is locked.
    virtual void read(const QString &key, QObject *context, client::Done<QString> done) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *context,
                       client::Done<void> done) = 0;
    virtual void remove(const QString &key, QObject *context, client::Done<void> done) = 0;
};

// Of the desktop: the Secret Service or KWallet, through QtKeychain.
class DesktopKeyring : public Keyring
{
public:
    void read(const QString &key, QObject *context, client::Done<QString> done) override;
    void write(const QString &key, const QString &secret, QObject *context, client::Done<void> done) override;
    void remove(const QString &key, QObject *context, client::Done<void> done) override;
};

} // namespace quayside::models

#include "app/screenplay.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace quayside::app
{

bool waitUntil(const std::function<bool()> &holds, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds()) {
        if (clock.elapsed() > milliseconds)
            return false;
        QEventLoop loop;
        QTimer::singleShot(15, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

void pauseFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void clickAt(QWidget *widget, const QPoint &point)
{
    const QPointF local(point), global(widget->mapToGlobal(point));
    QMouseEvent move(QEvent::MouseMove, local, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QMouseEvent press(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    QMouseEvent release(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton,
                        Qt::NoModifier);
    if (widget->focusPolicy() & Qt::ClickFocus)
        widget->setFocus(Qt::MouseFocusReason);
    QApplication::sendEvent(widget, &move);
    QApplication::sendEvent(widget, &press);
    QApplication::sendEvent(widget, &release);
    pauseFor(30);
}

void click(QWidget *widget)
{
    clickAt(widget, widget->rect().center());
}

void pressKey(QWidget *widget, int key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent press(QEvent::KeyPress, key, modifiers);
    QKeyEvent release(QEvent::KeyRelease, key, modifiers);
    QApplication::sendEvent(widget, &press);
    QApplication::sendEvent(widget, &release);
}

void typeText(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        const int key = c == u'\n' ? int(Qt::Key_Return) : int(c.toUpper().unicode());
        const QString shown = c == u'\n' ? QStringLiteral("\r") : QString(c);
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, shown);
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, shown);
        QApplication::sendEvent(widget, &press);
        QApplication::sendEvent(widget, &release);
    }
    pauseFor(20);
}

void fillIn(QWidget *lineEdit, const QString &text)
{
    lineEdit->setFocus(Qt::OtherFocusReason);
    pressKey(lineEdit, Qt::Key_A, Qt::ControlModifier);
    pressKey(lineEdit, Qt::Key_Delete);
    typeText(lineEdit, text);
}

bool takePicture(QWidget *window, const QString &fileName, bool withToolTips)
{
    pauseFor(120); // what has just changed is painted
    QPixmap picture = window->grab();
    QPainter painter(&picture);
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other == window || !other->isVisible() || (other->windowType() == Qt::ToolTip && !withToolTips))
            continue;
        const QPoint place = other->mapToGlobal(QPoint(0, 0)) - window->mapToGlobal(QPoint(0, 0));
        const QRect frame = QRect(place, other->size()).adjusted(-1, -1, 0, 0);
        painter.fillRect(frame.translated(4, 4), QColor(0, 0, 0, 60)); // as a window manager's shadow
        painter.drawPixmap(place, other->grab());
        painter.setPen(other->palette().color(QPalette::Mid));
        painter.drawRect(frame);
    }
    painter.end();
    return picture.save(fileName, "PNG");
}

QString httpGet(int port, const QString &path, QString *error)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(port));
    QByteArray answer;
    bool ended = false;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        socket.write("GET " + path.toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { ended = true; });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, [&] { ended = true; });
    waitUntil([&] { return ended; }, 5000);
    const qsizetype head = answer.indexOf("\r\n\r\n");
    if (!answer.startsWith("HTTP/1.") || head < 0 || answer.mid(9, 3) != "200") {
        *error =
            answer.isEmpty() ? socket.errorString() : QString::fromUtf8(answer.left(answer.indexOf('\r')));
        return {};
    }
    return QString::fromUtf8(answer.mid(head + 4));
}

int freePort(int wanted)
{
    for (int port = wanted; port < wanted + 200; ++port) {
        QTcpServer probe;
        if (probe.listen(QHostAddress::Any, quint16(port)))
            return port;
    }
    return 0;
}

} // namespace quayside::app

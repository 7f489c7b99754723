// Messages at the place where something happened, instead of boxes in the way.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;
class QTimer;
class QHBoxLayout;
class QProgressBar;

namespace quayside::ui
{

// A line with a symbol, a sentence, perhaps a button, and a way to close it. Hidden until it has something to
// say.
class Notice : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit Notice(QWidget *parent = nullptr);

    void show(Kind kind, const QString &sentence);
    // With a button; `action` runs when it is pressed, and the notice goes.
    void show(Kind kind, const QString &sentence, const QString &button, std::function<void()> action);
    // With several, the first one is the one to press.
    struct Choice {
        QString text;
        std::function<void()> act;
        bool stays = false; // the notice, when it is pressed: the question is not answered by it
    };
    void show(Kind kind, const QString &sentence, const QList<Choice> &choices);
    [[nodiscard]] QString text() const;

public slots:
    void dismiss();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshLook();

    Kind m_kind = Kind::Info;
    QLabel *m_symbol;
    QLabel *m_text;
    QHBoxLayout *m_row, *m_choices; // choices: below the sentence, where there are several
    QPushButton *m_button;
    QList<QPushButton *> m_more;
    QToolButton *m_close;
    std::function<void()> m_action;
};

// "web is removed. [Undo] ▬▬▬": counts ten seconds (settings) down, then lets it happen.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);

    static int milliseconds(); // as the settings say, for the next removal

    // A second removal while the first can still be undone: the first happens at once.
    void offer(const QString &sentence, std::function<void()> undo, std::function<void()> commit);
    [[nodiscard]] bool isOffering() const { return m_commit != nullptr; }

public slots:
    void undo();
    void commitNow(); // also when the window closes

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tick();

    QLabel *m_text;
    QPushButton *m_undoButton;
    QToolButton *m_close;
    QProgressBar *m_left;
    QTimer *m_timer;
    qint64 m_deadline = 0;
    std::function<void()> m_undo, m_commit;
};

} // namespace quayside::ui

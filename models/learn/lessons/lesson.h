// A lesson as its file says it (docs/lessons.md): text in steps, what is laid out for it, and what must hold
// for a step to be done.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace quayside::models
{

// Of the text: words, or lines that are shown in a box.
struct LessonPart {
    QString markdown;  // of words
    QStringList lines; // of a box; a line that was continued with \ is one
    bool isCode = false;
    bool canBeTyped = false; // the box is for the terminal: its language is sh
    bool operator==(const LessonPart &) const = default;
};

struct LessonContainer {
    QString name; // within the lesson; the engine knows it as learn-ID-NAME
    QString run;  // words of `docker run`, without the name
    bool start = true;
};

// What a value must be. All that is given must hold.
struct ValueTest {
    std::optional<QString> is, isNot, matches;
    std::optional<double> atLeast, atMost;
    // Compared with what another container says at its path.
    struct Other {
        QString container, path; // container: of an image test the image
    };
    std::optional<Other> equals, differs;

    [[nodiscard]] bool isEmpty() const
    {
        return !is && !isNot && !matches && !atLeast && !atMost && !equals && !differs;
    }
};

struct Condition {
    enum class Kind {
        Container,
        Inspect,
        Xray,
        Exec,
        Process,
        Event,
        Image,
        Volume,
        Network,
        File,
        Http,
        Document
    };
    Kind kind = Kind::Container;
    QString say;             // instead of a sentence of our own while it does not hold; may be ""
    QString container;       // name within the lesson, or learn-…
    QString path;            // of a value, or of a file in the container
    QString name;            // of an image, a volume, a network; of a document its path in the engine
    QString state;           // of a container; "": any
    QString type, action;    // of an event; action: its beginning
    QStringList run;         // of exec
    std::optional<int> exit; // code that it ends with
    std::optional<int> exitCode, restarts, layers; // restarts: at least
    std::optional<bool> oomKilled;
    bool exists = true;
    int port = 0;
    ValueTest value; // matches: also of output, process, file, page; atLeast, atMost: also how many
};

// A button below the text of a step.
struct LessonOffer {
    enum class Act {
        Run,
        Start,
        Stop,
        Restart,
        Kill,
        Pause,
        Unpause,
        Remove,
        Update,
        Build,
        Import, // an archive of files that a container has
        Load,   // an archive of images that a container has
        HandOver,
        Commit,
        Tag,
        Save,       // to a file of the lesson's
        LoadSaved,  // from it
        Checkpoint, // it ends, and what it has in memory is kept
        Move,       // goes on from that as another container
        RemoveImage,
        CreateVolume,
        RemoveVolume,
        CreateNetwork,
        RemoveNetwork
    };
    QString id, label;
    Act act = Act::Run;
    QString run;       // words of `docker run`, with a name
    QString container; // name within the lesson, or learn-…
    QString name;      // of an image, a volume, a network; of Move the new container's
    std::optional<qint64> memory, pids;
    std::optional<double> cpus;
    QString tag, dockerfile; // of Build, Import, Commit, Tag
    QString path;            // in the container, of Import and Load
    QStringList changes;     // of Import: Dockerfile instructions
    QStringList users;       // of HandOver; none: it is taken back
};

// What the test of a lesson does.
struct LessonDeed {
    enum class Kind { Type, Key, Offer, Wait };
    Kind kind = Kind::Type;
    QString text;
};

struct LessonStep {
    QString title;
    QStringList needs; // features of the engine; where one lacks, the step can only be read
    QList<LessonPart> text;
    QList<Condition> check; // none: done when the person says so
    QString hint;
    QList<LessonOffer> offers;
    QList<LessonDeed> solve, fail;
};

struct Lesson {
    enum class Shelf { Lessons, Ancestors };
    QString id, title, summary, terminal;
    Shelf shelf = Shelf::Lessons;
    int order = 0, minutes = 0, year = 0;
    QStringList needs; // features of the engine
    QList<LessonContainer> containers;
    QList<LessonPart> introduction;
    QList<LessonStep> steps;
    QString file;         // where it was read from
    bool builtIn = false; // came with the program
    bool wire = false;    // what goes over the engine's socket is shown beside it

    [[nodiscard]] QString prefix() const { return QStringLiteral("learn-%1-").arg(id); }
    // What the engine calls a container, volume or network of this lesson.
    [[nodiscard]] QString realName(const QString &name) const
    {
        return name.startsWith(u"learn-") ? name : prefix() + name;
    }
};

// What is wrong with a file, for the one who writes it.
struct LessonMistake {
    QString file;
    int line = 0; // 0: of the whole file
    QString sentence;
    bool operator==(const LessonMistake &) const = default;
};

} // namespace quayside::models

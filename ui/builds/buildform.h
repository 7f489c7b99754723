// What to build: of a Dockerfile and its folder, under which name, with what.
#pragma once

#include "models/builds/buildwanted.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace quayside::ui
{

class BuildForm : public QWidget
{
    Q_OBJECT

public:
    explicit BuildForm(QWidget *parent = nullptr);

    // The folder of `path`, or that of a Dockerfile.
    void setFolder(const QString &path);
    // Always of this Dockerfile: nobody is asked for it.
    void setFixed(const QString &folder, const QString &dockerfile);
    // The form as it was for another build.
    void setWanted(const models::BuildWanted &wanted);
    // None where something in it cannot be: why in `problem`, in a sentence, and the focus is there.
    std::optional<models::BuildWanted> wanted(QString *problem);
    // The same without a word about what is wrong.
    [[nodiscard]] std::optional<models::BuildWanted> peek() const;
    [[nodiscard]] bool isFilled() const; // folder and Dockerfile are named

signals:
    void changed(); // folder, Dockerfile, target or arguments

private:
    void makeFields();
    void makeFolderRow(QFormLayout *form);
    void makeMore(QFormLayout *form);
    void connectFields();
    void chooseFolder();
    void showMore(bool more);
    void readDockerfile();
    std::optional<QMap<QString, QString>> pairs(QPlainTextEdit *field, models::PairNames names,
                                                const QString &sentence, QString *problem);
    [[nodiscard]] models::BuildWanted wantedWith(const QMap<QString, QString> &arguments,
                                                 const QMap<QString, QString> &labels,
                                                 const QMap<QString, QString> &secrets) const;

    QFormLayout *m_fields = nullptr;
    QHBoxLayout *m_folderRow = nullptr;
    QLineEdit *m_folder, *m_dockerfile, *m_name, *m_platform;
    QComboBox *m_target, *m_network;
    QPlainTextEdit *m_arguments, *m_labels, *m_secrets;
    QCheckBox *m_noCache, *m_pull, *m_agent;
    QToolButton *m_more;
    QLabel *m_hint;
    QTimer m_readSoon;
    bool m_nameTouched = false;
};

} // namespace quayside::ui

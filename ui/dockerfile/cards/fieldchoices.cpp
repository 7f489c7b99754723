#include "ui/dockerfile/cards/fieldchoices.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace quayside::ui
{

namespace
{

constexpr int mostEntries = 200; // of a folder: more of them nobody looks through in a menu

QString escaped(const QString &text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

} // namespace

void offerImages(QLineEdit *edit, const FieldChoices &choices)
{
    auto *names = new QStringListModel(edit);
    auto *completer = new QCompleter(names, edit);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    edit->setCompleter(completer);
    auto *all = edit->addAction(icon(Symbol::Down), QLineEdit::TrailingPosition);
    all->setText(ContextMenu::tr("Show all"));
    all->setToolTip(ContextMenu::tr("Stages of this file and images that are here (Down)"));
    const auto show = [completer, edit] {
        edit->setFocus(Qt::OtherFocusReason);
        completer->setCompletionPrefix({});
        completer->complete();
    };
    QObject::connect(all, &QAction::triggered, edit, show);
    const auto fill = [names, stages = choices.stages, sources = choices.sources] {
        QStringList all = stages;
        if (sources != nullptr) {
            for (const auto &image : sources->images().value_or(std::vector<models::language::ImageFact>()))
                all.append(image.name);
        }
        if (all != names->stringList())
            names->setStringList(all);
    };
    if (choices.sources != nullptr)
        QObject::connect(choices.sources, &models::language::CompletionSources::arrived, edit, fill);
    fill();
}

ContextMenu::ContextMenu(models::language::CompletionSources *sources, const QString &folder, QWidget *parent)
    : QMenu(parent), m_sources(sources), m_folder(folder)
{
    connect(this, &QMenu::aboutToShow, this, &ContextMenu::fill);
    connect(sources, &models::language::CompletionSources::arrived, this, [this] {
        if (isVisible())
            fill();
    });
}

void ContextMenu::addPath(const QString &text, const QString &path)
{
    connect(addAction(text), &QAction::triggered, this, [this, path] { emit chosen(path); });
}

void ContextMenu::fill()
{
    clear();
    if (m_sources == nullptr)
        return;
    const auto entries = m_sources->contextFolder(m_folder.chopped(m_folder.isEmpty() ? 0 : 1).toStdString());
    if (!entries) {
        addAction(tr("Looking …"))->setEnabled(false);
        return;
    }
    if (entries->empty()) {
        addAction(tr("No files are here"))->setEnabled(false);
        return;
    }
    addPath(m_folder.isEmpty() ? tr("All files") : tr("The whole folder"),
            m_folder.isEmpty() ? QStringLiteral(".") : m_folder);
    addSeparator();
    int count = 0;
    for (const auto &entry : *entries) {
        const QString name = QString::fromStdString(entry.name);
        if (++count > mostEntries) {
            addAction(tr("… and more: write their names"))->setEnabled(false);
            return;
        }
        if (!entry.folder) {
            addPath(escaped(name), m_folder + name);
            continue;
        }
        auto *menu = new ContextMenu(m_sources, m_folder + name + u'/', this);
        menu->setTitle(escaped(name));
        menu->setIcon(ui::icon(Symbol::Folder));
        connect(menu, &ContextMenu::chosen, this, &ContextMenu::chosen);
        addMenu(menu);
    }
}

} // namespace quayside::ui

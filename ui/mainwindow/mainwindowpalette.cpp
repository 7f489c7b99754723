// What the palette finds: pages, every act of the menus, and all that the engine has.
#include "ui/mainwindow/mainwindow.h"

#include "models/images/imagemodel.h"
#include "ui/builds/buildspage.h"
#include "ui/common/icons.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/images/imagespage.h"
#include "ui/learn/lessons/learnpage.h"
#include "ui/networks/networkspage.h"
#include "ui/palette/palettepopup.h"
#include "ui/registries/registriespage.h"
#include "ui/volumes/volumespage.h"

#include <QDateTime>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace quayside::ui
{

using models::SearchEntry;

namespace
{

// Without a search: pages first, then acts that need nothing to be chosen.
constexpr int pageWeight = 40, commandWeight = 20, thingWeight = 10, verbWeight = 0;

QString plain(const QAction *action)
{
    return action->text().remove(u'&');
}

void addThing(QList<SearchEntry> &entries, const QString &kind, const QString &name, const QString &detail,
              const QString &keywords, Symbol symbol, std::function<void()> open)
{
    entries.append({.id = kind + u':' + name,
                    .title = name,
                    .detail = detail,
                    .keywords = keywords,
                    .icon = icon(symbol),
                    .weight = thingWeight,
                    .open = std::move(open)});
}

} // namespace

void MainWindow::openPalette()
{
    if (m_palette == nullptr) {
        m_palette = new PalettePopup(this);
        const auto refresh = [this] {
            if (m_palette->isVisible())
                m_palette->model()->setEntries(paletteEntries());
        };
        using Session = models::EngineSession;
        connect(m_session, &Session::networksListed, m_palette, refresh);
        connect(m_session, &Session::volumesListed, m_palette, refresh);
        connect(m_session->builds(), &models::Builds::listed, m_palette, refresh);
    }
    // Their lists come when somebody looks, and their menus are theirs.
    for (const Page page : {Images, Networks, Volumes, Builds, Registries, Learn})
        ensurePage(page);
    m_palette->popUp(paletteEntries());
}

QList<SearchEntry> MainWindow::paletteEntries()
{
    QList<SearchEntry> entries;
    addActs(entries);
    addContainers(entries);
    addImages(entries);
    for (const auto &row : m_session->networks()->rows())
        addThing(entries, QStringLiteral("network"), row.name, tr("Network · %1").arg(row.driver), row.id,
                 Symbol::Network, [this, key = row.key()] {
                     showPage(Networks);
                     m_networksPage->select(key);
                 });
    for (const auto &row : m_session->volumes()->rows())
        addThing(entries, QStringLiteral("volume"), row.name, tr("Volume"), row.driver, Symbol::Volume,
                 [this, key = row.key()] {
                     showPage(Volumes);
                     m_volumesPage->select(key);
                 });
    if (m_pageActions[Builds]->isVisible()) {
        for (const auto &row : m_session->builds()->model()->rows())
            addThing(entries, QStringLiteral("build ") + row.id, row.shownName(),
                     tr("Build · %1")
                         .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(row.started),
                                                 QLocale::ShortFormat)),
                     row.id, Symbol::Build, [this, key = row.key()] {
                         showPage(Builds);
                         m_buildsPage->select(key);
                     });
    }
    for (const models::Lesson &lesson : learnPage()->shelf()->lessons())
        addThing(entries, QStringLiteral("lesson"), lesson.title, tr("Lesson"), lesson.summary, Symbol::Learn,
                 [this, id = lesson.id] { openLesson(id); });
    for (const auto &row : m_session->registries()->model()->rows())
        addThing(entries, QStringLiteral("registry"), row.registry, tr("Registry"), {}, Symbol::Registry,
                 [this, key = row.key()] {
                     showPage(Registries);
                     m_registriesPage->select(key);
                 });
    return entries;
}

// Those of a page go with it: what they act on is seen.
void MainWindow::addActs(QList<SearchEntry> &entries)
{
    const std::function<void(const QMenu *, const QString &, int)> add = [&](const QMenu *menu,
                                                                             const QString &title, int page) {
        for (QAction *action : menu->actions()) {
            if (action->isSeparator() || !action->isVisible() || !action->isEnabled())
                continue;
            if (action->menu() != nullptr) {
                add(action->menu(), title + QStringLiteral(" › ") + plain(action), page);
                continue;
            }
            const bool isPage = m_pageActions.contains(action);
            entries.append({.id = QStringLiteral("act:%1:%2").arg(page).arg(plain(action)),
                            .title = plain(action),
                            .detail = isPage ? tr("Page") : title,
                            .keywords = action->toolTip(),
                            .keys = action->shortcut().toString(QKeySequence::NativeText),
                            .icon = action->icon().isNull() ? icon(Symbol::Run) : action->icon(),
                            .weight = isPage ? pageWeight : commandWeight,
                            .open = [this, page, action = QPointer(action)] {
                                if (page >= 0)
                                    showPage(Page(page));
                                if (action)
                                    action->trigger();
                            }});
        }
    };
    for (const QAction *top : menuBar()->actions()) {
        if (top->menu() == nullptr || !top->isVisible())
            continue;
        const auto place = std::ranges::find(m_pageMenus, top->menu());
        const int page = place == m_pageMenus.end() ? -1 : int(place - m_pageMenus.begin());
        add(top->menu(), plain(top), page);
    }
}

void MainWindow::addContainers(QList<SearchEntry> &entries)
{
    using A = ContainerActions;
    // %1: a container's name.
    const std::array<std::tuple<A::Verb, Symbol, QString>, 8> verbs = {{
        {A::Start, Symbol::Play, tr("Start %1")},
        {A::StepByStep, Symbol::Down, tr("Run %1 step by step")},
        {A::Stop, Symbol::Stop, tr("Stop %1")},
        {A::Restart, Symbol::Restart, tr("Restart %1")},
        {A::ShowLogs, Symbol::Logs, tr("Log of %1")},
        {A::OpenTerminal, Symbol::Terminal, tr("Shell in %1")},
        {A::OpenPort, Symbol::Open, tr("Open %1 in the browser")},
        {A::Remove, Symbol::Remove, tr("Remove %1")},
    }};
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    A *actions = m_containersPage->actions();
    for (const models::ContainerRow &row : m_session->containers()->rows()) {
        const QString detail = tr("Container · %1").arg(models::statusText(row, now));
        addThing(entries, QStringLiteral("container"), row.name, detail, row.id + u' ' + row.image,
                 Symbol::Container, [this, id = row.id] { openContainer(id, ContainerDetails::Overview); });
        for (const auto &[verb, symbol, text] : verbs) {
            if (!actions->applies(verb, row))
                continue;
            entries.append({.id = QStringLiteral("container verb %1:%2").arg(int(verb)).arg(row.name),
                            .title = text.arg(row.name),
                            .detail = detail,
                            .keywords = {},
                            .icon = icon(symbol),
                            .weight = verbWeight,
                            .open = [this, verb = verb, id = row.id] {
                                showPage(Containers);
                                m_containersPage->select(id);
                                m_containersPage->actions()->run(verb, {id});
                            }});
        }
    }
}

void MainWindow::addImages(QList<SearchEntry> &entries)
{
    for (const models::ImageRow &row : m_session->images()->rows()) {
        addThing(entries, QStringLiteral("image"), row.shownName(), tr("Image"), row.id, Symbol::Image,
                 [this, key = row.key()] {
                     showPage(Images);
                     m_imagesPage->select(key);
                 });
        entries.append({.id = QStringLiteral("image run:") + row.reference(),
                        .title = tr("Run %1…").arg(row.shownName()),
                        .detail = tr("Image"),
                        .icon = icon(Symbol::Run),
                        .weight = verbWeight,
                        .open = [this, reference = row.reference()] { openRunDialog(reference); }});
    }
}

} // namespace quayside::ui

// The window's icons: the desktop's theme where it has one and suits, else our own, which follow the palette.
#pragma once

#include <QIcon>

namespace quayside::ui
{

enum class Symbol {
    Container,
    Image,
    Network,
    Volume,
    Play,
    Stop,
    Restart,
    Pause,
    Kill,
    Remove,
    Terminal,
    Logs,
    Run,
    Add,
    Open,
    Copy,
    Save,
    Load,
    Import,
    Search,
    Up,
    Down,
    Close,
    Tag,
    Refresh,
    More,
    Undo,
    Folder,
    Warning,
    Error,
    Info,
    Ok,
    Wrap,
    Clock,
    Follow,
    Engine,
    Package,
    Inspect,
    Overview,
    Details,
    Sidebar,
    Quit,
    Palette,
    Rename,
    Regex,
    Case,
    Stats,
    Processes,
    Registry,
    Pull,
    Push,
    Build,
    LogIn,
    LogOut,
    Compare,
    File,
    Link,
    WholeWord,
    Selection,
    Template,
    Format,
    Outline,
    Comment,
    Learn,
    Xray,
    Present
};

// Cheap: nothing is looked up or drawn before the first paint.
QIcon icon(Symbol symbol);

// Icons of a desktop's theme are drawn for its own colours: not wanted while the window has other ones.
void setThemeIconsWanted(bool wanted);

} // namespace quayside::ui

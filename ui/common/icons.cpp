#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace quayside::ui
{

namespace
{

struct SymbolFile {
    const char *file;  // resources/icons/…
    const char *theme; // freedesktop.org icon naming specification; "" where it has none
};

// In the order of Symbol.
constexpr auto files = std::to_array<SymbolFile>({
    {"container", ""},
    {"image", ""},
    {"network", ""},
    {"volume", ""},
    {"play", "media-playback-start"},
    {"stop", "media-playback-stop"},
    {"restart", "view-refresh"},
    {"pause", "media-playback-pause"},
    {"kill", ""},
    {"remove", "edit-delete"},
    {"terminal", "utilities-terminal"},
    {"logs", ""},
    {"run", ""},
    {"add", "list-add"},
    {"open", ""},
    {"copy", "edit-copy"},
    {"save", "document-save"},
    {"load", ""},
    {"import", "document-import"},
    {"search", "edit-find"},
    {"up", "go-up"},
    {"down", "go-down"},
    {"close", "window-close"},
    {"tag", ""},
    {"refresh", "view-refresh"},
    {"more", ""},
    {"undo", "edit-undo"},
    {"folder", "folder-open"},
    {"warning", "dialog-warning"},
    {"error", "dialog-error"},
    {"info", "dialog-information"},
    {"ok", ""},
    {"wrap", ""},
    {"clock", ""},
    {"follow", ""},
    {"engine", ""},
    {"package", ""},
    {"inspect", ""},
    {"overview", ""},
    {"details", ""},
    {"sidebar", ""},
    {"quit", "application-exit"},
    {"palette", ""},
    {"rename", "edit-rename"},
    {"regex", ""},
    {"case", ""},
    {"stats", ""},
    {"processes", ""},
    {"registry", ""},
    {"pull", ""},
    {"push", ""},
    {"build", ""},
    {"login", ""},
    {"logout", ""},
    {"compare", ""},
    {"file", ""},
    {"link", ""},
    {"wholeword", ""},
    {"selection", ""},
    {"template", ""},
    {"format", ""},
    {"outline", ""},
    {"comment", ""},
    {"learn", ""},
    {"xray", ""},
    {"present", ""},
});

bool themeIconsWanted = true;

QColor colorFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    default:
        return palette.color(QPalette::WindowText);
    }
}

class SymbolEngine : public QIconEngine
{
public:
    explicit SymbolEngine(Symbol symbol) : m_symbol(symbol) {}

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        if (const QPixmap themed = themePixmap(size, mode, state, scale); !themed.isNull())
            return themed;
        const QSize pixels = size * scale; // Qt 6.8 and newer ask in pixels of the desktop
        const QColor color = colorFor(mode);
        const QString key = QStringLiteral("quayside-%1-%2-%3x%4")
                                .arg(int(m_symbol))
                                .arg(color.rgba())
                                .arg(pixels.width())
                                .arg(pixels.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(pixels, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(rect,
                            scaledPixmap(rect.size(), mode, state, painter->device()->devicePixelRatio()));
    }
    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(*this); }

private:
    QPixmap themePixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
    {
        const char *name = files[std::size_t(m_symbol)].theme;
        if (!themeIconsWanted || *name == '\0')
            return {};
        const QString themeName = QLatin1String(name);
        return QIcon::hasThemeIcon(themeName) ? QIcon::fromTheme(themeName).pixmap(size, scale, mode, state)
                                              : QPixmap();
    }
    [[nodiscard]] QPixmap render(const QSize &size, const QColor &color) const
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(files[std::size_t(m_symbol)].file)));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QSvgRenderer renderer(file.readAll().replace("#000", color.name().toLatin1()));
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter);
        return pixmap;
    }

    Symbol m_symbol;
};

} // namespace

QIcon icon(Symbol symbol)
{
    return QIcon(new SymbolEngine(symbol));
}

void setThemeIconsWanted(bool wanted)
{
    themeIconsWanted = wanted;
    QPixmapCache::clear();
}

} // namespace quayside::ui

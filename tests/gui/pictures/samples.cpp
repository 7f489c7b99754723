#include "tests/gui/pictures/samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace quayside::pictures
{

namespace
{

// As large as it says, and not to be compressed away.
QByteArray blob(qsizetype bytes)
{
    QByteArray data(bytes, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : data) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24U);
    }
    return data;
}

} // namespace

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
}

void writeShop(const QString &folder)
{
    const auto write = [&](const QString &name, const QByteArray &text) {
        writeFile(folder + u'/' + name, text);
    };
    write(QStringLiteral("Dockerfile"), shopDockerfile());
    write(QStringLiteral(".dockerignore"), "# What no build needs\n*.log\n.git\nnode_modules\n**/*.psd\n");
    write(QStringLiteral("site/index.html"),
          "<!doctype html>\n<title>Shop</title>\n<h1>Open from nine to five</h1>\n");
    write(QStringLiteral("site/style.css"), "body { font: 1rem/1.5 sans-serif; margin: 3rem; }\n");
    write(QStringLiteral("assets/hero.jpg"), blob(1'400'000));
    write(QStringLiteral("assets/logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    write(QStringLiteral("assets/fonts/inter.woff2"), blob(310'000));
    write(QStringLiteral("assets/hero.psd"), blob(6'300'000));
    write(QStringLiteral("docs/opening-hours.md"), "# Opening hours\nNine to five.\n");
    write(QStringLiteral("docs/returns.md"), "# Returns\nWithin thirty days.\n");
    write(QStringLiteral("node_modules/left-pad/index.js"), blob(2'100));
    write(QStringLiteral("server.log"), blob(820'000));
}

QByteArray shopDockerfile()
{
    return R"(# The shop's page, with what its parts need
FROM busybox AS assets
WORKDIR /assets
COPY assets/ ./
RUN sleep 0.6; gzip -k logo.svg

FROM busybox AS docs
WORKDIR /docs
COPY docs/ ./
RUN sleep 1.1; cat *.md > all.md

FROM busybox
ARG VERSION=1.4
ENV SHOP_VERSION=$VERSION
RUN mkdir -p /srv; date > /srv/built.txt
COPY --from=assets /assets /srv/assets
COPY --from=docs /docs/all.md /srv/docs.md
COPY site/ /srv/
EXPOSE 8080
CMD ["httpd", "-f", "-p", "8080", "-h", "/srv"]
)";
}

QByteArray faultyDockerfile()
{
    return R"(FROM busybox AS tools
WORKDIR tools
ENV API_TOKEN=s3cret
RUN cd /tools && wget https://example.org/tool.tgz

FROM busybox
MAINTAINER Ada <ada@example.org>
ARG MODE=fast
COPY --from=tol /tools /tools
EXPOZE 8080
CMD httpd -f -p 8080
)";
}

QByteArray failingDockerfile()
{
    return shopDockerfile().replace(
        "COPY site/ /srv/\n",
        "COPY site/ /srv/\nRUN echo checking; date > /srv/checked.txt; test -s /srv/robots.txt\n");
}

QByteArray longDockerfile()
{
    QByteArray text = "FROM busybox AS first\n";
    for (int line = 2; line < 300; ++line) {
        if (line % 60 == 0)
            text += "FROM busybox AS part" + QByteArray::number(line / 60) + '\n';
        else if (line % 7 == 0)
            text += "ENV SETTING_" + QByteArray::number(line) + "=value\n";
        else if (line % 11 == 0)
            text += "# Why line " + QByteArray::number(line + 1) + " is there\n";
        else
            text += "RUN echo " + QByteArray::number(line) + " >> /log\n";
    }
    return text + "CMD [\"cat\", \"/log\"]\n";
}

QByteArray manyStages()
{
    QByteArray text = "FROM busybox AS base\nRUN echo base > /base\n";
    for (int stage = 1; stage < 19; ++stage) {
        const QByteArray name = "service-" + QByteArray::number(stage);
        text += "\nFROM base AS " + name + "\nRUN echo " + name + " > /" + name + '\n';
        if (stage % 3 == 0)
            text += "COPY --from=service-" + QByteArray::number(stage - 2) + " /base /from\n";
    }
    text += "\nFROM busybox\n";
    for (int stage = 1; stage < 19; ++stage) {
        const QByteArray name = "service-" + QByteArray::number(stage);
        text += "COPY --from=" + name + " /" + name + " /" + name + '\n';
    }
    return text;
}

QByteArray longNames()
{
    return R"(FROM busybox AS a-stage-with-a-name-that-somebody-has-thought-about-for-quite-some-time
COPY a-folder-with-a-long-name/a-file-whose-name-is-long-enough-to-be-elided-wherever-it-stands.tar.gz /opt/
RUN sleep 0.2; echo "a command that is longer than any window is wide, and that goes on and on until nobody reads it any more" > /opt/very-long
ENV A_VARIABLE_WITH_A_LONG_NAME_FOR_A_SETTING_OF_A_SERVICE="a value that is just as long as its name, or even longer"

FROM busybox AS another-stage-with-a-name-that-is-nearly-the-same-as-that-of-the-first-one
COPY --from=a-stage-with-a-name-that-somebody-has-thought-about-for-quite-some-time /opt/very-long /opt/
CMD ["cat", "/opt/very-long"]
)";
}

void writeLongNames(const QString &folder)
{
    writeFile(folder + QStringLiteral("/Dockerfile"), longNames());
    writeFile(folder +
                  QStringLiteral("/a-folder-with-a-long-name/"
                                 "a-file-whose-name-is-long-enough-to-be-elided-wherever-it-stands.tar.gz"),
              blob(5000));
    writeFile(folder +
                  QStringLiteral("/Übersetzungen und andere Texte, die noch nicht fertig sind/ein Text.po"),
              "msgid \"\"\n");
}

} // namespace quayside::pictures

#include "ui/images/imagedetails.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "ui/common/factsheet.h"

#include <QDateTime>

namespace quayside::ui
{

namespace
{

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString words(const std::vector<std::string> &list)
{
    QStringList strings;
    for (const std::string &word : list)
        strings.append(text(word));
    return models::joinShellWords(strings);
}

// "/bin/sh -c #(nop)  CMD [\"sh\"]" as old builders wrote it → "CMD [\"sh\"]"
QString instruction(const api::ImageHistoryItem &item)
{
    QString line = text(item.createdBy);
    line.remove(QStringLiteral("/bin/sh -c #(nop)"));
    line = line.simplified();
    if (line.isEmpty())
        line = text(item.comment);
    return line.isEmpty() ? QStringLiteral("—") : line;
}

} // namespace

ImageDetails::ImageDetails(models::EngineSession *session, QWidget *parent)
    : DetailsPane(parent), m_session(session)
{
    connect(session->images(), &QAbstractItemModel::dataChanged, this, &ImageDetails::onImagesChanged);
}

void ImageDetails::showImage(const QString &key)
{
    m_key = key;
    const models::ImageRow *row = m_session->images()->find(key);
    if (row == nullptr)
        return;
    setHead(row->hasName() ? row->reference() : tr("(no name)"), models::Text::size(row->size));
    fetch(*row);
}

// Relative times grow in all rows; only what concerns this image is a reason to ask again.
void ImageDetails::onImagesChanged()
{
    const models::ImageRow *row = m_session->images()->find(m_key);
    if (row != nullptr && *row != m_shown)
        showImage(m_key);
}

void ImageDetails::fetch(const models::ImageRow &row)
{
    m_call.cancel();
    m_historyCall.cancel();
    m_shown = row;
    m_call = m_session->client()->inspectImage(
        row.id.toStdString(), this, [this, shown = row](const Result<api::ImageInspect> &image) {
            if (shown.key() != m_key)
                return;
            if (!image) {
                showProblem(
                    tr("The engine does not tell about this image: %1.").arg(text(image.error().message)));
                return;
            }
            fill(shown, *image);
            setJson(QByteArray::fromStdString(encode(*image)));
            m_historyCall = m_session->client()->imageHistory(
                shown.id.toStdString(), this,
                [this](const Result<std::vector<api::ImageHistoryItem>> &history) {
                    if (history)
                        addHistory(*history);
                    overview()->finish();
                });
        });
}

void ImageDetails::fill(const models::ImageRow &row, const api::ImageInspect &image)
{
    FactSheet *sheet = overview();
    sheet->clear();
    sheet->addSection(tr("Image"));
    QStringList names;
    for (const std::string &name : image.repoTags)
        names.append(text(name));
    sheet->addFact(tr("Names"), names.join(u'\n'));
    sheet->addFact(tr("Size"), models::Text::size(image.size));
    sheet->addFact(tr("Created"), models::Text::exactTime(row.created));
    sheet->addFact(
        tr("Platform"),
        QStringList({text(image.os), text(image.architecture), text(image.variant)}).join(u' ').trimmed());
    sheet->addFact(tr("Used by"),
                   row.usedBy == 0 ? tr("no container") : tr("%n container(s)", nullptr, row.usedBy));
    sheet->addFact(tr("Id"), row.id, true);
    sheet->addSection(tr("A container of it"));
    sheet->addFact(tr("Runs"), (words(image.config.entrypoint) + u' ' + words(image.config.cmd)).trimmed(),
                   true);
    sheet->addFact(tr("As user"), image.config.user.empty() ? tr("root") : text(image.config.user));
    sheet->addFact(tr("In folder"), text(image.config.workingDir), true);
    QStringList ports, volumes;
    for (const std::string &port : image.config.exposedPorts)
        ports.append(text(port));
    for (const std::string &volume : image.config.volumes)
        volumes.append(text(volume));
    sheet->addFact(tr("Offers ports"), ports.join(QStringLiteral(", ")));
    sheet->addFact(tr("Has volumes"), volumes.join(u'\n'), true);
    if (!image.config.env.empty())
        sheet->addSection(tr("Environment"));
    for (const std::string &variable : image.config.env)
        sheet->addFact(text(variable).section(u'=', 0, 0), text(variable).section(u'=', 1), true);
}

void ImageDetails::addHistory(const std::vector<api::ImageHistoryItem> &history)
{
    if (history.empty())
        return;
    overview()->addSection(tr("Layers, newest first"));
    for (const api::ImageHistoryItem &item : history)
        overview()->addFact(models::Text::size(item.size), instruction(item), true);
}

} // namespace quayside::ui

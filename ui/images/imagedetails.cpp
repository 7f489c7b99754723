#include "ui/images/imagedetails.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/factsheet.h"
#include "ui/common/icons.h"
#include "ui/common/jsonview.h"

#include <QDateTime>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

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
    : QWidget(parent), m_session(session), m_name(new ElidedLabel(this)), m_size(new ElidedLabel(this)),
      m_tabs(new QTabWidget(this)), m_overview(new FactSheet), m_inspect(new JsonView)
{
    m_name->setFont(headingFont(font()));
    m_size->setForegroundRole(QPalette::PlaceholderText);
    auto *names = new QVBoxLayout;
    names->setContentsMargins(12, 6, 8, 6);
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_size);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("&Overview"));
    m_tabs->addTab(m_inspect, tr("&Inspect"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(names);
    layout->addWidget(m_tabs, 1);
    connect(session->images(), &QAbstractItemModel::dataChanged, this, &ImageDetails::onImagesChanged);
}

void ImageDetails::showImage(const QString &key)
{
    m_key = key;
    const models::ImageRow *row = m_session->images()->find(key);
    if (row == nullptr)
        return;
    m_name->setText(row->hasName() ? row->reference() : tr("(no name)"));
    m_size->setText(models::Text::size(row->size));
    fetch();
}

// Relative times grow in all rows; only what concerns this image is a reason to ask again.
void ImageDetails::onImagesChanged()
{
    const models::ImageRow *row = m_session->images()->find(m_key);
    if (row != nullptr && *row != m_shown)
        showImage(m_key);
}

void ImageDetails::fetch()
{
    const models::ImageRow *row = m_session->images()->find(m_key);
    if (row == nullptr)
        return;
    m_call.cancel();
    m_historyCall.cancel();
    m_shown = *row;
    m_call = m_session->client()->inspectImage(
        row->id.toStdString(), this, [this, shown = *row](const Result<api::ImageInspect> &image) {
            if (shown.key() != m_key)
                return;
            if (!image) {
                showProblem(image.error());
                return;
            }
            fill(shown, *image);
            m_inspect->setJson(QByteArray::fromStdString(encode(*image)));
            m_historyCall = m_session->client()->imageHistory(
                shown.id.toStdString(), this,
                [this](const Result<std::vector<api::ImageHistoryItem>> &history) {
                    if (history)
                        addHistory(*history);
                    m_overview->finish();
                });
        });
}

void ImageDetails::showProblem(const Error &error)
{
    m_overview->clear();
    m_overview->addNote(tr("The engine does not tell about this image: %1.").arg(text(error.message)));
    m_overview->finish();
    m_inspect->setJson({});
}

void ImageDetails::fill(const models::ImageRow &row, const api::ImageInspect &image)
{
    FactSheet *sheet = m_overview;
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
    m_overview->addSection(tr("Layers, newest first"));
    for (const api::ImageHistoryItem &item : history)
        m_overview->addFact(models::Text::size(item.size), instruction(item), true);
}

} // namespace quayside::ui

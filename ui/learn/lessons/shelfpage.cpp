#include "ui/learn/lessons/shelfpage.h"

#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/learn/lessons/mistakesdialog.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QSaveFile>
#include <QToolBar>

namespace quayside::ui
{

using models::LessonModel;
using models::LessonRow;

// Shape and colour; the word is in the column beside.
void LessonDelegate::paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto state = LessonRow::State(index.data(LessonModel::StateRole).toInt());
    if (state == LessonRow::State::New) {
        RowDelegate::paintSymbol(painter, box, option, index);
        return;
    }
    const bool done = state == LessonRow::State::Done;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                             : toneColor(done ? Tone::Good : Tone::Busy));
    painter->drawText(box, Qt::AlignCenter, done ? QStringLiteral("✓") : QStringLiteral("◐"));
    painter->restore();
}

ShelfPage::ShelfPage(models::LessonModel *model, models::Shelf *shelf, QWidget *parent)
    : TablePage(tr("Lessons"), Symbol::Learn, QStringLiteral("lessons"),
                contentOf(model, [] { return true; }), parent),
      m_model(model), m_shelf(shelf)
{
    table()->setItemDelegate(new LessonDelegate(this));
    table()->setUpColumns({{LessonModel::TitleColumn, 300},
                           {LessonModel::StateColumn, 110},
                           {LessonModel::MinutesColumn, 70},
                           {LessonModel::SummaryColumn, 280}},
                          LessonModel::TitleColumn);
    emptyPlaceholder()->setText(tr("No lessons"), tr("Load those of a folder: each is a text file."));
    makeActions();
    emptyPlaceholder()->addButton(tr("Lessons of a folder…"), Symbol::Folder, [this] { chooseFolder(); });
    connect(table(), &Table::rowOpened, this, [this](const QModelIndex &index) {
        emit lessonWanted(index.data(models::TableKeyRole).toString());
    });
    connect(shelf, &models::Shelf::changed, this, &ShelfPage::refreshActions);
    connect(this, &TablePage::currentKeyChanged, this, &ShelfPage::refreshActions);
    refreshActions();
    refreshFace();
}

void ShelfPage::makeActions()
{
    const std::array<std::tuple<Symbol, QString, QString>, ActCount> acts = {
        {{Symbol::Open, tr("&Open the lesson"), tr("Read it, and try it where you like")},
         {Symbol::Folder, tr("Lessons of a &folder…"),
          tr("Show lessons that somebody has written, besides these")},
         {Symbol::Close, tr("&Without the folder"), tr("Show only the lessons that came with the program")},
         {Symbol::Inspect, tr("&Check the folder…"), tr("Say what is wrong with its files, line by line")},
         {Symbol::Save, tr("&Export progress…"), tr("Save which steps are done, as a table or JSON")}}};
    for (std::size_t act = 0; act < ActCount; ++act) {
        const auto &[symbol, text, toolTip] = acts[act];
        m_actions[act] = new QAction(icon(symbol), text, this);
        m_actions[act]->setToolTip(toolTip);
        toolBar()->addAction(m_actions[act]);
    }
    connect(m_actions[Open], &QAction::triggered, this, [this] {
        if (!currentKey().isEmpty())
            emit lessonWanted(currentKey());
    });
    connect(m_actions[Folder], &QAction::triggered, this, &ShelfPage::chooseFolder);
    connect(m_actions[NoFolder], &QAction::triggered, this, [this] { loadFolder({}); });
    connect(m_actions[Check], &QAction::triggered, this, &ShelfPage::checkFolder);
    connect(m_actions[Export], &QAction::triggered, this, &ShelfPage::chooseExport);
    setRowMenu({m_actions[Open]});
}

void ShelfPage::refreshActions()
{
    const bool hasFolder = !m_shelf->folder().isEmpty();
    m_actions[Open]->setEnabled(!currentKey().isEmpty());
    m_actions[NoFolder]->setEnabled(hasFolder);
    m_actions[Check]->setEnabled(hasFolder);
}

QString ShelfPage::countText(int all) const
{
    int done = 0;
    for (const LessonRow &row : m_model->rows())
        done += row.state() == LessonRow::State::Done ? 1 : 0;
    return tr("%1 of %n done", nullptr, all).arg(done);
}

void ShelfPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("A folder with lessons"), m_shelf->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ShelfPage::loadFolder);
    dialog->open();
}

void ShelfPage::loadFolder(const QString &folder)
{
    m_shelf->setFolder(folder);
    if (folder.isEmpty())
        notice()->dismiss();
    else if (m_shelf->mistakes().isEmpty())
        notice()->show(Notice::Kind::Info,
                       tr("%n lesson(s) are loaded from %1.", nullptr, m_shelf->folderFiles()).arg(folder));
    else
        notice()->show(
            Notice::Kind::Warning,
            tr("%n mistake(s) in the lessons of %1.", nullptr, int(m_shelf->mistakes().size())).arg(folder),
            tr("Show them"), [this] { checkFolder(); });
}

void ShelfPage::checkFolder()
{
    auto *dialog = new MistakesDialog(m_shelf, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ShelfPage::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export progress"), QDir::home().filePath(tr("lessons.csv")),
                                   tr("Tables (*.csv);;JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ShelfPage::exportTo);
    dialog->open();
}

void ShelfPage::exportTo(const QString &path)
{
    const bool json = path.endsWith(u".json", Qt::CaseInsensitive);
    const QByteArray bytes = json ? models::LessonProgress::toJson(m_shelf->lessons())
                                  : models::LessonProgress::toCsv(m_shelf->lessons());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        notice()->show(Notice::Kind::Info, tr("The progress is saved as %1.").arg(path));
    else
        notice()->show(Notice::Kind::Error, tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace quayside::ui

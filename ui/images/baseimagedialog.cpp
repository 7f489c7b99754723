#include "ui/images/baseimagedialog.h"

#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

namespace quayside::ui
{

namespace
{

struct Recipe {
    const char *title, *packages, *name;
};
constexpr std::array<Recipe, 4> recipes = {{
    {QT_TRANSLATE_NOOP("quayside::ui::BaseImageDialog", "Nothing but the base"), "", "debian"},
    {QT_TRANSLATE_NOOP("quayside::ui::BaseImageDialog", "Python"), "python3", "python"},
    {QT_TRANSLATE_NOOP("quayside::ui::BaseImageDialog", "Python with Flask"), "python3 python3-flask",
     "flask"},
    {QT_TRANSLATE_NOOP("quayside::ui::BaseImageDialog", "Nginx"), "nginx-light", "nginx"},
}};

} // namespace

BaseImageDialog::BaseImageDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_suite(new QComboBox(this)), m_recipe(new QComboBox(this)),
      m_packages(new QLineEdit(this)), m_name(new QLineEdit(this)), m_log(new QPlainTextEdit(this)),
      m_progress(new QProgressBar(this)), m_now(new ElidedLabel(this)), m_notice(new Notice(this))
{
    setWindowTitle(tr("New base image"));
    resize(620, 520);
    makeForm();
    makeButtons();
    refresh();
}

void BaseImageDialog::makeForm()
{
    auto *hint = new QLabel(
        tr("Makes an image from packages of the distribution, on this machine, with mmdebstrap. No "
           "registry is needed."),
        this);
    hint->setWordWrap(true);
    m_suite->setObjectName(QStringLiteral("suite"));
    m_suite->setEditable(true);
    m_suite->addItems({QStringLiteral("trixie"), QStringLiteral("bookworm"), QStringLiteral("sid")});
    m_suite->setToolTip(tr("The release of Debian"));
    for (const Recipe &recipe : recipes)
        m_recipe->addItem(tr(recipe.title));
    m_recipe->setObjectName(QStringLiteral("recipe"));
    m_packages->setObjectName(QStringLiteral("packages"));
    m_packages->setPlaceholderText(tr("names of packages, with blanks between"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setText(QStringLiteral("debian:trixie"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Suite"), m_suite);
    form->addRow(tr("&For"), m_recipe);
    form->addRow(tr("&Packages"), m_packages);
    form->addRow(tr("&Name"), m_name);
    m_log->setReadOnly(true);
    m_log->setFont(fixedFont());
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setMaximumBlockCount(models::Operation::maxLogLines);
    m_log->setPlaceholderText(tr("What mmdebstrap does appears here."));
    m_log->setAccessibleName(tr("Log"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_notice);
    layout->addWidget(m_log, 1);
    layout->addWidget(m_now);
    layout->addWidget(m_progress);
    auto proposeName = [this] {
        const Recipe &recipe = recipes[std::size_t(std::max(0, m_recipe->currentIndex()))];
        m_packages->setText(QLatin1String(recipe.packages));
        if (!m_nameTouched)
            m_name->setText(QLatin1String(recipe.name) + u':' + m_suite->currentText());
    };
    connect(m_recipe, &QComboBox::currentIndexChanged, this, proposeName);
    connect(m_suite, &QComboBox::currentTextChanged, this, [this] {
        if (!m_nameTouched)
            m_name->setText(m_name->text().section(u':', 0, 0) + u':' + m_suite->currentText());
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTouched = true; });
    connect(m_name, &QLineEdit::textChanged, this, &BaseImageDialog::refresh);
    connect(m_suite, &QComboBox::editTextChanged, this, &BaseImageDialog::refresh);
}

void BaseImageDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    m_close->setToolTip(tr("Close this window; the work goes on behind the counter in the tool bar"));
    m_make = buttons->addButton(tr("&Make"), QDialogButtonBox::ActionRole);
    m_make->setObjectName(QStringLiteral("make"));
    m_make->setIcon(icon(Symbol::Package));
    m_make->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &BaseImageDialog::startOrCancel);
    layout()->addWidget(buttons);
}

void BaseImageDialog::refresh()
{
    const bool running = m_operation != nullptr && m_operation->isRunning();
    for (QWidget *field : {static_cast<QWidget *>(m_suite), static_cast<QWidget *>(m_recipe),
                           static_cast<QWidget *>(m_packages), static_cast<QWidget *>(m_name)})
        field->setEnabled(!running);
    m_make->setText(running ? tr("&Cancel") : tr("&Make"));
    m_make->setEnabled(running ||
                       (!m_name->text().trimmed().isEmpty() && !m_suite->currentText().trimmed().isEmpty()));
    m_progress->setVisible(running);
}

void BaseImageDialog::startOrCancel()
{
    if (m_operation != nullptr && m_operation->isRunning())
        m_operation->cancel();
    else
        start();
}

void BaseImageDialog::start()
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    m_notice->dismiss();
    m_log->clear();
    m_operation = new models::BaseImageOperation(m_session->client(), m_suite->currentText().trimmed(),
                                                 m_packages->text().split(separators, Qt::SkipEmptyParts),
                                                 m_name->text().trimmed());
    connect(m_operation, &models::Operation::lineLogged, this, &BaseImageDialog::addLine);
    connect(m_operation, &models::Operation::changed, this,
            [this] { m_now->setText(m_operation->detail()); });
    connect(m_operation, &models::Operation::finished, this, &BaseImageDialog::onFinished);
    m_session->operations()->add(m_operation);
    refresh();
}

void BaseImageDialog::addLine(const QString &line)
{
    m_log->appendPlainText(line); // keeps the end in sight unless somebody scrolled up
}

void BaseImageDialog::onFinished()
{
    using State = models::Operation::State;
    refresh();
    m_now->clear();
    if (m_operation->state() == State::Succeeded) {
        m_notice->show(Notice::Kind::Info, tr("%1 is ready.").arg(m_operation->imageName()), tr("Run it…"),
                       [this, name = m_operation->imageName()] {
                           emit imageMade(name);
                           accept();
                       });
    } else if (m_operation->state() == State::Failed) {
        m_notice->show(Notice::Kind::Error, m_operation->detail());
        emit failed(m_operation->detail());
    } else {
        m_notice->show(Notice::Kind::Info, tr("Cancelled; nothing was kept."));
    }
}

} // namespace quayside::ui

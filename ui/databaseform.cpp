#include "databaseform.h"

#include "store/address.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals;

namespace {

enum Kind { File, Server };

const QString Tls = u"sslmode"_s;
const QString Service = u"service"_s;

QString joined(const QMap<QString, QString> &options)
{
    QStringList parts;
    for (const auto &[name, value] : options.asKeyValueRange())
        parts.append(name + u'=' + value);
    return parts.join(u' ');
}

QMap<QString, QString> split(const QString &text)
{
    QMap<QString, QString> options;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts))
        options.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    return options;
}

}

DatabaseForm::DatabaseForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins({});
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = addLine(u"databaseName"_s, tr("Na&me"), tr("movie_db; letters, digits, _ and -"));
    addKind();
    addFile();
    addServer();
    for (auto *line : findChildren<QLineEdit *>()) {
        connect(line, &QLineEdit::textEdited, this, &DatabaseForm::edited);
        connect(line, &QLineEdit::returnPressed, this, &DatabaseForm::submitted);
    }
    showKind();
}

QLineEdit *DatabaseForm::addLine(const QString &name, const QString &label, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(QString(label).remove(u'&'));
    line->setPlaceholderText(hint);
    m_form->addRow(label, line);
    return line;
}

void DatabaseForm::addKind()
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"databaseKind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItems({tr("File on this computer (SQLite)"), tr("PostgreSQL server")});
    m_form->addRow(tr("&Kind"), m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DatabaseForm::showKind);
    connect(m_kind, &QComboBox::activated, this, &DatabaseForm::edited);
}

void DatabaseForm::addFile()
{
    m_file = addLine(u"databaseFile"_s, tr("&File"), tr("/home/me/movies.sqlite; made if it is not there"));
    m_fileRows = {m_file};
}

void DatabaseForm::addServer()
{
    m_host = addLine(u"databaseHost"_s, tr("&Host"), tr("db.example; empty for this computer"));
    m_port = addLine(u"databasePort"_s, tr("P&ort"), u"5432"_s);
    m_port->setValidator(new QIntValidator(1, 65'535, m_port));
    m_database = addLine(u"databaseOnServer"_s, tr("&Database"), u"movie_db"_s);
    m_user = addLine(u"databaseUser"_s, tr("&User"), tr("your name here, if empty"));
    addPassword();
    addTls();
    m_service = addLine(u"databaseService"_s, tr("Ser&vice"), tr("a name of pg_service.conf, instead of the above"));
    m_options = addLine(u"databaseOptions"_s, tr("O&ther options"),
                        u"sslrootcert=/home/me/ca.crt target_session_attrs=any"_s);
    m_serverRows = {m_host, m_port, m_database, m_user, m_password, m_keep, m_tls, m_service, m_options};
}

void DatabaseForm::addPassword()
{
    m_password = addLine(u"databasePassword"_s, tr("Pass&word"), tr("if it does not come from ~/.pgpass"));
    m_password->setEchoMode(QLineEdit::Password);
    m_keep = new QCheckBox(tr("Kee&p it in the keychain"), this);
    m_keep->setToolTip(tr("Of the desktop, and nowhere else. Without it the password is asked for each time."));
    m_keep->setObjectName(u"keepPassword"_s);
    m_form->addRow(QString(), m_keep);
}

void DatabaseForm::addTls()
{
    m_tls = new QComboBox(this);
    m_tls->setObjectName(u"databaseTls"_s);
    m_tls->setAccessibleName(tr("TLS"));
    m_tls->addItem(tr("As the server likes"), QString());
    m_tls->addItem(tr("Always"), u"require"_s);
    m_tls->addItem(tr("Always, from whom the certificate says"), u"verify-full"_s);
    m_tls->addItem(tr("Always, with a certificate that is trusted"), u"verify-ca"_s);
    m_tls->addItem(tr("Never"), u"disable"_s);
    m_form->addRow(tr("T&LS"), m_tls);
    connect(m_tls, &QComboBox::activated, this, &DatabaseForm::edited);
}

void DatabaseForm::showKind()
{
    for (QWidget *row : std::as_const(m_fileRows))
        m_form->setRowVisible(row, m_kind->currentIndex() == File);
    for (QWidget *row : std::as_const(m_serverRows))
        m_form->setRowVisible(row, m_kind->currentIndex() == Server);
    emit kindShown(m_kind->currentIndex() == File);
}

void DatabaseForm::fill(const KnownDatabase &database)
{
    const auto parsed = address::parse(database.address);
    const Address address = parsed.value_or(Address{});
    auto options = address.options;
    m_name->setText(database.name);
    m_kind->setCurrentIndex(address.engine == Connection::Engine::SQLite ? File : Server);
    m_file->setText(address.path);
    m_host->setText(address.host);
    m_port->setText(address.port > 0 ? QString::number(address.port) : QString());
    m_database->setText(address.database);
    m_user->setText(address.user);
    m_password->clear();
    const QString mode = options.take(Tls);
    if (m_tls->findData(mode) < 0)
        m_tls->addItem(mode, mode);
    m_tls->setCurrentIndex(m_tls->findData(mode));
    m_service->setText(options.take(Service));
    if (address.readOnly)
        options.insert(u"mode"_s, u"ro"_s);
    m_options->setText(joined(options));
    showKind();
}

QString DatabaseForm::serverAddress() const
{
    auto options = split(m_options->text());
    Address address{.engine = Connection::Engine::PostgreSQL,
                    .readOnly = options.take(u"mode"_s) == "ro"_L1,
                    .host = m_host->text().trimmed(),
                    .port = m_port->text().isEmpty() ? -1 : m_port->text().toInt(),
                    .user = m_user->text().trimmed(),
                    .database = m_database->text().trimmed(),
                    .options = options};
    if (!m_tls->currentData().toString().isEmpty())
        address.options.insert(Tls, m_tls->currentData().toString());
    if (!m_service->text().trimmed().isEmpty())
        address.options.insert(Service, m_service->text().trimmed());
    return address::text(address);
}

KnownDatabase DatabaseForm::database() const
{
    return {.name = m_name->text().trimmed(),
            .address = m_kind->currentIndex() == File ? m_file->text().trimmed() : serverAddress()};
}

QString DatabaseForm::password() const
{
    return m_kind->currentIndex() == Server ? m_password->text() : QString();
}

bool DatabaseForm::keepsPassword() const
{
    return m_keep->isChecked() && !password().isEmpty();
}

void DatabaseForm::setKeepsPassword(bool keeps)
{
    m_keep->setChecked(keeps);
}

void DatabaseForm::askPassword()
{
    m_password->setFocus();
    m_password->selectAll();
}

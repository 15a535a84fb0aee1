#include "databasespage.h"

#include "databaseform.h"
#include "databasewording.h"
#include "inlinemessage.h"
#include "jobs/door.h"
#include "jobs/keychain.h"
#include "jobs/places.h"
#include "settings.h"

#include <QAction>
#include <QFileDialog>
#include <QListView>

using namespace Qt::Literals;
using server::Answer;
using server::Problem;

DatabasesPage::DatabasesPage(const QString &open, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_open(open)
    , m_settings(settings)
    , m_model(new DatabasesModel(this))
    , m_form(new DatabaseForm(this))
    , m_message(new InlineMessage(u"databaseMessage"_s, this))
{
    setObjectName(u"databasesPage"_s);
    makeActions();
    arrange();
    watch();
    refresh();
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_open)));
}

QList<KnownDatabase> DatabasesPage::known(const QString &open, const Settings &settings)
{
    QList<KnownDatabase> known{{.address = places::database(), .title = tr("Your own")}};
    const auto named = settings.databases();
    for (const auto &[name, address] : named.asKeyValueRange())
        known.append({.name = name, .address = address, .title = name});
    if (std::ranges::find(known, open, &KnownDatabase::address) == known.end())
        known.append({.address = open, .title = databasewording::name(open)});
    return known;
}

void DatabasesPage::refresh()
{
    const QString before = m_list->currentIndex().data(DatabasesModel::AddressRole).toString();
    m_model->set(known(m_open, m_settings), m_open);
    if (!m_list->currentIndex().isValid() && m_model->rowOf(before) >= 0) {
        const QSignalBlocker quiet(m_list->selectionModel()); // the fields stay as a person has left them
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(before)));
    }
    m_forget->setEnabled(!m_list->currentIndex().data(DatabasesModel::NameRole).toString().isEmpty());
}

void DatabasesPage::explain(const Error &why)
{
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_open)));
    m_message->tellError(why);
    if (databasewording::isServer(m_open))
        ask(Then::Tell); // says what can be done
}

void DatabasesPage::showChosen()
{
    const QModelIndex chosen = m_list->currentIndex();
    m_forget->setEnabled(!chosen.data(DatabasesModel::NameRole).toString().isEmpty());
    if (!chosen.isValid())
        return;
    m_form->fill(m_model->at(chosen.row()));
    m_form->setKeepsPassword(m_settings.keepsPassword(m_model->at(chosen.row()).address));
    m_message->hide();
    setBusy(false);
}

/// Empty fields, for a database that is not known yet.
void DatabasesPage::begin()
{
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    m_form->fill({.address = u"postgresql:///movie_db"_s});
    m_form->setFocus();
    m_message->hide();
    setBusy(false);
}

void DatabasesPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a database"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({tr("Databases (*.sqlite *.db)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_form->fill({.name = m_form->database().name, .address = file}); });
    dialog->open();
}

void DatabasesPage::save()
{
    const KnownDatabase database = m_form->database();
    const auto kept = m_settings.keepDatabase(database.name, database.address);
    if (!kept)
        return m_message->tellError(kept.error());
    refresh();
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(database.address)));
    m_message->tell(InlineMessage::Kind::Positive,
                    tr("%1 is kept. On the command line it is --db %1.").arg(database.name));
    emit changed();
}

void DatabasesPage::forget()
{
    const QString name = m_list->currentIndex().data(DatabasesModel::NameRole).toString();
    const QString address = m_list->currentIndex().data(DatabasesModel::AddressRole).toString();
    if (const auto forgotten = m_settings.forgetDatabase(name); !forgotten)
        return m_message->tellError(forgotten.error());
    if (m_settings.keepsPassword(address))
        QCoro::connect(keychain::remove(address), this, [](const Result<> &) { });
    m_settings.setKeepsPassword(address, false);
    refresh(); // the fields stay: Keep brings it back
    m_message->tell(InlineMessage::Kind::Information,
                    tr("%1 is forgotten; the database itself is as it was. Keep brings the name back.").arg(name),
                    m_save);
    emit changed();
}

QString DatabasesPage::way() const
{
    return address::withPassword(m_form->database().address, m_form->password());
}

void DatabasesPage::setBusy(bool busy)
{
    ++m_generation;
    for (QAction *action : {m_test, m_enter, m_make})
        action->setEnabled(!busy);
}

void DatabasesPage::ask(Then then)
{
    setBusy(true);
    m_message->tell(InlineMessage::Kind::Information, tr("Asking…"));
    const bool isKept = m_settings.keepsPassword(m_form->database().address);
    QCoro::connect(isKept ? door::knockWithKeychain(way()) : door::knock(way()), this,
                   [this, then, mine = m_generation](const Answer &answer) {
                       if (mine != m_generation)
                           return;
                       setBusy(false);
                       take(answer, then);
                   });
}

void DatabasesPage::take(const Answer &answer, Then then)
{
    if (answer.problem != Problem::None || then == Then::Tell)
        return tell(answer);
    if (const auto kept = keepNewName(); !kept)
        return m_message->tellError(kept.error());
    if (!m_form->keepsPassword())
        return emit databaseWanted(way()); // what the keychain holds is fetched where it is needed
    keepPassword(); // only what has opened the door is worth keeping
}

/// What a person has called the database that is opened now; a name that is kept is changed by Keep alone.
Result<> DatabasesPage::keepNewName()
{
    const KnownDatabase database = m_form->database();
    if (database.name.isEmpty() || m_settings.databases().contains(database.name))
        return {};
    return m_settings.keepDatabase(database.name, database.address).transform([this] { emit changed(); });
}

void DatabasesPage::keepPassword()
{
    const QString address = m_form->database().address;
    QCoro::connect(keychain::write(address, m_form->password()), this, [this, address](const Result<> &kept) {
        if (kept) {
            m_settings.setKeepsPassword(address, true);
            return emit databaseWanted(way());
        }
        m_form->setKeepsPassword(false);
        m_message->tell(InlineMessage::Kind::Warning, tr("%1 Open again to go on without.").arg(kept.error().message),
                        m_enter);
    });
}

void DatabasesPage::tell(const Answer &answer)
{
    if (answer.problem == Problem::None) {
        const auto kind
            = databasewording::isRestricted(answer) ? InlineMessage::Kind::Warning : InlineMessage::Kind::Positive;
        return m_message->tell(
            kind, databasewording::welcome(answer, databasewording::isServer(m_form->database().address)), m_enter);
    }
    if (answer.problem == Problem::NoDatabase) {
        m_make->setText(tr("&Create it"));
        return m_message->tell(InlineMessage::Kind::Warning, answer.error.message, m_make);
    }
    m_message->tellError(answer.error, m_test);
    if (answer.problem == Problem::NeedsPassword || answer.problem == Problem::WrongPassword)
        m_form->askPassword();
}

void DatabasesPage::make()
{
    setBusy(true);
    QCoro::connect(door::build(way()), this, [this, mine = m_generation](const Result<> &made) {
        if (mine != m_generation)
            return;
        setBusy(false);
        if (!made)
            return m_message->tellError(made.error());
        ask(Then::Open);
    });
}

#include "providerpicker.h"

#include "action.h"
#include "countries.h"
#include "gallery/justwatch.h"
#include "inlinemessage.h"
#include "providercards.h"
#include "providermodel.h"
#include "settings.h"
#include "store/database.h"
#include "store/library.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// How many titles of each provider of a country are here, by the provider's short name.
Result<QHash<QString, int>> knownTitles(Connection &connection, const QString &country)
{
    const auto galleries = library::galleries(connection);
    if (!galleries)
        return std::unexpected(galleries.error());
    QHash<QString, int> known;
    for (const Gallery &gallery : *galleries) {
        if (gallery.country != country || !gallery.filter.isEmpty())
            continue;
        const auto tally = library::tally(connection, gallery.id);
        if (!tally)
            return std::unexpected(tally.error());
        known.insert(gallery.provider, tally->listed);
    }
    return known;
}

}

ProviderPicker::ProviderPicker(Services services, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_settings(settings)
    , m_model(new ProviderModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_countries(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_bar(makeBar())
    , m_cards(new ProviderCards(this))
    , m_message(new InlineMessage(u"providersMessage"_s, this))
    , m_search(makeAction(this, u"searchProvider"_s, tr("&Find provider"), u"edit-find"_s, QKeySequence::Find))
    , m_again(
          makeAction(this, u"loadProviders"_s, tr("&Load the providers"), u"view-refresh"_s, {Qt::CTRL | Qt::Key_J}))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_cards->setModel(m_filtered);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addWidget(m_cards, 1);
    addActions({m_search, m_again});
    setFocusProxy(m_words);
    m_settled.setSingleShot(true);
    m_settled.setInterval(300ms);
    watch();
}

ProviderPicker::~ProviderPicker()
{
    m_stop.request_stop();
}

void ProviderPicker::load()
{
    m_stop.request_stop();
    m_stop = {};
    m_loaded = true;
    m_isLoading = true;
    m_message->hide();
    m_model->setProviders({});
    m_cards->setPlaceholder(tr("Asking JustWatch for the providers of %1 …").arg(countries::name(country())));
    QCoro::connect(justwatch::fetchProviders(m_services.http, m_services.origins, country(), m_stop.get_token()), this,
                   [this, stop = m_stop.get_token()](const Result<QList<Provider>> &providers) {
                       if (!stop.stop_requested())
                           showProviders(providers);
                   });
}

void ProviderPicker::rest()
{
    m_cards->setPlaceholder(tr("No providers are loaded."));
    m_message->tell(InlineMessage::Kind::Information, tr("This is the sample: nothing is asked of the web."), m_again);
}

void ProviderPicker::countKnown()
{
    const auto ask = [country = country()](Connection &connection) { return knownTitles(connection, country); };
    QCoro::connect(m_services.database.read(ask), this, [this](const Result<QHash<QString, int>> &known) {
        if (!known)
            return emit failed(known.error());
        m_model->setKnown(*known);
    });
}

void ProviderPicker::clearPick()
{
    m_isElsewhere = true;
    m_cards->clearSelection();
    m_settled.stop();
}

void ProviderPicker::chooseCountry()
{
    m_settings.setCountry(country());
    m_isElsewhere = false;
    load();
}

void ProviderPicker::showProviders(const Result<QList<Provider>> &providers)
{
    m_isLoading = false;
    if (!providers) {
        m_cards->setPlaceholder(tr("No provider is known. An item list or a saved page can be opened all the same."));
        return m_message->tellError(providers.error(), m_again);
    }
    m_cards->setPlaceholder(tr("No provider is called like that."));
    m_model->setProviders(*providers);
    countKnown();
    selectLast();
}

void ProviderPicker::selectLast()
{
    const int row = m_model->rowOf(m_settings.provider());
    if (row < 0 || m_isElsewhere)
        return;
    const QModelIndex index = m_filtered->mapFromSource(m_model->index(row));
    m_cards->setCurrentIndex(index);
    m_cards->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ProviderPicker::pick()
{
    const QModelIndexList selected = m_cards->selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return;
    const Provider &provider = m_model->providerAt(m_filtered->mapToSource(selected.first()).row());
    m_isElsewhere = false;
    m_settings.setProvider(provider.technicalName);
    emit picked(country(), provider);
}

QString ProviderPicker::country() const
{
    return m_countries->currentData().toString();
}

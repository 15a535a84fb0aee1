#include "countries.h"
#include "net/httpclient.h"
#include "providercards.h"
#include "providermodel.h"
#include "providerpicker.h"
#include "settings.h"
#include "wording.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>

using namespace Qt::Literals;

namespace {

void fill(QComboBox *box)
{
    QList<std::pair<QString, QString>> entries;
    for (const QString &code : countries::codes())
        entries.append({countries::name(code), code});
    std::ranges::sort(entries, [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto &[name, code] : entries)
        box->addItem(name, code);
}

QLabel *labelFor(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

}

QWidget *ProviderPicker::makeBar()
{
    auto *bar = new QWidget(this);
    m_countries->setParent(bar);
    m_words->setParent(bar);
    m_countries->setObjectName(u"country"_s);
    m_countries->setAccessibleName(tr("Country"));
    m_countries->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_countries->setMinimumContentsLength(12);
    fill(m_countries);
    m_countries->setCurrentIndex(m_countries->findData(m_settings.country()));
    m_words->setObjectName(u"providerWords"_s);
    m_words->setAccessibleName(tr("Part of a provider's name"));
    m_words->setPlaceholderText(tr("Type a part of its name"));
    m_words->setClearButtonEnabled(true);

    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->addWidget(labelFor(tr("Co&untry"), m_countries));
    layout->addWidget(m_countries, 2);
    layout->addWidget(labelFor(tr("P&rovider"), m_words));
    layout->addWidget(m_words, 3);
    return bar;
}

void ProviderPicker::watch()
{
    connect(m_countries, &QComboBox::activated, this, &ProviderPicker::chooseCountry);
    connect(m_words, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        m_cards->setFocus();
        m_cards->setCurrentIndex(m_filtered->index(0, 0));
    });
    connect(m_search, &QAction::triggered, m_words, [this] {
        m_words->setFocus();
        m_words->selectAll();
    });
    connect(m_again, &QAction::triggered, this, &ProviderPicker::load);
    connect(&m_services.http, &HttpClient::waiting, this, [this](const QString &why, const QDateTime &at) {
        if (m_isLoading)
            m_cards->setPlaceholder(wording::again(why, at));
    });
    connect(m_cards->selectionModel(), &QItemSelectionModel::selectionChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_settled, &QTimer::timeout, this, &ProviderPicker::pick);
}

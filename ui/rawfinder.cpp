#include "rawfinder.h"

#include "store/database.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::Literals;
using namespace std::chrono_literals;
using rawanswers::Entry;
using rawanswers::Kind;

namespace {

constexpr int MostListed = 200;

}

RawFinder::RawFinder(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_kind(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_titles(new QStringListModel(this))
{
    setObjectName(u"rawFinder"_s);
    makeKinds();
    m_words->setObjectName(u"rawWords"_s);
    m_words->setAccessibleName(tr("Words of the title"));
    m_words->setPlaceholderText(tr("Find a title"));
    m_words->setClearButtonEnabled(true);
    m_list->setObjectName(u"rawList"_s);
    m_list->setAccessibleName(tr("Answers"));
    m_list->setModel(m_titles);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_kind);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RawFinder::look);
    connect(&m_soon, &QTimer::timeout, this, &RawFinder::look);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
}

void RawFinder::makeKinds()
{
    m_kind->setObjectName(u"rawKind"_s);
    m_kind->setAccessibleName(tr("Whose answers"));
    m_kind->addItem(tr("The gallery's answers"), int(Kind::Node));
    m_kind->addItem(tr("Wikidata's items"), int(Kind::Entity));
    m_kind->addItem(tr("Wikipedia's articles"), int(Kind::Article));
    m_kind->addItem(tr("Other answers"), int(Kind::Response));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void RawFinder::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

void RawFinder::look()
{
    const auto ask = [kind = Kind(m_kind->currentData().toInt()), words = m_words->text()](Connection &connection) {
        return rawanswers::find(connection, kind, words, MostListed);
    };
    QCoro::connect(m_database.read(ask), this,
                   [this, generation = ++m_generation](const Result<QList<Entry>> &entries) {
                       if (generation != m_generation)
                           return;
                       if (!entries)
                           return emit failed(entries.error());
                       m_entries = *entries;
                       QStringList titles;
                       for (const Entry &entry : m_entries)
                           titles.append(entry.title);
                       m_titles->setStringList(titles);
                   });
}

void RawFinder::open(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    const Entry entry = m_entries[row];
    const auto ask = [entry](Connection &connection) { return rawanswers::body(connection, entry); };
    QCoro::connect(m_database.read(ask), this, [this, entry](const Result<QByteArray> &body) {
        if (!body)
            return emit failed(body.error());
        emit found(entry.title, *body);
    });
}

#include "acceptabove.h"

#include "action.h"
#include "match/weights.h"
#include "store/database.h"
#include "wording.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

double chanceIfLeft(double score)
{
    return Weights::bundled().chanceIfLeft(score);
}

}

AcceptAbove::AcceptAbove(Database &database, QString who, QWidget *parent)
    : QFrame(parent)
    , m_database(database)
    , m_who(std::move(who))
    , m_least(new QDoubleSpinBox(this))
    , m_forecast(new QLabel(this))
    , m_accept(makeAction(this, u"acceptAll"_s, tr("Accept them (Ctrl+Shift+A)"), u"dialog-ok-apply"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_A}))
{
    setObjectName(u"acceptAbovePanel"_s);
    setAccessibleName(tr("Accept all above a score"));
    setFrameShape(StyledPanel);
    m_least->setObjectName(u"leastScore"_s);
    m_least->setAccessibleName(tr("Least score, in percent"));
    m_least->findChild<QLineEdit *>()->setAccessibleName(m_least->accessibleName());
    m_least->setRange(50, 99.9);
    m_least->setDecimals(1);
    m_least->setSuffix(tr("%"));
    m_least->setValue(95);
    m_forecast->setObjectName(u"acceptForecast"_s);
    m_forecast->setWordWrap(true);
    m_forecast->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // the page need not be higher for it
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    auto *close = makeAction(this, u"cancelAcceptAbove"_s, tr("Cancel (Esc)"), u"dialog-close"_s, {Qt::Key_Escape});
    auto *question = new QLabel(tr("Accept the &best candidates of these titles from"), this);
    question->setBuddy(m_least);
    auto *top = new QHBoxLayout;
    top->addWidget(question);
    top->addWidget(m_least);
    top->addStretch(1);
    top->addWidget(makeButton(m_accept, this));
    top->addWidget(makeButton(close, this));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_forecast);
    for (QAction *action : {m_accept, close}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_least, &QDoubleSpinBox::valueChanged, this, [this] {
        m_accept->setEnabled(false);
        m_soon.start();
    });
    connect(&m_soon, &QTimer::timeout, this, &AcceptAbove::forecast);
    connect(m_accept, &QAction::triggered, this, &AcceptAbove::accept);
    connect(close, &QAction::triggered, this, &AcceptAbove::cancel);
    hide();
}

void AcceptAbove::ask(const reviewing::Filter &filter)
{
    m_filter = filter;
    QWidget::show();
    m_least->setFocus(Qt::ShortcutFocusReason);
    m_least->selectAll();
    forecast();
}

void AcceptAbove::cancel()
{
    ++m_generation;
    hide();
    emit closed();
}

void AcceptAbove::forecast()
{
    m_accept->setEnabled(false);
    const auto read = [filter = m_filter, least = m_least->value() / 100](Connection &connection) {
        return batches::forecast(connection, filter, least, &chanceIfLeft);
    };
    QCoro::connect(m_database.run(read), this,
                   [this, generation = ++m_generation](const Result<batches::Forecast> &expected) {
                       if (generation != m_generation)
                           return;
                       if (!expected)
                           return emit failed(expected.error());
                       show(*expected);
                   });
}

void AcceptAbove::show(const batches::Forecast &forecast)
{
    m_accept->setEnabled(forecast.titles > 0);
    if (forecast.titles == 0)
        return m_forecast->setText(tr("No title that waits for you has such a score."));
    const double most = forecast.wrong + 2 * std::sqrt(forecast.wrong); // nearly always fewer
    const QString wrong = QLocale().toString(forecast.wrong, 'f', forecast.wrong < 10 ? 1 : 0);
    const QString titles = forecast.titles == 1 ? tr("1 title") : tr("%n titles", nullptr, forecast.titles);
    m_forecast->setText(
        tr("%1 would be accepted. As far as such titles were measured, about %2 of them would be wrong, "
           "hardly more than %3. Undo (U) takes them back as one.")
            .arg(titles, wrong, wording::number(std::llround(std::ceil(most)))));
}

void AcceptAbove::accept()
{
    m_accept->setEnabled(false);
    const auto write = [filter = m_filter, least = m_least->value() / 100, who = m_who](Connection &connection) {
        return batches::acceptAbove(connection, filter, least, &chanceIfLeft, who);
    };
    QCoro::connect(m_database.run(write), this, [this](const Result<batches::Batch> &batch) {
        if (!batch)
            return emit failed(batch.error());
        cancel();
        emit accepted(batch->titles);
    });
}

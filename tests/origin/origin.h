#pragma once

#include "counters.h"
#include "justwatchface.h"
#include "misbehaviour.h"
#include "world.h"

#include <QFile>
#include <QTcpServer>
#include <QUrl>

#include <memory>

namespace origin {

/// What an answer becomes on its way out.
struct Outgoing
{
    HttpReply reply;
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds delay{0};
    bool counted = false; ///< Counters::end() is to be called when it has gone out
};

}

/// A local JustWatch, Wikipedia, Wikidata and query service on one port; paths begin with the host's name:
/// /justwatch, /www, /wikipedia, /wikidata, /wdqs. /origin/counts, /origin/reset and /origin/misbehave steer it.
class Origin : public QTcpServer
{
    Q_OBJECT

public:
    explicit Origin(std::shared_ptr<const origin::World> world, QObject *parent = nullptr);

    bool start(quint16 port = 0); ///< on this machine only; 0 for any free port
    QUrl url(const QString &host) const; ///< "http://127.0.0.1:4711/wikipedia"
    QStringList settings() const; ///< "wikipedia=http://…" for all, as `--origin` takes them

    void misbehave(const origin::Rule &rule) { m_rules.append(rule); }
    void behave() { m_rules.clear(); }
    void checkPace(std::chrono::milliseconds pace) { m_counters.checkPace(pace); }
    QJsonObject counts() const { return m_counters.toJson(); }
    void reset(); ///< counts and rules
    bool logTo(const QString &path); ///< a line for each request
    const origin::World &world() const { return *m_world; }

    origin::Outgoing answer(const origin::HttpRequest &request);
    void sent() { m_counters.end(); }

signals:
    void asked(const origin::HttpRequest &request);

protected:
    void incomingConnection(qintptr handle) override;

private:
    origin::HttpReply steer(const origin::HttpRequest &request);
    origin::HttpReply face(const origin::HttpRequest &request);
    std::optional<origin::Rule> ruleFor(const origin::HttpRequest &request);
    void log(const origin::HttpRequest &request, const origin::HttpReply &reply);

    std::shared_ptr<const origin::World> m_world;
    origin::JustWatchFace m_justwatch;
    origin::Counters m_counters;
    QList<origin::Rule> m_rules;
    QFile m_log;
};

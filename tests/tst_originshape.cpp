#include "origin.h"
#include "shape.h"
#include "visitor.h"
#include "worlds.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals;

/// What the origin answers has the form of what the real sites answered. Two of its faces are held against nothing,
/// since there is no recording: the tables of the query service, and the gallery's page as HTML.
class TestOriginShape : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFile::exists(s_data))
            QSKIP("the recordings are not here");
        const auto world = std::make_shared<origin::World>();
        origin::worlds::addMade(*world, 200, 3);
        m_origin = std::make_unique<Origin>(world);
        QVERIFY(m_origin->start());
    }

    /// The query is made of the recording: what was recorded is what is asked for.
    void galleries_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("page") << u"popularTitles_KR_disneyplus_page2.response.json"_s;
        QTest::newRow("search") << u"MovieSearch_2026.response.json"_s;
        QTest::newRow("empty") << u"Empty_2026.response.json"_s;
        QTest::newRow("shows") << u"ShowSearch_2026.response.json"_s;
    }

    void galleries()
    {
        QFETCH(QString, file);
        const QJsonObject recorded = read(u"justwatch/recorded/"_s + file).object();
        const QJsonValue titles = recorded["data"_L1]["popularTitles"_L1];
        const auto ours = graphql(u"{ popularTitles(country: US, first: 40, filter: {packages: [\"mde\"]}) "_s
                                  + selection({withoutShows(titles.toObject())}) + u'}');
        QCOMPARE(shape::misfit(ours["data"_L1]["popularTitles"_L1], {titles}, shape::Keys::Some), QString());
        QVERIFY(!ours.contains("errors"_L1));
    }

    void contentOfTitles()
    {
        const QJsonObject recorded
            = read(u"justwatch/recorded/newTitles_US_plex_2025-10-08_excerpt.response.json"_s).object();
        QList<QJsonValue> nodes;
        for (const QJsonValue &edge : recorded["data"_L1]["newTitles"_L1]["edges"_L1].toArray())
            nodes.append(edge["node"_L1]);
        const auto ours
            = graphql(u"{ popularTitles(country: US, first: 100) { edges { node "_s + selection(nodes) + u"} } }"_s);
        const QJsonArray edges = ours["data"_L1]["popularTitles"_L1]["edges"_L1].toArray();
        QCOMPARE(edges.size(), 100);
        for (const QJsonValue &edge : edges)
            QCOMPARE(shape::misfit(edge["node"_L1], nodes), QString());
    }

    void providersBearTheirRealCodes()
    {
        QHash<QString, QJsonValue> real;
        for (const QJsonValue &package : read(u"justwatch/recorded/packages_US_2026-04.json"_s).array())
            real.insert(package["short_name"_L1].toString(), package);
        int known = 0;
        for (const auto &provider : m_origin->world().providers) {
            const auto package = real.constFind(QString::fromUtf8(provider.shortName));
            if (package == real.cend())
                continue;
            ++known;
            QCOMPARE((*package)["package_id"_L1].toInt(), provider.packageId);
            QCOMPARE((*package)["technical_name"_L1].toString().toUtf8(), provider.technicalName);
            QCOMPARE((*package)["name"_L1].toString().toUtf8(), provider.clearName);
        }
        QCOMPARE_GE(known, 10);
    }

    void restSearch_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        QTest::newRow("page") << u"search_page.json"_s << u"search/page"_s;
        QTest::newRow("title") << u"search_title.json"_s << u"search/title"_s;
    }

    void restSearch()
    {
        QFETCH(QString, file);
        QFETCH(QString, path);
        const auto ours
            = m_visitor.get(m_origin->url(u"wikipedia/w/rest.php/v1/"_s + path), {{u"q"_s, u"the"_s}}).json();
        QCOMPARE_GT(ours["pages"_L1].toArray().size(), 10);
        QCOMPARE(shape::misfit(ours, {read(u"wikimedia/recorded/core-rest-2025/"_s + file).object()}), QString());
    }

    void restPage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("ending");
        QTest::newRow("source") << u"page_get.json"_s << QString();
        QTest::newRow("bare") << u"page_get_bare.json"_s << u"/bare"_s;
    }

    void restPage()
    {
        QFETCH(QString, file);
        QFETCH(QString, ending);
        const QString key = QString::fromUtf8(m_origin->world().pages[3].title);
        const auto ours = m_visitor.get(m_origin->url(u"wikipedia/w/rest.php/v1/page/"_s + key + ending)).json();
        QCOMPARE(ours["title"_L1].toString(), key);
        QCOMPARE(shape::misfit(ours, {read(u"wikimedia/recorded/core-rest-2025/"_s + file).object()}), QString());
    }

    void generatedBySearch()
    {
        const auto ours = query({{u"generator"_s, u"search"_s},
                                 {u"gsrsearch"_s, u"the film"_s},
                                 {u"gsrlimit"_s, u"20"_s},
                                 {u"prop"_s, u"pageimages"_s},
                                 {u"pilicense"_s, u"any"_s}});
        QCOMPARE(ours["query"_L1]["pages"_L1].toArray().size(), 20);
        QCOMPARE(shape::misfit(ours, {recordedApi("android-full_text_search_results")}), QString());
        QVERIFY(ours.contains("continue"_L1));
    }

    void nothingFound()
    {
        const auto ours = query({{u"generator"_s, u"search"_s}, {u"gsrsearch"_s, u"xyzzy"_s}});
        QCOMPARE(shape::misfit(ours, {recordedApi("android-full_text_search_results_empty")}, shape::Keys::Some),
                 QString());
        QVERIFY(!ours.contains("query"_L1));
    }

    void propsOfPages()
    {
        const QString title = QString::fromUtf8(m_origin->world().pages[3].title);
        const auto ours = query({{u"titles"_s, title},
                                 {u"redirects"_s, u"1"_s},
                                 {u"inprop"_s, u"url"_s},
                                 {u"exintro"_s, QString()},
                                 {u"prop"_s, u"extracts|info|pageprops"_s},
                                 {u"ppprop"_s, u"disambiguation|wikibase_item"_s}});
        QCOMPARE(shape::misfit(ours, {recordedApi("wptools-query"), recordedApi("wptools-disambiguation")},
                               shape::Keys::Some),
                 QString());
    }

    void entities()
    {
        QList<QJsonValue> recorded;
        for (const QString &name : QDir(s_data + u"wikimedia/entities"_s).entryList({u"Q*.json"_s})) {
            const QJsonObject file = read(u"wikimedia/entities/"_s + name).object();
            file.contains("entities"_L1) ? recorded.append(*file["entities"_L1].toObject().begin())
                                         : recorded.append(file);
        }
        const QJsonValue whole = recordedApi("wptools-wikidata")["entities"_L1]["Q42"_L1];
        for (int i = 0; i < 50; ++i) {
            const auto answer = m_visitor
                                    .get(m_origin->url(u"wikidata/w/api.php"_s),
                                         {{u"action"_s, u"wbgetentities"_s},
                                          {u"format"_s, u"json"_s},
                                          {u"ids"_s, u"Q%1"_s.arg(500'000'000 + i)},
                                          {u"props"_s, u"labels|aliases|descriptions|claims|sitelinks"_s}})
                                    .json();
            const QJsonValue entity = *answer["entities"_L1].toObject().begin();
            if (!entity.toObject().contains("missing"_L1))
                QCOMPARE(shape::misfit(entity, recorded), QString());
        }
        QCOMPARE(shape::misfit(entityWithInfo(), {whole}, shape::Keys::Some), QString());
    }

    void comparesForms()
    {
        const auto value = [](const char *json) { return QJsonValue(QJsonDocument::fromJson(json).object()); };
        QCOMPARE(shape::misfit(value(R"({"a":1,"b":null})"), {value(R"({"a":2,"b":"x"})")}), QString());
        QCOMPARE(shape::misfit(value(R"({"a":"1"})"), {value(R"({"a":2})")}), u"$.a is of type string"_s);
        QCOMPARE(shape::misfit(value(R"({"a":1})"), {value(R"({"a":2,"b":1})")}), u"$ lacks b"_s);
        QCOMPARE(shape::misfit(value(R"({"a":1,"c":1})"), {value(R"({"a":2})")}),
                 u"$ has c, which was never recorded"_s);
        QCOMPARE(shape::misfit(value(R"({"a":[{"x":1}]})"), {value(R"({"a":[{"x":"1"}]})")}),
                 u"$.a[].x is of type number"_s);
    }

private:
    static QJsonDocument read(const QString &name)
    {
        QFile file(s_data + name);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    }

    static QJsonObject recordedApi(const char *name)
    {
        return read(u"wikimedia/recorded/api-responses/%1.json"_s.arg(QLatin1StringView(name))).object();
    }

    /// What shows have and movies have not is not asked for.
    static QJsonObject withoutShows(QJsonObject titles)
    {
        QJsonArray movies;
        for (const QJsonValue &edge : titles["edges"_L1].toArray())
            if (edge["node"_L1]["objectType"_L1] == "MOVIE"_L1 || titles.size() == 1)
                movies.append(edge);
        if (!movies.isEmpty())
            titles["edges"_L1] = movies;
        return titles;
    }

    /// The fields of recorded objects as a selection of GraphQL.
    static QString selection(const QList<QJsonValue> &recorded)
    {
        QMap<QString, QList<QJsonValue>> fields;
        for (const QJsonValue &value : recorded)
            for (const QJsonObject object = value.toObject(); const QString &key : object.keys())
                fields[key].append(object[key]);
        QString text = u"{ "_s;
        for (const auto &[key, values] : fields.asKeyValueRange())
            text += key + arguments(key) + inner(values);
        return text + u"} "_s;
    }

    static QString arguments(const QString &key)
    {
        return key == "content"_L1    ? u"(country: US, language: \"en\")"_s
            : key == "translation"_L1 ? u"(language: \"en\")"_s
                                      : QString();
    }

    static QString inner(const QList<QJsonValue> &values)
    {
        QList<QJsonValue> objects;
        for (const QJsonValue &value : values) {
            if (value.isObject())
                objects.append(value);
            for (const QJsonValue &element : value.toArray())
                if (element.isObject())
                    objects.append(element);
        }
        return objects.isEmpty() ? u" "_s : selection(objects);
    }

    QJsonObject graphql(const QString &query)
    {
        return m_visitor
            .post(m_origin->url(u"justwatch/graphql"_s), QJsonDocument(QJsonObject{{u"query"_s, query}}).toJson())
            .json();
    }

    QJsonObject query(QList<std::pair<QString, QString>> parameters)
    {
        parameters += {{u"action"_s, u"query"_s}, {u"format"_s, u"json"_s}, {u"formatversion"_s, u"2"_s}};
        return m_visitor.get(m_origin->url(u"wikipedia/w/api.php"_s), parameters).json();
    }

    QJsonValue entityWithInfo()
    {
        const auto answer
            = m_visitor.get(m_origin->url(u"wikidata/w/api.php"_s),
                            {{u"action"_s, u"wbgetentities"_s}, {u"format"_s, u"json"_s}, {u"ids"_s, u"Q30"_s}});
        return answer.json()["entities"_L1]["Q30"_L1];
    }

    inline static const QString s_data = QStringLiteral(SOURCE_DIR "/../shared/data/");
    std::unique_ptr<Origin> m_origin;
    Visitor m_visitor;
};

QTEST_GUILESS_MAIN(TestOriginShape)
#include "tst_originshape.moc"

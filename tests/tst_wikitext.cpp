#include "wiki/wikitext.h"

#include <QTest>

#include <ctime>

using namespace Qt::Literals;

namespace {

QStringList texts(const QList<InfoboxLine> &lines)
{
    QStringList all;
    for (const InfoboxLine &line : lines)
        all.append(line.text);
    return all;
}

Article readArticle(const QString &text)
{
    Article article{.title = u"A Film"_s};
    wikitext::read(article, text);
    return article;
}

QStringList field(const QString &parameter, const QString &value)
{
    const QString text = u"{{Infobox film\n| "_s + parameter + u" = "_s + value + u"\n}}"_s;
    const auto infobox = readArticle(text).infobox;
    return infobox.isEmpty() ? QStringList() : texts(infobox.first().lines);
}

}

class TestWikitext : public QObject
{
    Q_OBJECT

private slots:
    void plain_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &source, const QString &shown) {
            QTest::newRow(name) << source << shown;
        };
        row("words", u"Just words."_s, u"Just words."_s);
        row("link", u"[[Heat (1995 film)|Heat]] by [[Michael Mann]]"_s, u"Heat by Michael Mann"_s);
        row("trail", u"two [[film]]s"_s, u"two films"_s);
        row("pipe trick", u"[[Heat (film)|]]"_s, u"Heat"_s);
        row("file", u"a [[File:x.jpg|thumb|of [[Rome]]]]b"_s, u"a b"_s);
        row("category", u"a[[Category:1995 films]]"_s, u"a"_s);
        row("address", u"see [https://example.org its page] now"_s, u"see its page now"_s);
        row("bold and italic", u"'''''Heat''''' is ''not'' '''cold'''"_s, u"Heat is not cold"_s);
        row("apostrophe", u"Ol' Man''s'' Ocean's"_s, u"Ol' Mans Ocean's"_s);
        row("comment", u"a<!-- {{ [[ -->b"_s, u"ab"_s);
        row("reference", u"a<ref name=\"x\">{{cite web|title=b}}</ref> c<ref name=x />."_s, u"a c."_s);
        row("nowiki", u"<nowiki>[[a]]</nowiki>"_s, u"[[a]]"_s);
        row("entities", u"a&nbsp;b &amp; c&#8211;d &eacute; &unknown;"_s, u"a b & c–d é &unknown;"_s);
        row("tags", u"<small>a</small> <span style=\"x\">b</span>"_s, u"a b"_s);
        row("line", u"a<br />b"_s, u"a\nb"_s);
        row("paragraphs", u"a\nb\n\nc"_s, u"a b\n\nc"_s);
        row("list", u"x:\n* a\n* b"_s, u"x:\na\nb"_s);
        row("table", u"a\n{| class=\"wikitable\"\n! b\n|-\n| c\n|}\nd"_s, u"a d"_s);
        row("unknown template", u"a {{whatever|b|c=d}}e"_s, u"a e"_s);
        row("nested template", u"{{nowrap|{{small|a {{circa|1990}}}}}}"_s, u"a c. 1990"_s);
        row("language", u"{{lang|fr|Amélie}} {{lang-fr|Le monde}} {{ill|Heinz Herald|de}}"_s,
            u"Amélie Le monde Heinz Herald"_s);
        row("sorted name", u"{{sortname|Greta|Gerwig}}"_s, u"Greta Gerwig"_s);
        row("apostrophe s", u"''Heat''{{'s}} end"_s, u"Heat's end"_s);
        row("pronunciation", u"'''Himala''' ({{IPA|hi}}; {{lang-tl|\"Miracle\"}}) is"_s, u"Himala (\"Miracle\") is"_s);
        row("nothing left in brackets", u"'''Heat''' ({{respell|x}}) is"_s, u"Heat is"_s);
        row("money", u"{{US$|90 million}} {{INR}}90 crore {{¥|5 billion}} {{Currency|3|EUR}}"_s,
            u"US$90 million ₹90 crore ¥5 billion €3"_s);
        row("sum", u"{{#expr:123+13.3*2 round 0}}"_s, u"150"_s);
        row("no sum", u"{{#expr:5+{{x}}}}"_s, QString());
        row("date", u"{{start date|1995|12|15}}"_s, u"December 15, 1995"_s);
        row("magic word", u"__NOTOC__a __b__"_s, u"a __b__"_s);
        row("not closed", u"{{a|[[b"_s, u"{{a|[[b"_s);
        row("closed too often", u"a}} b]] c"_s, u"a}} b]] c"_s);
        row("link not closed", u"{{small|[[a}} b"_s, u"[[a b"_s);
        row("empty", QString(), QString());
    }

    void plain()
    {
        QFETCH(const QString, source);
        QTEST(wikitext::plain(source), "shown");
    }

    void lines_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("shown");
        const QStringList two{u"A"_s, u"B"_s};
        QTest::newRow("plainlist") << u"{{Plainlist|\n* [[A]]\n* B\n}}"_s << two;
        QTest::newRow("plain list") << u"{{plain list |\n*A\n*B}}"_s << two;
        QTest::newRow("ubl") << u"{{ubl|A|[[B (actor)|B]]|}}"_s << two;
        QTest::newRow("unbulleted list") << u"{{Unbulleted list|A|\n\nB}}"_s << two;
        QTest::newRow("hlist") << u"{{hlist|A|B}}"_s << two;
        QTest::newRow("flatlist") << u"{{flatlist|\n* A\n* B}}"_s << two;
        QTest::newRow("br") << u"A<br>B"_s << two;
        QTest::newRow("br in a list") << u"{{ubl|A<br/>B}}"_s << two;
        QTest::newRow("bullets") << u"\n* A\n* B"_s << two;
        QTest::newRow("heading") << u"'''A'''<br>{{plainlist|\n*B}}"_s << two;
        QTest::newRow("film dates") << u"{{Film date|df=y|2013|9|2|[[London]]|2013|October|||ref1=<ref>x</ref>|2014}}"_s
                                    << QStringList{u"2013-09-02 (London)"_s, u"2013-10"_s, u"2014"_s};
        QTest::newRow("film date to be announced") << u"{{Film date|TBA}}"_s << QStringList{u"TBA"_s};
        QTest::newRow("start date") << u"{{Start date and age|1990|7|11}}"_s << QStringList{u"1990-07-11"_s};
        QTest::newRow("duration") << u"{{duration|h=1|m=32}}"_s << QStringList{u"1 hour 32 minutes"_s};
        QTest::newRow("money and note") << u"{{INR|50|link=yes}}–80 [[crore]]{{efn|Somebody says {{INR}}50.}}"_s
                                        << QStringList{u"₹50–80 crore"_s};
        QTest::newRow("inflation") << u"$1 million (now ${{Inflation|US|1|1976}} million)"_s
                                   << QStringList{u"$1 million (now $ million)"_s};
        QTest::newRow("based on") << u"{{Based on|''Novel''|Author}}"_s << QStringList{u"Novel by Author"_s};
        QTest::newRow("nothing") << u"<!-- none -->"_s << QStringList();
    }

    void lines()
    {
        QFETCH(const QString, source);
        QTEST(texts(wikitext::lines(source)), "shown");
    }

    void aLineKnowsItsLink()
    {
        const QList<InfoboxLine> expected{{.text = u"Cannes"_s, .link = u"2018 Cannes Film Festival"_s}};
        QCOMPARE(wikitext::lines(u"[[2018_Cannes Film Festival#Opening|Cannes]]"), expected);
    }

    void namesInOneLineAreTakenApart_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("commas") << u"[[A B]], C D, [[E]] and others"_s
                                << QStringList{u"A B"_s, u"C D"_s, u"E"_s, u"others"_s};
        QTest::newRow("suffixes") << u"Jack Smith, Jr., Films, Inc."_s
                                  << QStringList{u"Jack Smith, Jr."_s, u"Films, Inc."_s};
        QTest::newRow("comma in a link") << u"[[Loews|Loew's, Inc.]]<br>[[A|B, C]]"_s
                                         << QStringList{u"Loew's, Inc."_s, u"B, C"_s};
        QTest::newRow("and between links") << u"[[A]] & [[B]] (Hindi)"_s << QStringList{u"A"_s, u"B (Hindi)"_s};
        QTest::newRow("and within a name") << u"Marks & Spencer"_s << QStringList{u"Marks & Spencer"_s};
        QTest::newRow("one surname") << u"Joel and Ethan Coen"_s << QStringList{u"Joel and Ethan Coen"_s};
        QTest::newRow("two people") << u"Joel Coen and Ethan Coen"_s << QStringList{u"Joel Coen"_s, u"Ethan Coen"_s};
        QTest::newRow("links alone") << u"[[A]] [[B]]\n[[C]]"_s << QStringList{u"A"_s, u"B"_s, u"C"_s};
        QTest::newRow("in brackets") << u"A (with B, C and D)"_s << QStringList{u"A (with B, C and D)"_s};
        QTest::newRow("headings") << u"'''Uncredited'''<br>A<br>Songs:<br>B"_s << QStringList{u"A"_s, u"B"_s};
    }

    void namesInOneLineAreTakenApart()
    {
        QFETCH(const QString, value);
        QTEST(field(u"director"_s, value), "names");
    }

    void templatesAreFoundByTheirWholeName()
    {
        QVERIFY(wikitext::findTemplate(u"x {{infobox_film\n|name=A}}", u"Infobox film"));
        QVERIFY(wikitext::findTemplate(u"{{ Infobox Film |name=A}}", u"Infobox film"));
        QVERIFY(wikitext::findTemplate(u"{{Infobox movie<!-- old --> |name=A}}", u"Infobox film"));
        QVERIFY(wikitext::findTemplate(u"{{Outer|{{Infobox film|name=A}}}}", u"Infobox film"));
        QVERIFY(!wikitext::findTemplate(u"{{Infobox film awards|name=A}}", u"Infobox film"));
        QVERIFY(!wikitext::findTemplate(u"{{Infobox Film festival|name=A}}", u"Infobox film"));
        QVERIFY(!wikitext::findTemplate(u"<!-- {{Infobox film|name=A}} -->", u"Infobox film"));
    }

    void parametersAreNamedOrNumbered()
    {
        const auto found = wikitext::findTemplate(u"{{T|a| b = c=d |e|b={{x|y=z}}}}", u"T");
        QVERIFY(found);
        QCOMPARE(found->parameters,
                 (QMap<QString, QString>{{u"1"_s, u"a"_s}, {u"2"_s, u"e"_s}, {u"b"_s, u"{{x|y=z}}"_s}}));
    }

    void oldParametersHaveTheirPresentNames()
    {
        const auto infobox
            = readArticle(u"{{Infobox film\n| studio = A\n| film name = B\n| based on = C\n| directors = D\n"
                          "| writers = E\n| director = \n| distributor = <!-- none -->\n}}"_s)
                  .infobox;
        QCOMPARE(infobox.keys(),
                 (QStringList{u"based_on"_s, u"director"_s, u"native_name"_s, u"production_companies"_s, u"writer"_s}));
    }

    void anArticleIsLeadPlotAndCast()
    {
        const Article article = readArticle(
            u"{{short description|x}}\n{{Infobox film|name=A Film}}\n[[File:a.jpg|thumb]]\n'''''A Film''''' is a "
            "[[drama film]].<ref>r</ref> It runs.\n\nIt was shot.\n\n== Plot ==\n{{main|x}}\nHe goes.\n\n=== Later "
            "===\nShe "
            "stays.\n== Cast ==\n* [[Ann Bo]] as '''Eve''', a cook\n** a note\n{| class=\"wikitable\"\n! Role !! "
            "Actor\n|-\n"
            "| Adam || {{sortname|Cy|Di}}\n|}\n== See also ==\n* [[B]]"_s);
        QCOMPARE(article.lead, u"A Film is a drama film. It runs."_s);
        QCOMPARE(article.plot, u"He goes.\n\nShe stays."_s);
        QCOMPARE(article.cast,
                 (QList<InfoboxLine>{{.text = u"Ann Bo as Eve, a cook"_s, .link = u"Ann Bo"_s},
                                     {.text = u"Cy Di as Adam"_s, .link = {}}}));
    }

    void anArticleWithoutAnythingIsEmpty()
    {
        const Article article = readArticle(u"{{Infobox television|name=A}}"_s);
        QVERIFY(article.infobox.isEmpty());
        QVERIFY(article.lead.isEmpty());
        QVERIFY(article.plot.isEmpty());
    }

    void hostileTextsAreReadInLinearTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const auto *piece : {"{{",    "[[",   "{{a|", "{{a|b=",    "[[a|",   "}}",         "]]",   "{{[[",
                                  "<ref>", "<ref", "<!--", "<nowiki>",  "'''",    "[http://a ", "{|\n", "\n*",
                                  "&amp",  "(;",   "|",    "{{nowrap|", "{{ubl|", "== a ==\n",  "as ",  "\n|-\n|"})
            QTest::newRow(piece) << QString::fromLatin1(piece);
        QTest::newRow("nested and closed") << QString(u"{{nowrap|"_s.repeated(60) + u'a' + u"}}"_s.repeated(60));
        QTest::newRow("nested dates") << QString(u"{{film date|"_s.repeated(90) + u'a' + u"}}"_s.repeated(90));
    }

    void hostileTextsAreReadInLinearTime()
    {
        QFETCH(const QString, piece);
        const QString text = u"{{Infobox film|director="_s + piece.repeated(300'000 / piece.size())
            + u"\n== Cast ==\n"_s + piece.repeated(100'000 / piece.size());
        const auto before = std::clock();
        readArticle(text);
        const auto seconds = (std::clock() - before) / CLOCKS_PER_SEC; // of the processor: others may be busy too
        QCOMPARE_LT(seconds, 20); // with sanitizers; square time would need minutes
    }
};

QTEST_GUILESS_MAIN(TestWikitext)
#include "tst_wikitext.moc"

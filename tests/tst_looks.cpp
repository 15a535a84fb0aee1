#include "wiki/wikiclient.h"

#include <QTest>

using namespace Qt::Literals;

class TestLooks : public QObject
{
    Q_OBJECT

    static void film(const QString &title, const QString &description = {}, bool infobox = false)
    {
        add(title, description, infobox, true);
    }
    static void other(const QString &title, const QString &description = {}, bool infobox = false)
    {
        add(title, description, infobox, false);
    }
    static void add(const QString &title, const QString &description, bool infobox, bool isFilm)
    {
        QTest::addRow("%s · %s%s", qUtf8Printable(title), qUtf8Printable(description), infobox ? " · infobox" : "")
            << title << description << infobox << isFilm;
    }

private slots:
    void filmsAreToldFromTheRest_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("description");
        QTest::addColumn<bool>("infobox");
        QTest::addColumn<bool>("isFilm");

        film(u"Avatar: The Way of Water"_s, u"2022 American film by James Cameron"_s);
        film(u"Twister"_s, u"1996 disaster film directed by Jan de Bont"_s);
        film(u"Going Clear"_s, u"2015 documentary about Scientology by Alex Gibney"_s);
        film(u"Amy (2015 film)"_s);
        film(u"Fargo (1996 film)"_s, u"1996 film by Joel and Ethan Coen"_s);
        film(u"Network (1976 film)"_s, u""_s, true);
        film(u"Saw X"_s, u"2023 film by Kevin Greutert"_s);
        film(u"Shin Godzilla"_s, u"2016 Japanese film"_s);
        film(u"Mad Max Beyond Thunderdome"_s, u"1985 film by George Miller and George Ogilvie"_s);
        film(u"Birdman or (The Unexpected Virtue of Ignorance)"_s, u"2014 film by Alejandro González Iñárritu"_s);
        film(u"Open Season 2"_s, u"2008 American animated film"_s);
        film(u"Open Season 3"_s, u""_s, true);
        film(u"Something unheard of"_s, u""_s, true);
        film(u"Duel (1971 film)"_s, u"1971 American television film"_s);
        film(u"Steamboat Willie"_s, u"1928 Mickey Mouse animated short film"_s);
        film(u"The Nutty Professor"_s, u"1996 film remake directed by Tom Shadyac"_s);
        film(u"Emma"_s, u"2020 film adaptation of Jane Austen's novel"_s);
        film(u"Aliens"_s, u"1986 film, sequel to Alien"_s);
        film(u"Alien 3"_s, u"1992 film; third of the Alien series"_s);
        film(u"Batman"_s, u"1989 film based on the DC Comics character"_s);
        film(u"La Jetée"_s, u"1962 French featurette"_s);
        film(u"Best in Show (film)"_s, u"2000 American mockumentary"_s);
        film(u"Wicked Part II"_s, u"Upcoming film by Jon M. Chu"_s);
        film(u"Dune"_s, u"2021 American epic science fiction film"_s, true);
        film(u"Lists"_s, u"1998 film about lists"_s);
        film(u"A Star Is Born (1954 film)"_s, u"1954 musical directed by George Cukor"_s, true);

        other(u"Avatar"_s, u"Material appearance or incarnation of a god on Earth in Hinduism"_s);
        other(u"Avatar: The Last Airbender"_s, u"American animated television series"_s);
        other(u"Jennifer Garner filmography"_s);
        other(u"Jennifer Garner filmography"_s, u"none"_s, true);
        other(u"Fargo season 5"_s, u"Season of television series"_s);
        other(u"Fargo season 2"_s);
        other(u"Marco Polo (TV series)"_s, u""_s, true);
        other(u"Fargo (TV series)"_s, u"American black comedy crime drama television series"_s);
        other(u"Mad Max Beyond Thunderdome (soundtrack)"_s);
        other(u"Mad Max Beyond Thunderdome: Original Motion Picture Soundtrack"_s, u"1985 soundtrack album"_s);
        other(u"Black Panther (soundtrack)"_s, u"Soundtrack album from the film Black Panther"_s);
        other(u"Avatar: Music from the Motion Picture"_s, u"2009 film score by James Horner"_s);
        other(u"List of Walt Disney Studios films"_s, u"List of films"_s);
        other(u"List of American films of 1994"_s, u""_s, true);
        other(u"Lists of films"_s);
        other(u"Alien (franchise)"_s, u"American science fiction media franchise"_s);
        other(u"1920 (film series)"_s, u"Indian horror film series"_s, true);
        other(u"Star Wars"_s, u"Epic space opera film series"_s, true);
        other(u"The Dark Knight Trilogy"_s, u"2005–2012 film trilogy by Christopher Nolan"_s, true);
        other(u"James Bond films"_s, u"Series of spy films"_s, true);
        other(u"James Cameron"_s, u"Canadian film director (born 1954)"_s);
        other(u"Sandra Bullock"_s, u"American film, television and stage actress"_s);
        other(u"Amy Redford"_s, u"American actress and film director"_s);
        other(u"Mad Men"_s, u"American period drama television series (2007–2015)"_s);
        other(u"Spy × Family"_s, u"Japanese manga series by Tatsuya Endo"_s);
        other(u"Her"_s, u"Topics referred to by the same term"_s);
        other(u"Dune (disambiguation)"_s, u""_s, true);
        other(u"The Film"_s, u"Topics referred to by the same term"_s, true);
        other(u"Dune (novel)"_s, u"1965 science fiction novel by Frank Herbert"_s);
        other(u"Jaws"_s, u"1974 novel, adapted into a film"_s);
        other(u"Academy Awards"_s, u"American film award"_s);
        other(u"Cannes Film Festival"_s, u"Annual film festival held in Cannes"_s);
        other(u"Pixar"_s, u"American animation studio"_s);
        other(u"1994 in film"_s, u"Overview of the events of 1994 in film"_s);
        other(u"Dr. Strange-lug"_s, u"Episode of The Simpsons"_s);
        other(u"My Heart Will Go On"_s, u"Song from the 1997 film Titanic"_s);
        other(u"Ellen Ripley"_s, u"Fictional character in the Alien film franchise"_s);
        other(u"Angels with Filthy Souls"_s, u"Fictional film in Home Alone"_s);
        other(u"Film noir"_s, u"Film genre"_s);
        other(u"Goldeneye (video game)"_s, u"1997 video game based on the film"_s);
        other(u"Nothing is known"_s);
    }
    void filmsAreToldFromTheRest()
    {
        QFETCH(QString, title);
        QFETCH(QString, description);
        QFETCH(bool, infobox);
        QTEST(wikipedia::looksLikeFilm(title, description, infobox), "isFilm");
    }
};

QTEST_APPLESS_MAIN(TestLooks)
#include "tst_looks.moc"

"""Writes films by the SQLAlchemy ORM, as a service in Python would: orm.py DATABASE FILMS.JSON BATCH

The same rows as the library's: people, companies, genres and sources are found again, with one query a film and kind,
and each value's source is written. Prints the seconds that it took, and the rows.
"""
import json
import sys
import time
from datetime import date, datetime

from sqlalchemy import (BigInteger, Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, String, Text,
                        UniqueConstraint, create_engine, event, func, select)
from sqlalchemy.orm import Session, declarative_base, relationship

Base = declarative_base()


class Source(Base):
    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("kind", "url", "revision"),)
    source_id = Column(Integer, primary_key=True)
    kind = Column(Text, nullable=False)
    name = Column(Text, nullable=False)
    url = Column(Text, nullable=False)
    revision = Column(BigInteger, nullable=False)
    read_at = Column(DateTime)


class FieldSource(Base):
    __tablename__ = "field_sources"
    table_name = Column(Text, primary_key=True)
    row_id = Column(Integer, primary_key=True)
    column_name = Column(Text, primary_key=True)
    source_id = Column(ForeignKey("sources.source_id"), nullable=False)
    field = Column(Text, nullable=False)
    original = Column(Text, nullable=False)
    locked = Column(Boolean, nullable=False, default=False)
    source = relationship(Source)


class Stamped:
    created_at = Column(DateTime, nullable=False, server_default=func.current_timestamp())
    updated_at = Column(DateTime, nullable=False, server_default=func.current_timestamp())


class Named(Stamped):
    name = Column(String(255), nullable=False, index=True)
    wikidata_id = Column(String, unique=True)


class Person(Named):
    dob = Column(Date)
    nationality = Column(String(50))
    bio = Column(Text)


class Director(Person, Base):
    __tablename__ = "directors"
    director_id = Column(Integer, primary_key=True)


class Writer(Person, Base):
    __tablename__ = "writers"
    writer_id = Column(Integer, primary_key=True)


class Actor(Person, Base):
    __tablename__ = "actors"
    actor_id = Column(Integer, primary_key=True)


class Studio(Named, Base):
    __tablename__ = "studios"
    studio_id = Column(Integer, primary_key=True)


class Distributor(Named, Base):
    __tablename__ = "distributors"
    distributor_id = Column(Integer, primary_key=True)


class Genre(Stamped, Base):
    __tablename__ = "genres"
    genre_id = Column(Integer, primary_key=True)
    name = Column(String(255), unique=True)


class Movie(Stamped, Base):
    __tablename__ = "movies"
    movie_id = Column(Integer, primary_key=True)
    wikidata_id = Column(String, unique=True)
    article = Column(Text, unique=True)
    title = Column(String(255), nullable=False)
    original_title = Column(String(255))
    plot = Column(Text)
    language = Column(String(50))
    country = Column(String(50))
    release_date = Column(Date)
    runtime = Column(Integer)
    budget = Column(Float)
    box_office = Column(Float)
    rating = Column(Float)
    poster_url = Column(Text)
    imdb_id = Column(String(50), index=True)
    tmdb_id = Column(String(50))
    director_id = Column(ForeignKey("directors.director_id"))
    writer_id = Column(ForeignKey("writers.writer_id"))
    studio_id = Column(ForeignKey("studios.studio_id"))
    distributor_id = Column(ForeignKey("distributors.distributor_id"))
    director = relationship(Director)
    writer = relationship(Writer)
    studio = relationship(Studio)
    distributor = relationship(Distributor)


def of_movie(**options):
    return Column(ForeignKey("movies.movie_id"), nullable=False, **options)


def from_source():
    return Column(ForeignKey("sources.source_id"))


class Cast(Stamped, Base):
    __tablename__ = "cast"
    cast_id = Column(Integer, primary_key=True)
    movie_id = of_movie(index=True)
    actor_id = Column(ForeignKey("actors.actor_id"), index=True, nullable=False)
    role = Column(String(255), nullable=False)
    billing_order = Column(Integer)
    source_id = from_source()
    movie = relationship(Movie)
    actor = relationship(Actor)
    source = relationship(Source)


class Rating(Stamped, Base):
    __tablename__ = "ratings"
    rating_id = Column(Integer, primary_key=True)
    movie_id = of_movie(index=True)
    name = Column("source", String(255), nullable=False)
    score = Column(Float, nullable=False)
    votes = Column(Integer)
    source_id = from_source()
    movie = relationship(Movie)
    source = relationship(Source)


class MovieGenre(Base):
    __tablename__ = "movie_genres"
    movie_id = of_movie(primary_key=True)
    genre_id = Column(ForeignKey("genres.genre_id"), primary_key=True, index=True)
    source_id = from_source()
    movie = relationship(Movie)
    genre = relationship(Genre)
    source = relationship(Source)


def link_table(kind, table, key):
    """A film's several rows of a kind, in their order."""
    return type("Movie" + kind.__name__, (Base,), {
        "__tablename__": table,
        "movie_id": of_movie(primary_key=True),
        key: Column(ForeignKey(f"{kind.__tablename__}.{key}"), primary_key=True, index=True),
        "position": Column(Integer, nullable=False),
        "source_id": from_source(),
        "movie": relationship(Movie),
        "one": relationship(kind),
        "source": relationship(Source),
    })


#: The kinds that a film has several of: the column that holds the first, the kind, the table between.
SEVERAL = {
    "directors": ("director", Director, link_table(Director, "movie_directors", "director_id")),
    "writers": ("writer", Writer, link_table(Writer, "movie_writers", "writer_id")),
    "studios": ("studio", Studio, link_table(Studio, "movie_studios", "studio_id")),
    "distributors": ("distributor", Distributor, link_table(Distributor, "movie_distributors", "distributor_id")),
}


def made(kind, name):
    row = kind(name=name["name"], wikidata_id=name["wikidata_id"])
    if issubclass(kind, Person):
        row.dob = date.fromisoformat(name["born"])
        row.nationality = name["nationality"]
        row.bio = name["description"]
    return row


def found(session, kind, facts):
    """Rows by Wikidata id: those that are there, and new ones."""
    wanted = {fact["value"]["wikidata_id"]: fact["value"] for fact in facts}
    rows = {row.wikidata_id: row for row in session.scalars(select(kind).where(kind.wikidata_id.in_(wanted)))}
    for key in wanted.keys() - rows.keys():
        rows[key] = made(kind, wanted[key])
        session.add(rows[key])
    return rows


def found_genres(session, facts):
    names = [fact["value"] for fact in facts]
    rows = {row.name: row for row in session.scalars(select(Genre).where(Genre.name.in_(names)))}
    for name in set(names) - rows.keys():
        rows[name] = Genre(name=name)
        session.add(rows[name])
    return rows


def found_sources(session, sources):
    """Rows in the order of the film's list."""
    urls = [source["url"] for source in sources]
    rows = {(row.kind, row.url, row.revision): row
            for row in session.scalars(select(Source).where(Source.url.in_(urls)))}
    for one in sources:
        key = (one["kind"], one["url"], one["revision"])
        if key not in rows:
            rows[key] = Source(**{**one, "read_at": datetime.fromisoformat(one["read_at"])})
            session.add(rows[key])
    return [rows[(one["kind"], one["url"], one["revision"])] for one in sources]


def field_source(table, row, column, fact, sources):
    return FieldSource(table_name=table, row_id=row, column_name=column, source=sources[fact["source"]],
                       field=fact["field"], original=fact["original"])


def write(session, film):
    sources = found_sources(session, film["sources"])
    values = {column: fact["value"] for column, fact in film["values"].items()}
    values["release_date"] = date.fromisoformat(values["release_date"])
    movie = Movie(wikidata_id=film["wikidata_id"], article=film["article"], **values)
    session.add(movie)
    firsts = {}
    for several, (first, kind, link) in SEVERAL.items():
        rows = found(session, kind, film[several])
        for position, fact in enumerate(film[several], 1):
            session.add(link(movie=movie, one=rows[fact["value"]["wikidata_id"]], position=position,
                             source=sources[fact["source"]]))
        setattr(movie, first, rows[film[several][0]["value"]["wikidata_id"]])
        firsts[first + "_id"] = film[several][0]
    actors = found(session, Actor, film["cast"])
    for fact in film["cast"]:
        part = fact["value"]
        session.add(Cast(movie=movie, actor=actors[part["wikidata_id"]], role=part["role"],
                         billing_order=part["billing"], source=sources[fact["source"]]))
    genres = found_genres(session, film["genres"])
    for fact in film["genres"]:
        session.add(MovieGenre(movie=movie, genre=genres[fact["value"]], source=sources[fact["source"]]))
    ratings = [(fact, Rating(movie=movie, name=fact["value"]["source"], score=fact["value"]["score"],
                             votes=fact["value"]["votes"], source=sources[fact["source"]]))
               for fact in film["ratings"]]
    session.add_all(rating for _, rating in ratings)
    session.flush()  # the keys of the film and of its ratings are in the rows that say where values are from
    for column, fact in {**film["values"], **firsts}.items():
        session.add(field_source("movies", movie.movie_id, column, fact, sources))
    for fact, rating in ratings:
        session.add(field_source("ratings", rating.rating_id, "score", fact, sources))


def main(database, file, batch):
    with open(file, encoding="utf-8") as text:
        films = json.load(text)
    engine = create_engine("sqlite:///" + database)

    @event.listens_for(engine, "connect")
    def settle(connection, _):
        for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
            connection.execute("PRAGMA " + pragma)

    Base.metadata.create_all(engine)
    began = time.perf_counter()
    for at in range(0, len(films), batch):
        with Session(engine) as session:
            for film in films[at:at + batch]:
                write(session, film)
            session.commit()
    seconds = time.perf_counter() - began
    with Session(engine) as session:
        rows = sum(session.scalar(select(func.count()).select_from(table)) for table in Base.metadata.sorted_tables)
    print(seconds, rows)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

"""Writes films by the SQLAlchemy ORM, as a service in Python would: orm.py DATABASE FILMS.JSON BATCH

People, companies and genres are found again, with one query a film and kind. Prints the seconds that it took.
"""
import json
import sys
import time
from datetime import date

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, String, Text, create_engine, event, select
from sqlalchemy.orm import Session, declarative_base, relationship

Base = declarative_base()


class Named:
    name = Column(String(255), nullable=False, index=True)
    wikidata_id = Column(String, unique=True)


class Director(Named, Base):
    __tablename__ = "directors"
    director_id = Column(Integer, primary_key=True)


class Writer(Named, Base):
    __tablename__ = "writers"
    writer_id = Column(Integer, primary_key=True)


class Studio(Named, Base):
    __tablename__ = "studios"
    studio_id = Column(Integer, primary_key=True)


class Distributor(Named, Base):
    __tablename__ = "distributors"
    distributor_id = Column(Integer, primary_key=True)


class Actor(Named, Base):
    __tablename__ = "actors"
    actor_id = Column(Integer, primary_key=True)


class Genre(Base):
    __tablename__ = "genres"
    genre_id = Column(Integer, primary_key=True)
    name = Column(String(255), unique=True)


class Movie(Base):
    __tablename__ = "movies"
    movie_id = Column(Integer, primary_key=True)
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
    cast = relationship("Cast")
    genres = relationship("MovieGenre")


class Cast(Base):
    __tablename__ = "cast"
    cast_id = Column(Integer, primary_key=True)
    movie_id = Column(ForeignKey("movies.movie_id"), index=True, nullable=False)
    actor_id = Column(ForeignKey("actors.actor_id"), index=True, nullable=False)
    role = Column(String(255), nullable=False)
    billing_order = Column(Integer)
    actor = relationship(Actor)


class MovieGenre(Base):
    __tablename__ = "movie_genres"
    movie_id = Column(ForeignKey("movies.movie_id"), primary_key=True)
    genre_id = Column(ForeignKey("genres.genre_id"), primary_key=True, index=True)
    genre = relationship(Genre)


PLAIN = ("title", "original_title", "plot", "language", "country", "imdb_id", "tmdb_id", "runtime", "budget",
         "box_office", "rating")


def found(session, kind, names):
    """Rows by Wikidata id: those that are there, and new ones."""
    wanted = {name["wikidata_id"]: name["name"] for name in names}
    rows = {row.wikidata_id: row
            for row in session.scalars(select(kind).where(kind.wikidata_id.in_(wanted)))}
    for key in wanted.keys() - rows.keys():
        rows[key] = kind(name=wanted[key], wikidata_id=key)
        session.add(rows[key])
    return rows


def found_genres(session, names):
    rows = {row.name: row for row in session.scalars(select(Genre).where(Genre.name.in_(names)))}
    for name in set(names) - rows.keys():
        rows[name] = Genre(name=name)
        session.add(rows[name])
    return rows


def write(session, film):
    movie = Movie(release_date=date.fromisoformat(film["release_date"]), **{name: film[name] for name in PLAIN})
    for name, kind in (("director", Director), ("writer", Writer), ("studio", Studio), ("distributor", Distributor)):
        setattr(movie, name, found(session, kind, [film[name]])[film[name]["wikidata_id"]])
    actors = found(session, Actor, film["cast"])
    movie.cast = [Cast(actor=actors[one["wikidata_id"]], role=one["role"], billing_order=one["billing"])
                  for one in film["cast"]]
    genres = found_genres(session, film["genres"])
    movie.genres = [MovieGenre(genre=genres[name]) for name in film["genres"]]
    session.add(movie)


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
    print(time.perf_counter() - began)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.updated_at = OLD.updated_at THEN
        NEW.updated_at := clock_timestamp() AT TIME ZONE 'UTC';
    END IF;
    RETURN NEW;
END $$;
CREATE TABLE public.actors (
    actor_id integer NOT NULL,
    name character varying(255) NOT NULL,
    dob date,
    bio text,
    nationality character varying(50),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.actors_actor_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.actors_actor_id_seq OWNED BY public.actors.actor_id;
CREATE TABLE public."cast" (
    cast_id integer NOT NULL,
    movie_id integer NOT NULL,
    actor_id integer NOT NULL,
    role character varying(255) NOT NULL,
    billing_order integer,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.cast_cast_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.cast_cast_id_seq OWNED BY public."cast".cast_id;
CREATE TABLE public.directors (
    director_id integer NOT NULL,
    name character varying(255) NOT NULL,
    dob date,
    bio text,
    nationality character varying(50),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.directors_director_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.directors_director_id_seq OWNED BY public.directors.director_id;
CREATE TABLE public.distributors (
    distributor_id integer NOT NULL,
    name character varying(255) NOT NULL,
    location character varying(255),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.distributors_distributor_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.distributors_distributor_id_seq OWNED BY public.distributors.distributor_id;
CREATE TABLE public.genres (
    genre_id integer NOT NULL,
    name character varying(255) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.genres_genre_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.genres_genre_id_seq OWNED BY public.genres.genre_id;
CREATE TABLE public.movie_genres (
    movie_id integer NOT NULL,
    genre_id integer NOT NULL
);
CREATE TABLE public.movies (
    movie_id integer NOT NULL,
    title character varying(255) NOT NULL,
    original_title character varying(255),
    tagline character varying(255),
    plot text,
    language character varying(50),
    country character varying(50),
    release_date date,
    runtime integer,
    budget numeric(15,2),
    box_office numeric(15,2),
    rating numeric(3,1),
    rating_count integer,
    director_id integer,
    writer_id integer,
    studio_id integer,
    distributor_id integer,
    poster_url character varying(255),
    trailer_url character varying(255),
    age_rating character varying(10),
    imdb_id character varying(50),
    tmdb_id character varying(50),
    homepage character varying(255),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.movies_movie_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.movies_movie_id_seq OWNED BY public.movies.movie_id;
CREATE TABLE public.ratings (
    rating_id integer NOT NULL,
    movie_id integer NOT NULL,
    source character varying(255) NOT NULL,
    score numeric(3,1) NOT NULL,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.ratings_rating_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.ratings_rating_id_seq OWNED BY public.ratings.rating_id;
CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public.studios (
    studio_id integer NOT NULL,
    name character varying(255) NOT NULL,
    location character varying(255),
    founded date,
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.studios_studio_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.studios_studio_id_seq OWNED BY public.studios.studio_id;
CREATE TABLE public.writers (
    writer_id integer NOT NULL,
    name character varying(255) NOT NULL,
    dob date,
    bio text,
    nationality character varying(50),
    created_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public.writers_writer_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.writers_writer_id_seq OWNED BY public.writers.writer_id;
ALTER TABLE ONLY public.actors ALTER COLUMN actor_id SET DEFAULT nextval('public.actors_actor_id_seq'::regclass);
ALTER TABLE ONLY public."cast" ALTER COLUMN cast_id SET DEFAULT nextval('public.cast_cast_id_seq'::regclass);
ALTER TABLE ONLY public.directors ALTER COLUMN director_id SET DEFAULT nextval('public.directors_director_id_seq'::regclass);
ALTER TABLE ONLY public.distributors ALTER COLUMN distributor_id SET DEFAULT nextval('public.distributors_distributor_id_seq'::regclass);
ALTER TABLE ONLY public.genres ALTER COLUMN genre_id SET DEFAULT nextval('public.genres_genre_id_seq'::regclass);
ALTER TABLE ONLY public.movies ALTER COLUMN movie_id SET DEFAULT nextval('public.movies_movie_id_seq'::regclass);
ALTER TABLE ONLY public.ratings ALTER COLUMN rating_id SET DEFAULT nextval('public.ratings_rating_id_seq'::regclass);
ALTER TABLE ONLY public.studios ALTER COLUMN studio_id SET DEFAULT nextval('public.studios_studio_id_seq'::regclass);
ALTER TABLE ONLY public.writers ALTER COLUMN writer_id SET DEFAULT nextval('public.writers_writer_id_seq'::regclass);
INSERT INTO public.actors VALUES (1, 'Holly Hunter', NULL, NULL, NULL, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.actors VALUES (7, 'Kati Outinen', NULL, NULL, NULL, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public."cast" VALUES (1, 1, 7, 'Arletty', 2, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public."cast" VALUES (2, 5, 1, 'Ada McGrath', 1, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.directors VALUES (1, 'Aki Kaurismäki', '1957-04-04', 'Finnish film director; he said: "no -- never"', 'Finland', '2024-07-16 15:28:26', '2024-07-17 08:00:00');
INSERT INTO public.directors VALUES (2, 'Jane Campion', NULL, NULL, NULL, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.distributors VALUES (1, 'Miramax', 'Los Angeles', '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.genres VALUES (1, 'Drama', '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.genres VALUES (2, 'Comedy', '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.movie_genres VALUES (1, 1);
INSERT INTO public.movie_genres VALUES (1, 2);
INSERT INTO public.movie_genres VALUES (5, 1);
INSERT INTO public.movies VALUES (1, 'Le Havre', 'Le Havre', NULL, 'A shoe shiner''s days.', 'French', 'Finland', '2011-09-08', 93, 3850000.00, 12900000.50, 7.2, 20123, 1, NULL, 1, NULL, NULL, NULL, NULL, 'tt1508675', NULL, NULL, '2024-07-16 15:28:26', '2024-07-18 09:30:00');
INSERT INTO public.movies VALUES (5, 'The Piano', NULL, NULL, NULL, 'English', 'New Zealand', NULL, 121, 7000000.00, NULL, 7.5, NULL, 2, 1, NULL, 1, NULL, NULL, NULL, 'tt0107822', NULL, NULL, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.movies VALUES (6, 'ぼくの', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.ratings VALUES (1, 1, 'IMDb', 7.2, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.ratings VALUES (2, 5, 'Metacritic', 8.9, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.schema_migrations VALUES (1, 'tables_of_the_journal', '9cdd832a2128f26146393fb92ceb97fbb0a24ac64fe23b170d6eeda50ef20245', '2025-01-01 00:00:00');
INSERT INTO public.studios VALUES (1, 'Sputnik Oy', 'Helsinki', '1989-01-01', '2024-07-16 15:28:26', '2024-07-16 15:28:26');
INSERT INTO public.writers VALUES (1, 'Jane Campion', NULL, NULL, NULL, '2024-07-16 15:28:26', '2024-07-16 15:28:26');
SELECT pg_catalog.setval('public.actors_actor_id_seq', 7, true);
SELECT pg_catalog.setval('public.cast_cast_id_seq', 2, true);
SELECT pg_catalog.setval('public.directors_director_id_seq', 2, true);
SELECT pg_catalog.setval('public.distributors_distributor_id_seq', 1, true);
SELECT pg_catalog.setval('public.genres_genre_id_seq', 2, true);
SELECT pg_catalog.setval('public.movies_movie_id_seq', 6, true);
SELECT pg_catalog.setval('public.ratings_rating_id_seq', 2, true);
SELECT pg_catalog.setval('public.studios_studio_id_seq', 1, true);
SELECT pg_catalog.setval('public.writers_writer_id_seq', 1, true);
ALTER TABLE ONLY public.actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (actor_id);
ALTER TABLE ONLY public."cast"
    ADD CONSTRAINT cast_pkey PRIMARY KEY (cast_id);
ALTER TABLE ONLY public.directors
    ADD CONSTRAINT directors_pkey PRIMARY KEY (director_id);
ALTER TABLE ONLY public.distributors
    ADD CONSTRAINT distributors_pkey PRIMARY KEY (distributor_id);
ALTER TABLE ONLY public.genres
    ADD CONSTRAINT genres_pkey PRIMARY KEY (genre_id);
ALTER TABLE ONLY public.movie_genres
    ADD CONSTRAINT movie_genres_pkey PRIMARY KEY (movie_id, genre_id);
ALTER TABLE ONLY public.movies
    ADD CONSTRAINT movies_pkey PRIMARY KEY (movie_id);
ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT ratings_pkey PRIMARY KEY (rating_id);
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.studios
    ADD CONSTRAINT studios_pkey PRIMARY KEY (studio_id);
ALTER TABLE ONLY public.writers
    ADD CONSTRAINT writers_pkey PRIMARY KEY (writer_id);
CREATE TRIGGER actors_updated_at BEFORE UPDATE ON public.actors FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER cast_updated_at BEFORE UPDATE ON public."cast" FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER directors_updated_at BEFORE UPDATE ON public.directors FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER distributors_updated_at BEFORE UPDATE ON public.distributors FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER genres_updated_at BEFORE UPDATE ON public.genres FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER movies_updated_at BEFORE UPDATE ON public.movies FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER ratings_updated_at BEFORE UPDATE ON public.ratings FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER studios_updated_at BEFORE UPDATE ON public.studios FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
CREATE TRIGGER writers_updated_at BEFORE UPDATE ON public.writers FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();
ALTER TABLE ONLY public."cast"
    ADD CONSTRAINT cast_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.actors(actor_id);
ALTER TABLE ONLY public."cast"
    ADD CONSTRAINT cast_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES public.movies(movie_id);
ALTER TABLE ONLY public.movie_genres
    ADD CONSTRAINT movie_genres_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES public.genres(genre_id);
ALTER TABLE ONLY public.movie_genres
    ADD CONSTRAINT movie_genres_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES public.movies(movie_id);
ALTER TABLE ONLY public.movies
    ADD CONSTRAINT movies_director_id_fkey FOREIGN KEY (director_id) REFERENCES public.directors(director_id);
ALTER TABLE ONLY public.movies
    ADD CONSTRAINT movies_distributor_id_fkey FOREIGN KEY (distributor_id) REFERENCES public.distributors(distributor_id);
ALTER TABLE ONLY public.movies
    ADD CONSTRAINT movies_studio_id_fkey FOREIGN KEY (studio_id) REFERENCES public.studios(studio_id);
ALTER TABLE ONLY public.movies
    ADD CONSTRAINT movies_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES public.writers(writer_id);
ALTER TABLE ONLY public.ratings
    ADD CONSTRAINT ratings_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES public.movies(movie_id);

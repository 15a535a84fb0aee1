-- The words of films, people, companies and genres have an index: the search box of the tables asks it. From an
-- actor to films leads one index, without the parts.

CREATE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    COST 1000 AS $$
BEGIN
    RETURN array_to_tsvector(array_remove(regexp_split_to_array(translate(lower(normalize(regexp_replace(
        normalize(CASE WHEN octet_length(words) < 2000 THEN words ELSE left(words, 500) END, NFD),
        '([A-Za-z])[\u0300-\u036F]+', '\1', 'g'), NFC) COLLATE "und-x-icu"), 'ςſµ', 'σsμ'),
        '[^[:alnum:]\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070-\u2079\u2080-\u2089\u2150-\u2189\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3007\u3021-\u3029]+'), ''));
END $$;

CREATE INDEX movies_search ON movies USING gin (search_words(title || ' ' || coalesce(original_title, '') || ' ' || coalesce(language, '') || ' ' || coalesce(country, '') || ' ' || coalesce(extract(year FROM release_date)::integer::text, '') || ' ' || coalesce(imdb_id, '') || ' ' || coalesce(tmdb_id, '') || ' ' || coalesce(wikidata_id, '')));

CREATE INDEX directors_search ON directors USING gin (search_words(name || ' ' || coalesce(wikidata_id, '') || ' ' || coalesce(imdb_id, '')));

CREATE INDEX writers_search ON writers USING gin (search_words(name || ' ' || coalesce(wikidata_id, '') || ' ' || coalesce(imdb_id, '')));

CREATE INDEX actors_search ON actors USING gin (search_words(name || ' ' || coalesce(wikidata_id, '') || ' ' || coalesce(imdb_id, '')));

CREATE INDEX studios_search ON studios USING gin (search_words(name || ' ' || coalesce(wikidata_id, '')));

CREATE INDEX distributors_search ON distributors USING gin (search_words(name || ' ' || coalesce(wikidata_id, '')));

CREATE INDEX genres_search ON genres USING gin (search_words(name));

DROP INDEX cast_actor_id_idx;

CREATE INDEX cast_actor_id_idx ON "cast" (actor_id, movie_id);

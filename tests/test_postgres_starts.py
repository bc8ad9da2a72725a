"""The database of larger installations is the real one in the tests: it starts in half a second."""

import psycopg

pytest_plugins = ["tests.postgres"]


def test_a_real_postgresql_answers(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        row = connection.execute("select version()").fetchone()
    assert row is not None
    assert row[0].startswith("PostgreSQL 18")


def test_it_can_create_a_table_and_read_back_what_was_written(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("create temporary table note (text text)")
        connection.execute("insert into note values ('Rücken ✓')")
        assert connection.execute("select text from note").fetchone() == ("Rücken ✓",)

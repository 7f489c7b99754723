"""Counts visits in Redis and keeps each in PostgreSQL."""
import os
import socket

import flask
import psycopg2
import redis

application = flask.Flask(__name__)
counter = redis.Redis(host=os.environ["COUNTER"])


def database():
    connection = psycopg2.connect(os.environ["DATABASE"])
    connection.autocommit = True
    return connection


@application.get("/")
def visit():
    number = counter.incr("visits")
    with database().cursor() as cursor:
        cursor.execute("INSERT INTO visits VALUES (%s, %s)", (number, socket.gethostname()))
        cursor.execute("SELECT count(*) FROM visits")
        return {"visit": number, "kept": cursor.fetchone()[0], "by": socket.gethostname()}


@application.get("/health")
def health():
    return {"ok": True}


with database().cursor() as start:
    start.execute("SELECT pg_advisory_xact_lock(1); CREATE TABLE IF NOT EXISTS visits (number bigint, host text)")
application.run(host="0.0.0.0", port=5000)

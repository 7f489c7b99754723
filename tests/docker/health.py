#!/usr/bin/env python3
"""Health checks as the docker command shows them.

  health.py ENGINE [--dockerd] [PART-OF-A-NAME ...]

--dockerd: the same checks on a dockerd, to see that they ask for what it does.
"""

import json
import signal
import sys
import time

from checks import Failed, contains, equal, ok, run_on_one_engine, true
import apiclient

docker = engine = None
ON_DOCKERD = "--dockerd" in sys.argv


def start(name, command, *options, run=("sleep", "600")):
    return ok(docker("run", "-d", "--name", name, "--health-cmd", command, "--health-interval", "200ms", *options,
                     "busybox", *run))


def health(name):
    return json.loads(ok(docker("inspect", "--format", "{{json .State.Health}}", name)))


def until(what, condition, seconds=15):
    deadline = time.time() + seconds
    while time.time() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise Failed("not within %d s: %s" % (seconds, what))


def becomes(name, status):
    return until("%s is %s" % (name, status), lambda: health(name)["Status"] == status and health(name))


def remove(*names):
    docker("rm", "-f", *names)


def create(path, body):
    return apiclient.request(engine.socket, "POST", "/containers/create" + path, body)


def check_a_healthy_one():
    start("well", "echo all is well; echo on both >&2")
    found = becomes("well", "healthy")
    equal(found["FailingStreak"], 0)
    equal(found["Log"][0]["ExitCode"], 0)
    contains(found["Log"][0]["Output"], "all is well\n")
    contains(found["Log"][0]["Output"], "on both\n")
    true(found["Log"][0]["Start"] < found["Log"][0]["End"])
    contains(ok(docker("ps", "--format", "{{.Status}}", "--filter", "name=well")), "(healthy)")
    equal(ok(docker("ps", "-q", "--filter", "health=healthy")), ok(docker("ps", "-q")))
    equal(ok(docker("ps", "-q", "--filter", "health=none")), "")


def check_the_log_keeps_five():
    until("five probes", lambda: len(health("well")["Log"]) == 5)
    time.sleep(1)
    equal(len(health("well")["Log"]), 5)


def check_it_becomes_ill_and_well_again():
    since = str(int(time.time()) - 1)
    start("moody", "test ! -e /ill || { echo so ill; exit 3; }", "--health-retries", "2")
    becomes("moody", "healthy")
    ok(docker("exec", "moody", "touch", "/ill"))
    found = becomes("moody", "unhealthy")
    true(found["FailingStreak"] >= 2)
    equal(found["Log"][-1]["ExitCode"], 3)
    contains(found["Log"][-1]["Output"], "so ill")
    contains(ok(docker("ps", "--format", "{{.Status}}", "--filter", "name=moody")), "(unhealthy)")
    ok(docker("exec", "moody", "rm", "/ill"))
    equal(becomes("moody", "healthy")["FailingStreak"], 0)
    events = ok(docker("events", "--since", since, "--until", str(int(time.time()) + 1), "--filter", "container=moody",
                       "--format", "{{.Action}}")).splitlines()
    equal([e for e in events if e.startswith("health_status")],
          ["health_status: healthy", "health_status: unhealthy", "health_status: healthy"])
    for action in ("exec_create: /bin/sh -c test ! -e /ill", "exec_start: /bin/sh -c test ! -e /ill", "exec_die"):
        true(any(e.startswith(action) for e in events), action)
    remove("moody")


def check_failures_in_the_start_period_are_forgiven():
    check = {"Test": ["CMD", "false"], "Interval": 10**8, "StartInterval": 10**8, "StartPeriod": 3 * 10**9, "Retries": 1}
    equal(create("?name=slow", {"Image": "busybox", "Cmd": ["sleep", "600"], "Healthcheck": check}).status, 201)
    ok(docker("start", "slow"))
    found = until("a probe", lambda: health("slow")["Log"] and health("slow"), 10)
    equal((found["Status"], found["FailingStreak"]), ("starting", 0))
    contains(ok(docker("ps", "--format", "{{.Status}}", "--filter", "name=slow")), "(health: starting)")
    becomes("slow", "unhealthy")
    remove("slow")


def check_the_start_interval():
    if ON_DOCKERD:
        return  # from 25.0 on
    body = {"Image": "busybox", "Cmd": ["sleep", "600"],
            "Healthcheck": {"Test": ["CMD", "true"], "Interval": 600 * 10**9, "StartPeriod": 60 * 10**9,
                            "StartInterval": 100 * 10**6}}
    answer = create("?name=quick", body)
    equal(answer.status, 201, answer.body)
    ok(docker("start", "quick"))
    becomes("quick", "healthy")
    remove("quick")


def check_a_probe_that_hangs_is_killed():
    start("hangs", "echo waiting; sleep 601", "--health-timeout", "300ms", "--health-retries", "1")
    found = becomes("hangs", "unhealthy")
    equal(found["Log"][0]["ExitCode"], -1)
    contains(found["Log"][0]["Output"], "Health check exceeded timeout (300ms)")
    remove("hangs")


def check_output_is_capped():
    start("talks", "yes | head -c 3000000; echo end")
    found = becomes("talks", "healthy")
    equal(len(found["Log"][0]["Output"]), 4099)
    true(found["Log"][0]["Output"].endswith("..."))
    remove("talks")


def check_a_command_that_is_not_there():
    body = ["--health-retries", "1"]
    start("nocmd", "/no/such/check", *body)
    equal(becomes("nocmd", "unhealthy")["Log"][0]["ExitCode"], 127)
    remove("nocmd")


def check_none_and_no_healthcheck():
    ok(docker("run", "-d", "--name", "none", "--no-healthcheck", "busybox", "sleep", "600"))
    equal(health("none"), None)
    true(ok(docker("ps", "-q", "--filter", "health=none")))
    remove("none")


def check_bad_ones_are_refused():
    bad = [({"Test": ["CMD", "x"], "Interval": 5}, "Interval in Healthcheck cannot be less than 1ms"),
           ({"Test": ["CMD", "x"], "Timeout": 5}, "Timeout in Healthcheck cannot be less than 1ms"),
           ({"Test": ["CMD", "x"], "StartPeriod": -1}, "StartPeriod in Healthcheck cannot be less than 1ms"),
           ({"Test": ["CMD", "x"], "Retries": -1}, "Retries in Healthcheck cannot be negative")]
    if not ON_DOCKERD:
        bad += [({"Test": ["SHELL", "x"]}, "Unknown healthcheck type 'SHELL'"), ({"Test": ["CMD"]}, "no command")]
    for check, words in bad:
        answer = create("", {"Image": "busybox", "Healthcheck": check})
        equal(answer.status, 400, answer.body)
        contains(answer.body.decode(), words)


def check_pause_holds_the_checks():
    start("rests", "date >> /probes")
    becomes("rests", "healthy")
    ok(docker("pause", "rests"))
    before = health("rests")
    time.sleep(1)
    equal(health("rests"), before)
    contains(ok(docker("ps", "--format", "{{.Status}}", "--filter", "name=rests")), "(Paused)")
    ok(docker("unpause", "rests"))
    until("a probe after the pause", lambda: health("rests")["Log"] != before["Log"])
    remove("rests")


def check_a_stopped_one_is_not_healthy():
    start("stops", "true")
    becomes("stops", "healthy")
    ok(docker("stop", "-t", "0", "stops"))
    equal(health("stops")["Status"], "unhealthy")
    ok(docker("start", "stops"))
    until("starting or healthy again", lambda: health("stops")["Status"] in ("starting", "healthy"))
    becomes("stops", "healthy")
    remove("stops")


def check_the_user_and_the_environment():
    start("who", 'test "$(id -u)$MARK$(pwd)" = 1000set/tmp', "--user", "app", "--env", "MARK=set", "--workdir", "/tmp")
    becomes("who", "healthy")
    remove("who")


def check_a_new_engine_goes_on_checking():
    if ON_DOCKERD:
        return
    start("lives", "test ! -e /ill", "--health-retries", "1")
    becomes("lives", "healthy")
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(health("lives")["Status"], "healthy")
    ok(docker("exec", "lives", "touch", "/ill"))
    becomes("lives", "unhealthy")
    remove("lives")


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "health", dockerd=ON_DOCKERD))

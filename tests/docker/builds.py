#!/usr/bin/env python3
"""Builds as our engine records them (/quayside/builds): steps, logs, live events, steps that are entered.

  builds.py ENGINE [PART-OF-A-NAME ...]
"""

import io
import json
import os
import signal
import sys
import tarfile
import threading
import time
import urllib.parse

from checks import contains, equal, ok, run_on_one_engine, true
import apiclient

docker = engine = alice = None
os.environ["DOCKER_BUILDKIT"] = "0"


def call(method, path, body=None, wanted=200, seconds=60):
    answer = apiclient.request(engine.socket, method, path, body, seconds=seconds)
    equal(answer.status, wanted, "%s %s: %s" % (method, path, answer.body[:300]))
    return answer


def context(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content.encode()))
    return out.getvalue()


def build(dockerfile, files=None, query=None):
    """The id of the build's record, and what the client was told."""
    answer = apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(query or {}),
                               context(dict(files or {}, Dockerfile=dockerfile)), {"Content-Type": "application/x-tar"}, seconds=120)
    return answer.headers.get("quayside-build"), answer.body.decode()


def record(build_id):
    return call("GET", "/quayside/builds/" + build_id).json()


def states(build_record):
    return [step["State"] for step in build_record["Steps"]]


TEXT = """ARG BASE=busybox
FROM $BASE AS one
ARG TOKEN
ENV A=b
RUN echo to the log; \\
    echo content > /file
COPY app.py /app/
RUN cat /app/app.py
"""


def check_a_build_is_recorded_with_its_steps():
    query = {"t": "recorded", "buildargs": json.dumps({"TOKEN": "hush"})}
    build_id, _ = build(TEXT, {"app.py": "print(1)\n"}, query)
    found = record(build_id)
    equal((found["State"], found["Tags"], found["Context"], found["Arguments"]), ("done", ["recorded"], "upload", ["TOKEN"]))
    equal(found["Text"], TEXT)
    equal(found["Image"], ok(docker("image", "inspect", "-f", "{{.Id}}", "recorded")))
    equal(states(found), ["done"] * 7)
    equal((found["StepCount"], found["EndedSteps"], found["CachedSteps"]), (7, 7, 0))
    equal([step["Stage"] for step in found["Steps"]], [""] + ["one"] * 6)
    run = found["Steps"][4]
    equal((run["FirstLine"], run["LastLine"], run["Size"]), (5, 6, 8))
    contains(run["Instruction"], "RUN echo to the log;")
    true(run["Duration"] > 1000000 and run["Layer"] and run["CacheKey"] and run["Enterable"], run)
    true(run["Started"] < run["Ended"] <= found["Ended"], run)
    equal(call("GET", "/quayside/builds/%s/steps/5/log" % build_id).body, b"to the log\n")
    equal(call("GET", "/quayside/builds/%s/steps/7/log" % build_id).body, b"print(1)\n")
    equal(call("GET", "/quayside/builds/%s/steps/4/log" % build_id).body, b"")
    # A second one: what is the same, and why the rest was run again.
    again, _ = build(TEXT, {"app.py": "print(2)\n"}, query)
    found = record(again)
    equal(states(found), ["done", "done", "cached", "cached", "cached", "done", "done"])
    equal(found["CachedSteps"], 3)
    contains(found["Steps"][5]["Why"], "app.py")
    true(found["Steps"][6]["Why"], "the step after it has a reason as well")
    true("hush" not in json.dumps(found), "values of arguments are not recorded")
    listed = call("GET", "/quayside/builds?limit=2").json()
    equal([one["Id"] for one in listed], [again, build_id])
    true("Steps" not in listed[0] and "Text" not in listed[0], listed[0])
    equal(record(again[:10])["Id"], again, "a short id")


def check_what_is_not_there_and_bad_numbers():
    build_id, _ = build("FROM busybox\nLABEL a=b\n")
    for path in ("/quayside/builds/0000", "/quayside/builds/%s/steps/3/log" % build_id):
        call("GET", path, wanted=404)
    for path in ("/quayside/builds?limit=0", "/quayside/builds?limit=x", "/quayside/builds/%s/steps/0/log" % build_id,
                 "/quayside/builds/%s/steps/1x/log" % build_id):
        call("GET", path, wanted=400)
    call("POST", "/quayside/builds/%s/steps/99999999999/image" % build_id, wanted=400)
    call("POST", "/quayside/builds/%s/steps/9/image" % build_id, wanted=404)
    call("DELETE", "/quayside/builds/../../etc", wanted=404)
    contains(str(call("GET", "/quayside/capabilities").json()["features"]), "'builds'")


def check_a_bad_dockerfile_is_recorded():
    build("FROM busybox\nFRM x\n", query={"t": "bad"})
    found = call("GET", "/quayside/builds?limit=1").json()[0]
    equal((found["State"], found["Tags"], found["StepCount"]), ("failed", ["bad"], 0))
    contains(found["Error"], "FRM")


FAILING = """FROM busybox
ARG WHERE=arguments
ENV FROM_THE=step
WORKDIR /work
USER app
SHELL ["/bin/sh", "-ec"]
RUN echo half > /tmp/made; echo the reason >&2; exit 9
RUN echo never
"""


def enter(build_id, step, wanted=201):
    answer = call("POST", "/quayside/builds/%s/steps/%d/image" % (build_id, step), wanted=wanted)
    return answer.json()


def check_a_failed_step_is_entered():
    build_id, told = build(FAILING, query={"t": "failing"})
    contains(told, "non-zero code: 9")
    found = record(build_id)
    equal((found["State"], found["ExitCode"]), ("failed", 9))
    equal(states(found), ["done"] * 6 + ["failed", "cancelled"])
    failed = found["Steps"][6]
    equal((failed["ExitCode"], failed["Enterable"]), (9, True))
    contains(failed["Error"], "non-zero code: 9")
    equal(call("GET", "/quayside/builds/%s/steps/7/log" % build_id).body, b"the reason\n")
    entered = enter(build_id, 7)
    equal(entered["Shell"], ["/bin/sh", "-ec"])
    equal(entered["Environment"], ["WHERE=arguments"])
    labels = json.loads(ok(docker("image", "inspect", "-f", "{{json .Config.Labels}}", entered["Image"])))
    equal((labels["quayside.build"], labels["quayside.build.step"]), (build_id, "7"))
    equal(json.loads(ok(docker("image", "inspect", "-f", "{{json .RepoTags}}", entered["Image"]))), [])
    out = ok(docker("run", "--rm", "-e", entered["Environment"][0], entered["Image"], entered["Shell"][0], "-c",
                    "cat /tmp/made; pwd; id -un; echo $FROM_THE $WHERE"))
    equal(out, "half\n/work\napp\nstep arguments")
    enter(build_id, 7)  # and again
    contains(enter(build_id, 8, wanted=409)["message"], "cancelled")
    # A newer failure of the same tag takes its place.
    newer, _ = build(FAILING.replace("exit 9", "exit 8"), query={"t": "failing"})
    contains(enter(build_id, 7, wanted=409)["message"], "newest failure")
    enter(newer, 7)
    # The engine's next start still has it; a prune lets it go.
    engine.stop()
    engine.start()
    ok(docker("rmi", enter(newer, 7)["Image"]))
    layer = engine.root + "/layers/" + record(newer)["Steps"][6]["Layer"]
    true(os.path.exists(layer), "held by its record")
    call("POST", "/build/prune")
    enter(newer, 7, wanted=409)
    true(not os.path.exists(layer), "nothing holds it")


def check_finished_steps_are_entered():
    text = "FROM busybox AS base\nRUN echo 1 > /one\nFROM base\nRUN echo 2 > /two\nENV X=y\n"
    build_id, _ = build(text, query={"t": "chain"})
    cached, _ = build(text, query={"t": "chain"})
    equal(states(record(cached)), ["done", "cached", "done", "cached", "cached"])
    for one in (build_id, cached):
        look = "cat /one /two 2>&1; echo X=$X"
        equal(ok(docker("run", "--rm", enter(one, 2)["Image"], "sh", "-c", look)),
              "1\ncat: can't open '/two': No such file or directory\nX=")
        equal(ok(docker("run", "--rm", enter(one, 4)["Image"], "sh", "-c", look)), "1\n2\nX=")
        equal(ok(docker("run", "--rm", enter(one, 5)["Image"], "sh", "-c", look)), "1\n2\nX=y")
        equal(ok(docker("run", "--rm", enter(one, 1)["Image"], "sh", "-c", "ls /one 2>&1; true")), "ls: /one: No such file or directory")
    for image in ok(docker("images", "-q", "--filter", "label=quayside.build")).split() + ["chain"]:
        docker("rmi", "-f", image)
    call("POST", "/build/prune")
    contains(enter(build_id, 4, wanted=409)["message"], "pruned")


def is_there(image):
    return docker("image", "inspect", image).code == 0


def check_images_of_steps_go_with_their_containers():
    build_id, _ = build("FROM busybox\nLABEL quayside.build=made-up\nRUN echo 1 > /one\n", query={"t": "looked-into"})
    images = [enter(build_id, 3)["Image"] for _ in range(4)]
    equal(len(set(images)), 4, "each entry has its own")
    gone, kept, waiting, never = images
    for name in ("gone", "kept", "waiting"):
        ok(docker("run", "-d", "--name", name, images[("gone", "kept", "waiting").index(name)], "sleep", "1000"))
    ok(docker("tag", kept, "kept"))
    ok(docker("rm", "-f", "gone", "kept"))
    true(apiclient.wait_until(lambda: not is_there(gone)), "it goes with its container")
    true(is_there(kept), "it has got a name")
    true(is_there(waiting) and is_there(never), "others are not concerned")
    # Labels do not make an image one of these.
    unnamed = ok(docker("build", "-q", "-", stdin=b"FROM looked-into\nLABEL quayside.build.step=3\n"))
    ok(docker("run", "--rm", unnamed, "true"))
    engine.stop(signal.SIGKILL)
    engine.start()
    true(is_there(waiting), "its container is there")
    true(not is_there(never), "no container came")
    true(is_there(unnamed) and is_there(kept))
    # As another user's, too.
    ok(docker("rm", "-f", "waiting"))
    true(apiclient.wait_until(lambda: not is_there(waiting)))
    ok(alice("build", "-q", "-", stdin=b"FROM busybox\nRUN echo theirs\n"))
    theirs = json.loads(alice.api("GET", "/quayside/builds?limit=1")[1].split("\r\n\r\n", 1)[1])[0]["Id"]
    image = json.loads(alice.api("POST", "/quayside/builds/%s/steps/2/image" % theirs)[1].split("\r\n\r\n", 1)[1])["Image"]
    ok(alice("run", "--rm", image, "true"))
    true(apiclient.wait_until(lambda: not is_there(image)))
    call("DELETE", "/quayside/builds/" + theirs, wanted=204)
    ok(docker("rmi", "kept", unnamed, "looked-into"))


def followed(build_id, lines, answered):
    """Reads the events of a build into `lines` as they come."""
    connection = apiclient._Connection(engine.socket, 60)
    connection.request("GET", "/quayside/builds/%s/events" % build_id)
    answer = connection.getresponse()
    answered.append(answer.status)
    for line in answer:
        lines.append((time.time(), json.loads(line)))
    connection.close()


def running(seconds=10):
    """The id of the build that runs now."""
    found = []

    def look():
        found[:] = [one["Id"] for one in call("GET", "/quayside/builds?limit=1").json() if one["State"] == "running"]
        return found
    true(apiclient.wait_until(look, seconds), "a build is running")
    return found[0]


def writes(build_id):
    """Whether its second step has written something."""
    answer = apiclient.request(engine.socket, "GET", "/quayside/builds/%s/steps/2/log" % build_id)
    return answer.status == 200 and answer.body  # 404 before the Dockerfile has been read


def check_a_build_is_followed_while_it_runs():
    text = "FROM busybox\nRUN echo first; sleep 1.5; echo second\nRUN echo third\n"
    ended = []
    thread = threading.Thread(target=lambda: (build(text, query={"nocache": 1}), ended.append(time.time())))
    thread.start()
    build_id = running()
    call("DELETE", "/quayside/builds/" + build_id, wanted=409)
    lines, answered = [], []
    followed(build_id, lines, answered)
    thread.join()
    equal(answered, [200])
    true("Build" in lines[0][1] and lines[0][1]["Build"]["State"] == "running", lines[0])
    equal(lines[-1][1]["Build"]["State"], "done")
    logs = [(at, line["Log"]) for at, line in lines if "Log" in line]
    equal("".join(log["Text"] for _, log in logs), "first\nsecond\nthird\n")
    true(logs[-1][0] - logs[0][0] > 1, "they came as they were written")
    seen = [(line["Step"]["Number"], line["Step"]["State"]) for _, line in lines if "Step" in line]
    true((2, "done") in seen and (3, "done") in seen, seen)
    late, answered = [], []
    followed(build_id, late, answered)
    equal("".join(line["Log"]["Text"] for _, line in late if "Log" in line), "first\nsecond\nthird\n")
    call("DELETE", "/quayside/builds/" + build_id, wanted=204)
    call("GET", "/quayside/builds/" + build_id, wanted=404)
    true(not os.path.exists(engine.root + "/buildlogs/" + build_id))


def check_a_client_that_leaves_cancels_it():
    folder = engine.folder + "/cancelled"
    os.makedirs(folder)
    with open(folder + "/Dockerfile", "w") as file:
        file.write("FROM busybox\nRUN echo started; sleep 60\n")
    process = docker.begin("build", folder)
    build_id = running()
    true(apiclient.wait_until(lambda: writes(build_id)), "it runs")
    process.send_signal(signal.SIGINT)
    process.communicate()
    true(apiclient.wait_until(lambda: record(build_id)["State"] == "cancelled"), record(build_id))
    equal(states(record(build_id)), ["done", "cancelled"])


def check_others_see_nothing():
    build_id, _ = build("FROM busybox\nRUN echo private; exit 1\n")
    for method, path in (("GET", ""), ("GET", "/steps/2/log"), ("GET", "/events"), ("POST", "/steps/2/image"), ("DELETE", "")):
        status = alice.api(method, "/quayside/builds/" + build_id + path)[0]
        equal(status, 404, method + path)
    theirs = ok(alice("build", "-q", "-", stdin=b"FROM busybox\nLABEL of=alice\n"))
    mine = json.loads(alice.api("GET", "/quayside/builds")[1].split("\r\n\r\n", 1)[1])
    equal([one["Image"] for one in mine], [theirs])
    true(theirs in [one.get("Image") for one in call("GET", "/quayside/builds").json()], "root sees all")


def check_events_of_the_engine():
    since = time.time() - 1
    build_id, _ = build("FROM busybox\nLABEL x=y\n", query={"t": "announced"})
    call("DELETE", "/quayside/builds/" + build_id, wanted=204)
    call("POST", "/build/prune")
    query = urllib.parse.urlencode({"since": since, "until": time.time(), "filters": json.dumps({"type": ["builder"]})})
    events = [json.loads(line) for line in call("GET", "/events?" + query).body.decode().splitlines()]
    equal([event["Action"] for event in events if event["Actor"]["ID"] == build_id], ["start", "end", "delete"])
    equal([event["Actor"]["Attributes"].get("name") for event in events if event["Actor"]["ID"] == build_id], ["announced"] * 3)
    true(any(event["Action"] == "prune" and "reclaimed" in event["Actor"]["Attributes"] for event in events), events)


def check_an_engine_killed_in_the_middle_leaves_it_interrupted():
    thread = threading.Thread(target=lambda: quietly(lambda: build("FROM busybox\nRUN echo so far; sleep 60\nRUN true\n", query={"t": "killed"})))
    thread.start()
    build_id = running()
    true(apiclient.wait_until(lambda: writes(build_id)), "it runs")
    engine.stop(signal.SIGKILL)
    thread.join()
    engine.start()
    found = record(build_id)
    equal(found["State"], "interrupted")
    equal(states(found), ["done", "cancelled", "cancelled"])
    equal(call("GET", "/quayside/builds/%s/steps/2/log" % build_id).body, b"so far\n")
    enter(build_id, 1)
    contains(enter(build_id, 2, wanted=409)["message"], "cancelled")
    call("DELETE", "/quayside/builds/" + build_id, wanted=204)


def quietly(action):
    try:
        action()
    except (OSError, ValueError):
        pass  # the engine is gone
    except Exception as error:  # http.client's own
        print("the client saw:", error)


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "builds", users={"alice": 1234}))

"""Several instances over one store, released to again and again under load: is every answer right for the ruleset that it names?

fleet.py KNOWN RELEASES EDITIONS URL... : makes EDITIONS rulesets, each by a draft that one instance begins, another changes, a third
publishes; then activates them, and those of the file KNOWN, RELEASES times by any instance. Meanwhile claims are judged by all of them, some by
a version that is asked for. The citation of a finding is another in each edition, so an answer shows what it was judged by. Ends with 1 if an
answer is wrong; else KNOWN says what each version cites.
"""

import http.client
import json
import random
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

CLAIM = open("src/main/resources/samples/outpatient-therapy-2018.json", "rb").read()
FINDING = "HHT-301"
THREADS_AN_INSTANCE = 2
PAUSE = 0.02

known_file, releases, editions, urls = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
chance = random.Random(837)


class Instance:
    """One service, over one connection of the thread that asks."""

    def __init__(self, url):
        self.address = urlsplit(url).netloc
        self.connection = None

    def ask(self, method, path, body=None, headers=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.address, timeout=900)
        sent = {"Content-Type": "application/json"} if body is not None else {}
        sent.update(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        self.connection.request(method, path, body, sent)
        answer = self.connection.getresponse()
        text = answer.read()
        return answer.status, answer.headers, text

    def json(self, method, path, body=None, headers=None, expect=(200, 201)):
        status, _, text = self.ask(method, path, body, headers)
        if status not in expect:
            raise SystemExit(f"{method} {path} at {self.address}: {status} {text[:400].decode()}")
        return json.loads(text)


class Draft:
    """A draft that each step takes to another instance."""

    def __init__(self, at, name):
        self.id = at.json("POST", "/v1/drafts", {"name": name, "author": "A. Analyst", "reason": "trial", "source": "none"})["id"]
        self.path = f"/v1/drafts/{self.id}"

    def change(self, at, method, below, body):
        _, headers, _ = at.ask("GET", self.path)
        return at.json(method, self.path + below, body, {"If-Match": headers["ETag"]})


class Load(threading.Thread):
    """Judges the claim until it is told to stop, and keeps what it was answered."""

    def __init__(self, url, number):
        super().__init__(daemon=True)
        self.instance = Instance(url)
        self.chance = random.Random(number)
        self.pairs = {}
        self.answers = self.asked = 0
        self.faults = []

    def run(self):
        while not done.is_set():
            wanted = self.chance.choice(known) if self.chance.random() < 0.2 else None
            path = "/v1/evaluations" + ("?asOf=" + wanted.replace("+", "%2B") if wanted else "")
            try:
                status, _, text = self.instance.ask("POST", path, CLAIM)
            except OSError as fault:
                self.faults.append(repr(fault))
                self.instance.connection = None
                continue
            if status != 200:
                self.faults.append(f"{status} {text[:200].decode()}")
                continue
            said = json.loads(text)
            version = said["ruleset"]
            if wanted and version != wanted:
                self.faults.append(f"{wanted} was asked for, {version} answered")
            citation = next(one["citation"] for one in said["findings"] if one["id"] == FINDING)
            self.pairs.setdefault(version, set()).add(citation)
            self.answers += 1
            # load, but not so much that a check of all examples has no processor left
            time.sleep(PAUSE)
            self.asked += wanted is not None


def until(what, seconds=300):
    began = time.monotonic()
    while not what():
        if time.monotonic() - began > seconds:
            raise SystemExit(f"not within {seconds} s: {what.__doc__ or what}")
        time.sleep(0.02)
    return time.monotonic() - began


instances = [Instance(url) for url in urls]
states = lambda: [one.json("GET", "/v1/ruleset") for one in instances]
current = states()[0]["version"]
if known_file.exists():
    expected = json.loads(known_file.read_text())
else:
    expected = {current: json.loads(instances[0].ask("POST", "/v1/evaluations", CLAIM)[2])["findings"][0]["citation"]}
known = list(expected)
done = threading.Event()
loads = [Load(url, number) for number, url in enumerate(urls * THREADS_AN_INSTANCE)]
began = time.monotonic()
for load in loads:
    load.start()

grid = instances[0].json("GET", "/v1/tables/findings/grid")
sheet = next(one for one in grid["sheets"] if any(row["key"] == FINDING for row in one["rows"]))
letter = next(column["letter"] for column in sheet["columns"] if column["heading"] == "source")
cell = letter + str(next(row["row"] for row in sheet["rows"] if row["key"] == FINDING))

drafted = []
for number in range(editions):
    first, second, third = chance.sample(instances, 3)
    citation = f"Edition {number + 1} of the trial"
    draft = Draft(first, f"Edition {number + 1}")
    draft.change(second, "POST", "/edits", {"table": "findings", "edits": [{"op": "set", "sheet": sheet["sheet"], "cell": cell, "value": citation}]})
    draft.change(third, "POST", "/proposal", {"by": "A. Analyst", "note": ""})
    before = time.monotonic()
    released = draft.change(first, "POST", "/approval", {"by": "B. Approver", "note": "", "despiteExamples": "a trial", "fewerExamples": "a trial"})
    version = released["release"]["version"]
    took = time.monotonic() - before
    expected[version] = citation
    follow = until(lambda: all(state["version"] == version for state in states()))
    known.append(version)
    current = version
    drafted.append((took, follow))

lived, agreed, stale = [], [], 0
for number in range(releases):
    version = chance.choice([one for one in known if one != current])
    body = {"by": "C. Operator", "reason": f"release {number + 1} of the trial", "source": "none"}
    while True:
        status, _, text = chance.choice(instances).ask("POST", f"/v1/rulesets/{version.replace('+', '%2B')}/activation", body)
        if status == 200:
            break
        if status != 409:
            raise SystemExit(f"activation: {status} {text[:400].decode()}")
        # the instance had not yet followed the release before
        stale += 1
        time.sleep(0.1)
    at = time.monotonic()
    until(lambda: all(state["version"] == version for state in states()))
    lived.append(time.monotonic() - at)
    # not each time: it takes as long as an instance is quiet
    if number % 10 == 0:
        until(lambda: all((state["fleet"] or {}).get("agrees") and state["fleet"]["instances"] == len(urls)
                          and state["fleet"]["rulesets"][0]["version"] == version for state in states()))
        agreed.append(time.monotonic() - at)
    current = version

done.set()
for load in loads:
    load.join(900)
seconds = time.monotonic() - began
wrong = [f"{version} is said to cite {citations}" for load in loads for version, citations in load.pairs.items()
         if citations != {expected.get(version)}]
faults = wrong + [fault for load in loads for fault in load.faults]
proof = instances[0].json("GET", "/v1/releases/verification")
answers, asked = sum(load.answers for load in loads), sum(load.asked for load in loads)
used = {version for load in loads for version in load.pairs}
middle = lambda values: sorted(values)[len(values) // 2]
print(f"{len(urls)} instances, {editions} drafts and {releases} activations in {seconds:.0f} s; {answers} answers"
      f" ({answers / seconds:.0f} a second), {asked} by a version that was asked for, by {len(used)} versions; {len(faults)} wrong or failed")
if drafted:
    print(f"a draft is checked and published in {middle([a for a, _ in drafted]):.1f} s, live on all {max(b for _, b in drafted):.1f} s later at most")
print(f"an activation is live on all after {middle(lived):.2f} s (half), {max(lived):.2f} s (all);"
      f" all say that they agree after {middle(agreed):.1f} s (half), {max(agreed):.1f} s (all); {stale} had to wait for the one before")
print(f"record: {proof}")
for fault in faults[:10]:
    print(fault)
if faults or not proof["whole"] or not used <= set(expected) or editions and used != set(expected):
    sys.exit(1)
known_file.write_text(json.dumps(expected))

"""Chromium without a window, spoken to as W3C WebDriver says, on the loopback alone."""
import base64
import functools
import http.client
import http.server
import json
import os
import socket
import subprocess
import threading
import time


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    """Serves FOLDER; returns its address."""
    handler = functools.partial(Silent, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class Browser:
    """Used with `with`; ends its driver, and the driver its browser."""

    def __enter__(self):
        port = free_port()
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}", "--silent"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(100):
            try:
                self.link.connect()
                break
            except OSError:
                time.sleep(0.1)
        options = {"args": ["--headless=new", "--no-sandbox", "--hide-scrollbars",
                            "--disable-gpu", "--disable-dev-shm-usage"]}
        home = os.environ.get("TMPDIR", "/tmp")
        options["args"].append(f"--user-data-dir={home}/chromium-{os.getpid()}")
        wanted = {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}}
        for left in (2, 1, 0):  # on a busy machine a first start may take too long
            try:
                self.session = self.ask("POST", "/session", wanted)["sessionId"]
                break
            except RuntimeError:
                if not left:
                    raise
                time.sleep(2)
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()

    def ask(self, method, path, body=None):
        text = json.dumps(body) if body is not None else None
        self.link.request(method, path, text, {"Content-Type": "application/json"})
        value = json.loads(self.link.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(value["message"])
        return value

    def call(self, method, path, body=None):
        return self.ask(method, f"/session/{self.session}{path}", body)

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def wait_for(self, script, *arguments):
        """Runs a script that calls its last argument with the result."""
        return self.call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def tell(self, command, **parameters):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def press(self, *keys):
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "k", "actions": actions}]})

    def shape(self, width, height):
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def media(self, medium="", **features):
        self.tell("Emulation.setEmulatedMedia", media=medium,
                  features=[{"name": name.replace("_", "-"), "value": value}
                            for name, value in features.items()])

    def errors(self):
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})
                if entry["level"] in ("SEVERE", "WARNING")]

    def print(self):
        return base64.b64decode(self.tell("Page.printToPDF", preferCSSPageSize=True)["data"])

    def picture(self):
        return base64.b64decode(self.call("GET", "/screenshot"))

"""Firefox without a window, spoken to as Marionette: it needs no driver.  On the loopback alone."""
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time

from browser import free_port

# No pages of its own, no calls home.
PREFERENCES = """
user_pref("marionette.port", %d);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.disabledForTesting", true);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.aboutConfig.showWarning", false);
"""


class Firefox:
    """Used with `with`."""

    def __enter__(self):
        port = free_port()
        self.profile = tempfile.mkdtemp(prefix="firefox-")
        with open(f"{self.profile}/user.js", "w", encoding="utf-8") as file:
            file.write(PREFERENCES % port)
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--marionette", "--profile", self.profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": self.profile, "MOZ_CRASHREPORTER_DISABLE": "1"})
        try:
            self.link = self.connect(port)
            self.read()  # who it is
            self.last = 0
            self.call("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    @staticmethod
    def connect(port):
        for _ in range(600):
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=120)
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("Firefox does not answer")

    def read(self):
        """LENGTH:JSON"""
        head = b""
        while not head.endswith(b":"):
            head += self.link.recv(1)
        left, body = int(head[:-1]), b""
        while len(body) < left:
            body += self.link.recv(left - len(body))
        return json.loads(body)

    def call(self, command, parameters=None):
        self.last += 1
        message = json.dumps([0, self.last, command, parameters or {}]).encode()
        self.link.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self.read()
        if error:
            raise RuntimeError(error["message"])
        return value

    def open(self, address):
        self.call("WebDriver:Navigate", {"url": address})

    def run(self, script, *arguments):
        return self.call("WebDriver:ExecuteScript", {"script": script, "args": list(arguments)})["value"]

    def press(self, *keys):
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.call("WebDriver:PerformActions",
                  {"actions": [{"type": "key", "id": "k", "actions": actions}]})

    def open_framed(self, address, width, height):
        """The page in a frame so wide: windows have a least width of their own."""
        self.call("WebDriver:SwitchToFrame", {"id": None})
        self.open(f"{address.rsplit('/', 1)[0]}/grafik/")
        self.call("WebDriver:ExecuteAsyncScript", {"args": [address, width, height], "script": """
            const [address, width, height, done] = arguments, frame = document.createElement('iframe');
            frame.onload = done; frame.width = width; frame.height = height; frame.src = address;
            document.body.replaceChildren(frame);"""})
        self.call("WebDriver:SwitchToFrame", {"id": 0})

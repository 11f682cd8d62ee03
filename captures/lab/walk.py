"""The walk through the site: headless Chromium, driven step by step on the device's end of the cable.

Run as `python3 -m lab.walk FOLDER ECOPROXY BUNDLE`, inside the device's namespace. Every step begins with its marker
and ends with a pause for reading; what the page then knows of its own loading goes to FOLDER/resources.json, a witness
beside the capture.
"""

import json
import os
import sys
import time
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from .namespaces import LabError
from .recording import mark
from .services import HOSTS, QUIC_HOST, public_key_hash

# What Chromium would ask of its maker by itself is kept off the cable: every name of these captures ends in .test.
SWITCHES = [
    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1280,800", "--lang=fr",
    "--accept-lang=fr-FR,fr", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.test",
    # Addresses for documentation are "local" to Chromium, which then asks the visitor before it loads from them.
    "--disable-features=LocalNetworkAccessChecks",
]
PATIENCE = 20

# The navigation and every resource of the page, with the protocol that brought it (ALPN names; "" is not disclosed).
RESOURCES = """
return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((e) => ({
  url: e.name, initiator: e.initiatorType, protocol: e.nextHopProtocol,
  transferSize: e.transferSize, encodedBodySize: e.encodedBodySize}));
"""
BROKEN_PICTURES = """
return [...document.images].filter((i) => i.src && (!i.complete || !i.naturalWidth)).map((i) => i.src);
"""


class Page:
    """The browser, in the gestures of a visitor."""

    def __init__(self, driver):
        self.driver = driver

    def open(self, address):
        self.driver.get(address)
        self.settle("pret")

    def follow(self, link):
        self.element(link).click()
        self.settle("pret", leaving=True)

    def write(self, field, text):
        self.element(field).send_keys(text)

    def submit(self, button):
        self.element(button).click()
        self.settle("fait")

    def element(self, name):
        return self.driver.find_element(By.ID, name)

    def scroll(self):
        self.driver.execute_script("window.scrollTo({top: document.body.scrollHeight, behavior: 'smooth'})")

    def settle(self, state, leaving=False):
        """Waits until the page's own script says so, and looks that no picture is missing."""
        if leaving:
            time.sleep(0.2)  # The click returns before the old page has gone.
        ready = f"return document.readyState === 'complete' && document.body.dataset.etat === '{state}'"
        wait = WebDriverWait(self.driver, PATIENCE)
        wait.until(lambda driver: driver.execute_script(ready), f"the page did not come to the state \"{state}\"")
        if broken := self.driver.execute_script(BROKEN_PICTURES):
            raise LabError(f"pictures are missing on {self.driver.current_url}: {' '.join(broken)}")


def open_home(page):
    page.open("https://sante-demo.test/")


def sign_in(page):
    page.follow("vers-connexion")
    page.write("identifiant", "camille.exemple")
    page.write("mot-de-passe", "mot de passe inventé")
    page.submit("valider")


def search(page):
    page.follow("vers-recherche")
    page.write("specialite", "dermatologue")
    page.submit("chercher")
    page.scroll()


def book(page):
    page.driver.find_element(By.CLASS_NAME, "praticien").click()
    page.settle("pret", leaving=True)
    page.driver.find_element(By.CSS_SELECTOR, "#creneaux input").click()
    page.submit("reserver")


def sign_out(page):
    page.follow("vers-deconnexion")


# The step's id in journey.yaml, what is done, and the seconds of reading after it.
STEPS = [
    ("accueil", open_home, 3), ("connexion", sign_in, 2), ("recherche", search, 4), ("rendez-vous", book, 3),
    ("deconnexion", sign_out, 2),
]


def start_browser(folder):
    """Chromium with a fresh profile in `folder`, which trusts the lab's certificates and no other."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    keys = ",".join(public_key_hash(folder / f"{host}.pem") for host in HOSTS)
    for switch in SWITCHES:
        options.add_argument(switch)
    options.add_argument(f"--user-data-dir={folder / 'profile'}")
    options.add_argument(f"--ignore-certificate-errors-spki-list={keys}")
    # Chromium moves to HTTP/3 by itself only where a public authority signed the certificate.
    options.add_argument(f"--origin-to-force-quic-on={QUIC_HOST}:443")
    log = str(folder / "chromedriver.log")
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver", log_path=log), options=options)
    driver.set_page_load_timeout(PATIENCE)
    driver.set_script_timeout(PATIENCE)
    return driver


def walk(driver, ecoproxy, bundle):
    """Takes every step, and returns what the pages said of their resources."""
    witness, page = [], Page(driver)
    time.sleep(2)  # What the browser does by itself at its start stays outside the journey.
    for number, (step, action, pause) in enumerate(STEPS, 1):
        print(f"    step {number} of {len(STEPS)}: {step}", file=sys.stderr, flush=True)
        mark(ecoproxy, bundle, step)
        action(page)
        time.sleep(pause)
        witness.append({"step": step, "page": driver.current_url, "resources": driver.execute_script(RESOURCES)})
    mark(ecoproxy, bundle, "--end")
    return {"browser": driver.capabilities["browserVersion"], "steps": witness}


def main(folder, ecoproxy, bundle):
    folder = Path(folder)
    # Everything that a browser leaves in a home or in /tmp goes with the folder.
    os.environ.update({"HOME": str(folder), "TMPDIR": str(folder)})
    os.environ.update({f"XDG_{kind}_HOME": str(folder) for kind in ("CONFIG", "DATA", "CACHE")})
    driver = start_browser(folder)
    try:
        witness = walk(driver, ecoproxy, bundle)
    finally:
        driver.quit()
    (folder / "resources.json").write_text(json.dumps(witness, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (LabError, WebDriverException) as error:
        sys.exit(f"    the walk stopped: {error}")

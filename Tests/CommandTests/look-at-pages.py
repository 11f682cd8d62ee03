"""Opens pages in headless Chromium as people see them, and says what is wrong with each as JSON.

Usage: look-at-pages.py SCREENSHOTS PAGE.html...

Each page is opened at desktop and at phone width: console errors, what is wider than the window, cells without a text, axe-core's findings
that are serious or critical, headings and their order. A screenshot of each goes into the folder.
"""

import base64
import importlib.util
import json
import pathlib
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

WIDTHS = {"desktop": (1280, 900), "phone": (375, 812)}
# Only the script is taken: the package itself would want Playwright.
PACKAGE = importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0]
AXE = (pathlib.Path(PACKAGE) / "axe.min.js").read_text(encoding="utf-8")

LOOK = """
const shown = element => element.getClientRects().length > 0;
const cells = [...document.querySelectorAll('td, th, dd, dt, caption, figcaption, li, h1, h2, h3')];
const wide = [...document.querySelectorAll('body *')].filter(element =>
    shown(element) && !element.closest('svg svg, .skip, thead') && element.getBoundingClientRect().right > arguments[0] + 1);
return {
    language: document.documentElement.lang,
    scrollWidth: document.documentElement.scrollWidth, innerWidth: innerWidth,
    wide: wide.slice(0, 5).map(element => element.tagName + ' ' + element.className + ' ' + element.textContent.slice(0, 60)),
    headings: [...document.querySelectorAll('h2')].map(heading => heading.textContent.trim()),
    empty: cells.filter(cell => cell.textContent.trim() === '').map(cell => cell.outerHTML.slice(0, 120)),
    text: document.body.innerText,
    charts: [...document.querySelectorAll('figure')].map(figure => ({
        name: figure.className,
        drawings: [...figure.querySelectorAll(':scope > svg')].filter(shown).length,
        described: [...figure.querySelectorAll(':scope > svg')].every(svg =>
            svg.querySelector('title').textContent.length > 0 && svg.querySelector('desc').textContent.length > 0),
        // A letter that stands out of the drawing is cut off.
        cut: [...figure.querySelectorAll(':scope > svg')].filter(shown).flatMap(svg => {
            const frame = svg.getBoundingClientRect();
            return [...svg.querySelectorAll(':scope > text')].filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
            }).map(text => text.textContent);
        }),
    })),
};
"""


def browser(profile):
    options = webdriver.ChromeOptions()
    for argument in [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}",
    ]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def look(driver, page, name, size, screenshots):
    width, height = size
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
    driver.get_log("browser")
    driver.get(page.as_uri())
    found = driver.execute_script(LOOK, width)
    found["console"] = [line["message"] for line in driver.get_log("browser")]
    axe = driver.execute_async_script(
        AXE + "; const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then(done, error => done({error: String(error)}));")
    found["axe"] = [axe["error"]] if "error" in axe else [
        f"{finding['impact']} {finding['id']}: {finding['nodes'][0]['html'][:160]} ({len(finding['nodes'])})"
        for finding in axe["violations"] if finding["impact"] in ("serious", "critical")]
    full = driver.execute_script("return document.documentElement.scrollHeight")
    # Beyond this height a picture is of no use to anybody.
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": min(full, 16000), "deviceScaleFactor": 1, "mobile": width < 500})
    picture = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    (screenshots / f"{page.stem}-{name}.png").write_bytes(base64.b64decode(picture["data"]))
    return {"page": page.name, "window": name, **found}


def main():
    screenshots = pathlib.Path(sys.argv[1])
    screenshots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        driver = browser(profile)
        driver.set_script_timeout(60)
        try:
            results = [
                look(driver, pathlib.Path(page).resolve(), name, size, screenshots)
                for page in sys.argv[2:] for name, size in WIDTHS.items()]
        finally:
            driver.quit()
    json.dump(results, sys.stdout)


main()

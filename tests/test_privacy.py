"""What a browser keeps of a visit is what the privacy page says, and nothing is kept before somebody chooses it."""

KEPT = "[Object.keys(localStorage).sort(), sessionStorage.length, document.cookie, (await caches.keys()).length]"


def kept(page):
    return page.evaluate(f"async () => {KEPT}")


def test_reading_leaves_nothing_behind(browser, council_address):
    with browser.new_page() as page:
        for path in ("", "timeline/november/", "standards/observation/record/", "calendar/"):
            page.goto(council_address + path)
        page.get_by_role("search").get_by_role("textbox").press_sequentially("panel")
        page.locator("[href*='h=panel']").first.wait_for()
        assert (kept(page), page.context.cookies()) == ([[], 0, "", 0], [])


def test_an_observation_record_is_kept_once_its_reader_asks_for_it(browser, council_address):
    with browser.new_page() as page:
        page.goto(f"{council_address}standards/observation/record/")
        page.locator("[data-keep]").check()
        assert (kept(page), page.context.cookies()) == ([["practice-standards.visit"], 0, "", 0], [])


def test_three_more_things_are_kept_once_they_are_chosen_or_opened(browser, borough_address):
    with browser.new_page() as page:
        page.goto(borough_address)
        page.locator("summary", has_text="My roles").click()
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Dark colours").click()
        page.goto(f"{borough_address}whats-new/")
        keys = ["practice-standards.colours", "practice-standards.my-role", "practice-standards.whats-new-visited"]
        assert (kept(page), page.context.cookies()) == ([keys, 0, "", 0], [])

"""The start page as a person meets it: a real Chromium, with JavaScript and without, on a desk and on a phone."""

import pytest

pytestmark = pytest.mark.browser

TEXT = "メールは taro@example.jp です"
CONTACT = "mark:not(.conduct)"


@pytest.fixture
async def open_page(browser, address):
    contexts = []

    async def opened(path="/", **options):
        context = await browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = await context.new_page()
        page.complaints = []
        page.on(
            "console", lambda said: page.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        await page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        await context.close()


async def test_it_works_without_javascript(open_page):
    page = await open_page(java_script_enabled=False)
    await page.get_by_label("メッセージ", exact=True).fill(TEXT)
    await page.get_by_label("契約の状態").select_option("escrowed")
    await page.get_by_role("button", name="判定する").click()
    assert await page.locator(CONTACT).all_inner_texts() == ["taro@example.jp"]
    assert await page.locator(".ruling.hold").count() == 1
    assert await page.get_by_label("メッセージ", exact=True).input_value() == TEXT


async def test_it_answers_while_one_types(open_page):
    page = await open_page()
    await page.get_by_label("メッセージ", exact=True).fill(TEXT)
    await page.locator("mark", has_text="taro@example.jp").wait_for()
    await page.get_by_label("メッセージ", exact=True).fill("よろしくお願いいたします。")
    await page.locator(".ruling.allow").wait_for()
    assert await page.locator("mark").count() == 0
    assert await page.title() == "通過 · 関守 Sekimori"
    assert page.complaints == []


async def test_a_choice_is_judged_at_once_and_the_message_stays(open_page):
    page = await open_page("/?example=escrowed")
    await page.locator(".ruling.hold").wait_for()
    await page.get_by_label("タスク").check()
    await page.locator(".ruling.block").wait_for()
    assert page.complaints == []


async def test_the_other_language_keeps_what_was_typed(open_page):
    page = await open_page()
    await page.get_by_label("メッセージ", exact=True).fill(TEXT)
    await page.get_by_role("button", name="English").click()
    await page.locator(".notice", has_text="Your message was not delivered").wait_for()
    assert await page.get_by_label("Message", exact=True).input_value() == TEXT
    assert page.complaints == []


async def test_examples_are_links(open_page):
    page = await open_page(java_script_enabled=False)
    await page.get_by_role("link", name="仕事の話").click()
    assert await page.locator(".ruling.allow").count() == 1


async def test_it_can_be_used_from_the_keyboard(open_page):
    page = await open_page()
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.get_by_label("メッセージ", exact=True).fill(TEXT)
    await page.keyboard.press("Control+Enter")
    await page.locator("mark", has_text="taro@example.jp").wait_for()
    await page.locator(f"{CONTACT} + a.pointer").focus()
    assert await page.locator("mark.lit").all_inner_texts() == ["taro@example.jp"]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("width", "led"), [(390, True), (1280, False)])
async def test_one_is_led_to_the_answer_where_it_is_out_of_view(open_page, width, led, script):
    page = await open_page(viewport={"width": width, "height": 800}, java_script_enabled=script)
    await page.get_by_label("メッセージ", exact=True).fill(TEXT)
    await page.get_by_role("button", name="判定する").click()
    await page.locator("mark", has_text="taro@example.jp").wait_for()
    await page.wait_for_timeout(200)
    box = await page.locator("#answer").bounding_box()
    assert (box["y"] < 100) == led
    assert 0 <= box["y"] < 700


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("example", ["pieces", "deliverable"])
async def test_nothing_runs_off_the_side(open_page, width, example):
    page = await open_page(f"/?example={example}", viewport={"width": width, "height": 800})
    await page.locator("summary").click()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/", "/?example=pieces", "/?example=escrowed", "/?example=deliverable", "/?example=mention"]
)
async def test_every_text_can_be_read(open_page, scheme, path):
    page = await open_page(path, color_scheme=scheme)
    assert await page.evaluate(CONTRAST) == []


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  for (const part of document.querySelectorAll("body *")) {
    const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !part.checkVisibility() || part.closest("optgroup, .skip")) continue;
    let behind = part;
    while (rgba(getComputedStyle(behind).backgroundColor)[3] < 255) behind = behind.parentElement;
    const [a, b] = [getComputedStyle(part).color, getComputedStyle(behind).backgroundColor].map((c) => light(rgba(c)));
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${part.className} ${part.textContent.trim().slice(0, 20)}`);
  }
  return faint;
}"""

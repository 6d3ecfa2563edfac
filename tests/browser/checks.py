"""What the browser can tell of a page and axe does not look at: scripts that give what is wrong, a line each."""

NAME = """const name = (each) => `${each.tagName.toLowerCase()} ${(each.closest("section[id], [id]") ?? each).id} `
  + (each.getAttribute("aria-label") || each.textContent || each.className.toString()).trim().slice(0, 40);"""
SHOWN = "(each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })"
TARGETS = "a[href], button, select, input:not([type=hidden]), textarea, summary"

# WCAG 1.4.10. What may scroll by itself (a table, SQL) is left out; so is what is only read aloud.
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].filter((each) => !each.closest(".table-wrap, pre, .visually-quiet")
    && each.checkVisibility() && each.getBoundingClientRect().right > width + 1)
    .map((each) => `${each.tagName} ${each.id || each.className} ${each.textContent.slice(0, 30)}`).slice(-3);
}"""

# WCAG 2.5.8: 24 × 24 CSS pixels, or a circle of 24 around the middle that meets no other target. Left out are a link in
# a sentence, and a shape of a drawing: the list or the table beside it leads to the same place.
TOO_SMALL = f"""() => {{ {NAME}
  const shown = [...document.querySelectorAll("{TARGETS}")].filter({SHOWN})
    .filter((each) => !each.closest("svg, .skip, .visually-quiet, .stacked thead:not(:focus-within)"));
  const inSentence = (each) => getComputedStyle(each).display === "inline"
    && [...each.parentElement.childNodes].some((near) => near.nodeType === 3 && /[\\p{{L}}\\p{{N}}]/u.test(near.data));
  const boxes = shown.map((each) => ({{ each, box: each.getBoundingClientRect() }})).filter(({{ box }}) => box.width);
  const isSmall = ({{ box }}) => box.width < 24 || box.height < 24;
  const middle = ({{ box }}) => [box.left + box.width / 2, box.top + box.height / 2];
  const meets = (one, two) => {{
    const [x, y] = middle(one), [x2, y2] = middle(two), {{ left, right, top, bottom }} = two.box;
    if (isSmall(two) && Math.hypot(x - x2, y - y2) < 24) return true;
    return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) < 12;
  }};
  return boxes.filter((one) => isSmall(one) && !inSentence(one.each) && boxes.some((two) => two.each !== one.each
    && !two.each.contains(one.each) && meets(one, two))).map(({{ each, box }}) =>
    `${{name(each)}} ${{Math.round(box.width)}}×${{Math.round(box.height)}}`);
}}"""

# WCAG 1.3.2 and 2.4.3: the focus goes as one reads. Nothing held next stands wholly above what is held now, unless it
# stands to its right (a column), and no tabindex changes the order of the page.
OUT_OF_ORDER = f"""() => {{ {NAME}
  const held = [...document.querySelectorAll("{TARGETS}, [tabindex='0']")].filter({SHOWN})
    .filter((each) => !each.closest("svg, .skip, .offline, .stacked thead") && each.tabIndex >= 0);
  const wrong = [...document.querySelectorAll("[tabindex]")].filter((each) => each.tabIndex > 0).map(name);
  held.slice(1).forEach((each, place) => {{
    const box = each.getBoundingClientRect(), before = held[place].getBoundingClientRect();
    const isAbove = box.bottom <= before.top + 1 && box.left < before.right - 1;
    if (isAbove) wrong.push(`${{name(held[place])}} -> ${{name(each)}}`);
  }});
  return wrong;
}}"""

# WCAG 1.4.12. The sheet comes by the object model, which the policy of the page lets through, as extensions do it.
SPACED = """() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; }
    * { word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet]; }"""
AS_BEFORE = "() => { document.adoptedStyleSheets = []; }"
CUT_OFF = f"""() => {{ {NAME}
  return [...document.querySelectorAll("body *")].filter((each) => {{
    if (each.closest("svg, .visually-quiet, .dash-graph, .skip, .announce, .offline, select, textarea")) return false;
    const style = getComputedStyle(each);
    const hides = (way, more) => ["hidden", "clip"].includes(way) && more > 1;
    return (hides(style.overflowX, each.scrollWidth - each.clientWidth)
      || hides(style.overflowY, each.scrollHeight - each.clientHeight))
      && style.clipPath === "none" && each.textContent.trim() && ({SHOWN})(each);
  }}).map(name);
}}"""

# Forced colours: a mark without words that is drawn by its background alone would be gone.
MARKS = f"""() => [...document.querySelectorAll("body *")].filter({SHOWN}).flatMap((each) => ["", "::before", "::after"]
  .filter((part) => {{
    const style = getComputedStyle(each, part || null), sees = /rgba\\(.*, 0\\)|transparent/;
    const hasWords = part ? /[^"\\s]/.test(style.content.replace("none", "")) : each.textContent.trim();
    if (each.closest("svg, .dash-graph, td, th") && !part) return false;
    if (each.closest("svg, .dash-graph") || (part && style.content === "none") || hasWords) return false;
    const size = part ? [parseFloat(style.width), parseFloat(style.height)] : [each.offsetWidth, each.offsetHeight];
    return size.every((side) => side >= 4) && !sees.test(style.backgroundColor) && style.backgroundImage === "none";
  }}).map((part) => ({{ each, part }})))"""
GONE = f"""() => {{ {NAME}
  const canvas = getComputedStyle(document.body).backgroundColor;
  return ({MARKS})().filter(({{ each, part }}) => {{
    const style = getComputedStyle(each, part || null);
    return style.backgroundColor === canvas && parseFloat(style.borderTopWidth) < 1 && style.outlineStyle === "none";
  }}).map(({{ each, part }}) => `${{name(each)}} ${{each.className}}${{part}}`);
}}"""

# Language of parts: each way to another language is marked as that language, in words and as a link.
UNMARKED = """() => [...document.querySelectorAll(".languages a")].filter((each) =>
  each.lang !== each.pathname.split("/")[1] || !each.getAttribute("aria-label")).map((each) => each.outerHTML)"""

# Each picture is hidden from assistive technology and has beside it a sentence that says what it shows, and its table.
UNTOLD = f"""() => {{ {NAME}
  return [...document.querySelectorAll(".panel .picture")].filter((each) => {{
    const panel = each.closest(".panel");
    return !each.querySelector("[aria-hidden=true], [role=img][aria-label], [role=group][aria-label]")
      || !panel.querySelector(".answer")?.textContent.trim() || !panel.querySelector("table");
  }}).map(name);
}}"""

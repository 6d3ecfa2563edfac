/* The address is the state. Links and forms that lead to this same page are followed without a new load:
 * the query string is written and every panel asks again. Without this script they are plain links and forms. */
(() => {
  const isReady = () => !document.querySelector("#first-paint") && window.dash_clientside?.set_props;

  const answers = () => [...document.querySelectorAll("#page .panel .answer")].map((each) => each.textContent);

  /* Who cannot see the page hears the first answer that the choice has changed, when the panels have come to rest. */
  function tell() {
    const before = new Set(answers());
    let rest;
    const speak = () => {
      observer.disconnect();
      const changed = answers().find((each) => !before.has(each));
      if (changed) document.getElementById("announce").textContent = changed;
    };
    const observer = new MutationObserver(() => {
      clearTimeout(rest);
      rest = setTimeout(speak, 500);
    });
    observer.observe(document.getElementById("page"), { childList: true, subtree: true, characterData: true });
    setTimeout(() => observer.disconnect(), 30000);
  }

  function go(search, hash) {
    tell();
    window.dash_clientside.set_props("url", { search: search === "?" ? "" : search });
    if (hash) document.querySelector(hash)?.scrollIntoView();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || link.dataset.leave || !isReady()) return;
    /* A link within a drawing has no origin or search of its own. */
    const to = new URL(link.getAttribute("href"), location.href);
    if (to.origin !== location.origin || to.pathname !== location.pathname) return;
    if (to.search === location.search && to.hash) return;
    event.preventDefault();
    keepPlace(link);
    go(to.search, to.hash);
  });

  /* Panels are drawn anew: the keyboard goes on from the same control, or from its panel when the control is gone. */
  function keepPlace(control) {
    const region = control.closest("section[id], div[id]")?.id;
    const words = control.textContent;
    const opened = [...document.querySelectorAll("details[open][id]")].map((each) => each.id);
    const same = () => {
      if (control.id) return document.getElementById(control.id);
      const among = document.getElementById(region)?.querySelectorAll(control.tagName) ?? [];
      return [...among].find((each) => each.textContent === words);
    };
    const observer = new MutationObserver(() => {
      opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
      const active = document.activeElement;
      if (active !== document.body && active?.id !== region) return;
      const next = same() ?? document.getElementById(region);
      if (!next || next === active) return;
      if (next.id === region) next.setAttribute("tabindex", "-1");
      next.focus({ preventScroll: true });
    });
    observer.observe(document.getElementById("page"), { childList: true, subtree: true });
    setTimeout(() => observer.disconnect(), 10000);
  }

  function searchOf(form) {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
    return chosen.length ? `?${new URLSearchParams(chosen)}` : "";
  }

  function isHere(form) {
    return form.method === "get" && new URL(form.action || location.href).pathname === location.pathname;
  }

  document.addEventListener("submit", (event) => {
    if (!isHere(event.target) || !isReady()) return;
    event.preventDefault();
    keepPlace(event.submitter ?? event.target);
    go(searchOf(event.target));
  });

  /* Who finds a name in a list by its letters is let finish: the answer draws the list anew, which forgets the letters.
   * Browsers wait a second for the next one. Any other key, or leaving the list, ends the word at once. */
  const WORD = 1000;
  let isTyping = false;
  let unfinished = null;

  function finish() {
    isTyping = false;
    clearTimeout(unfinished?.timer);
    const follow = unfinished?.follow;
    unfinished = null;
    follow?.();
  }

  function whenTyped(follow) {
    clearTimeout(unfinished?.timer);
    unfinished = { follow, timer: setTimeout(finish, WORD) };
  }

  document.addEventListener("keydown", ({ key, target }) => {
    if (target.tagName !== "SELECT" || key.length !== 1) finish();
    else isTyping = true;
    if (unfinished) whenTyped(unfinished.follow);
  }, true);
  for (const type of ["focusout", "pointerdown"]) document.addEventListener(type, finish, true);

  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form || event.target.tagName !== "SELECT" || !isHere(form)) return;
    if (!isReady()) return; /* the takeover brings the choice along */
    const follow = () => {
      keepPlace(event.target);
      go(searchOf(form));
    };
    if (isTyping) whenTyped(follow);
    else follow();
  });

  /* A click on a bar narrows the page to what the bar stands for; a second click takes it back. */
  function narrow(...clicks) {
    const click = window.dash_clientside.callback_context.triggered[0]?.value;
    const chosen = click?.points?.[0]?.customdata;
    if (!chosen || !Object.keys(chosen).length || !clicks.length) return;
    const search = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(chosen)) {
      if (search.get(name) === value) search.delete(name);
      else search.set(name, value);
    }
    search.delete("page");
    go(search.size ? `?${search}` : "");
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { address: { narrow, go } });
})();

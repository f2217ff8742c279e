/* What the console's pages do beside what htmx does: whatever is here is a help and never the only way. */
(() => {
  "use strict";

  /* What is sent to be kept, and not only to see what it would come to. */
  const formOf = (detail) => detail.requestConfig?.elt.closest("form");
  const isSave = (detail) =>
    detail.requestConfig?.verb === "post" && formOf(detail)?.getAttribute("action") === detail.requestConfig.path;
  const isPost = (form) => form?.getAttribute("method") === "post"; // a field may be called method, too
  const isSentByHtmx = (form) => form.hasAttribute("hx-post") && form.getAttribute("hx-post") === form.getAttribute("action");

  const answered = performance.getEntriesByType("navigation")[0]?.responseStatus;
  /* The way back never leads to a refused form, which a browser would have to send once more. */
  const from = sessionStorage.getItem("console-sent-from");
  sessionStorage.removeItem("console-sent-from");
  if (from && answered >= 400) { window.history.replaceState(null, "", from); }

  /* A page that is left with words that nobody has yet asks first: typed and not sent, on their way, or sent and not taken. */
  const WORDS = "textarea, select, input:not([type=hidden], [type=checkbox], [type=radio], [type=search])";
  const touched = new Set();
  let isLeaving = false;
  let wasRefused = false;
  if ((answered === 401 && document.querySelector("main form")) || (document.querySelector("main:not(.door)") && (answered === 409 || answered === 422))) {
    wasRefused = true;
  }
  const isChanged = (field) => {
    switch (field.type) {
      case "hidden": case "search": case "submit": return false;
      case "checkbox": case "radio": return field.checked !== field.defaultChecked;
      case "select-one":
        return field.selectedIndex !== Math.max(0, [...field.options].findIndex((it) => it.defaultSelected));
      default: return "defaultValue" in field && field.value !== field.defaultValue;
    }
  };
  const isUnsent = (form) => form.isConnected && form.querySelector(WORDS) && [...form.elements].some(isChanged);
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (isPost(form)) { touched.add(form); }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && (underWay > 0 || wasRefused || [...touched].some(isUnsent))) { event.preventDefault(); }
  });

  /* What is on its way is awaited before the page is left for another, which would show what was before. */
  let underWay = 0;
  let isTaken = true;
  let waiting = [];
  const settled = () => {
    const field = document.activeElement;
    if (field.form && isSentByHtmx(field.form)) { field.blur(); } // which sends it
    return underWay === 0 ? Promise.resolve(true) : new Promise((done) => { waiting.push(done); });
  };
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (isSave(detail)) {
      underWay += 1;
      touched.delete(formOf(detail));
    }
  });
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (!isSave(detail)) { return; }
    const { status } = detail.xhr;
    wasRefused = status >= 400 && status < 500;
    isTaken = isTaken && status >= 200 && status < 400;
    underWay -= 1;
    setTimeout(() => { // what waited for its turn begins before this
      if (underWay > 0) { return; }
      waiting.splice(0).forEach((done) => done(isTaken));
      isTaken = true;
    });
  });

  /* A lost connection is told, and what could not be sent is sent once somebody answers again. What was pressed is not:
     it may have been done. */
  const HERE = document.currentScript.src;
  const NOBODY = [502, 503, 504];
  const unsaved = new Set();
  let isLost = false;
  const tell = (id, isSo) => { const it = document.getElementById(id); if (it) { it.hidden = !isSo; } };
  const isAnswering = () =>
    fetch(HERE, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout?.(8000) }).then((it) => it.ok, () => false);
  const listen = async () => {
    if (!await isAnswering()) {
      setTimeout(listen, 2000);
      return;
    }
    isLost = false;
    tell("offline", false);
    const again = [...unsaved];
    unsaved.clear();
    again.filter((it) => it.isConnected).forEach((it) => {
      const field = !isPost(it) && it.querySelector("input[type=search]");
      if (field) { field.dispatchEvent(new Event("input", { bubbles: true })); } else { window.htmx.trigger(it, "submit"); }
    });
  };
  const lose = () => {
    tell("offline", true);
    if (!isLost) {
      isLost = true;
      setTimeout(listen, 1000);
    }
  };
  const notSent = ({ detail }) => {
    const form = formOf(detail);
    if (isSave(detail)) { touched.add(form); }
    if (form === detail.requestConfig?.elt && (isSave(detail) || !isPost(form))) { unsaved.add(form); }
    lose();
  };
  document.addEventListener("htmx:sendError", notSent);
  document.addEventListener("htmx:timeout", notSent);
  document.addEventListener("htmx:responseError", (event) => {
    if (NOBODY.includes(event.detail.xhr.status)) {
      notSent(event);
    } else if (!event.detail.requestConfig?.elt.matches("[data-news]")) {
      if (isSave(event.detail)) { touched.add(formOf(event.detail)); }
      tell("failed", true);
    }
  });
  const isSignedOut = () => document.querySelector("#notice .card[data-out]") !== null;
  document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (!detail.successful) { return; }
    tell("failed", false);
    const notice = document.getElementById("notice");
    const isIn = detail.xhr.status < 400 && (isSave(detail) || isSignedOut()); // what is asked for news takes no other away
    if (isIn) { notice.replaceChildren(); }
  });
  window.addEventListener("offline", lose);
  window.addEventListener("online", () => { if (isLost) { listen(); } });

  /* Whoever wanted to leave is led to what was not taken. */
  const stay = () => setTimeout(() => {
    const why = document.querySelector("main [aria-invalid='true']") ?? document.querySelector("main .banner.alarm");
    why?.focus();
    why?.scrollIntoView({ block: "center" });
  }, 50); // htmx settles what it has put in

  /* So nobody leaves for a page that cannot be had, and no form is lost in the browser's own page about it. */
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || link?.target;
    if (!link || isElsewhere || event.defaultPrevented || link.getAttribute("href").startsWith("#")) { return; }
    const { href } = link;
    const rest = settled();
    if (underWay === 0 && !isLost) { return; }
    event.preventDefault();
    if (!await rest) {
      stay();
      return;
    }
    if (isLost && !await isAnswering()) { return; }
    window.location.assign(href);
  });
  let passed = null;
  let isAsking = false;
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form === passed) {
      passed = null;
      isLeaving = true;
      sessionStorage.setItem("console-sent-from", window.location.href);
      setTimeout(() => { isLeaving = false; }, 1000);
      return;
    }
    if (!event.isTrusted || !isPost(form) || isSentByHtmx(form)) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isAsking) { return; }
    isAsking = true;
    const pressed = event.submitter;
    const isDone = await settled();
    const isThere = isDone && await isAnswering();
    isAsking = false;
    if (!isThere) {
      if (isDone) { lose(); } else { stay(); }
      return;
    }
    // What came meanwhile may have put another in its place, which knows of it.
    passed = form.isConnected ? form : document.querySelector(`form[method='post'][action='${form.getAttribute("action")}']`);
    const isLike = (it) => it.type === "submit" && it.name === pressed?.name && it.value === pressed?.value;
    passed?.requestSubmit(pressed?.form === passed ? pressed : [...passed.elements].find(isLike));
  }, true);

  /* Enter in a search picks what was found, once it is what was searched for: of the catalog the first, of people the
     only one; where there are several, the first is in focus, to be pressed or passed by. */
  const searches = {
    find: { list: "shelf", found: "goods", isSure: () => true },
    q: { list: "people", found: "person", isSure: (found) => found.length === 1 },
  };
  let wanted = null;
  const pick = () => {
    const field = wanted && document.getElementById(wanted);
    const search = wanted && searches[wanted];
    const list = search && document.getElementById(search.list);
    if (!list || list.dataset.q !== field.value.trim()) { return; }
    wanted = null;
    const found = list.getElementsByClassName(search.found);
    if (found.length === 0) { return; }
    if (!search.isSure(found)) { found[0].focus(); return; }
    found[0].click();
    field.select();
  };
  document.addEventListener("keydown", (event) => {
    const search = event.key === "Enter" && searches[event.target.id];
    if (search && document.getElementById(search.list)) {
      event.preventDefault();
      wanted = event.target.id;
      pick();
    }
  });
  document.addEventListener("htmx:afterSettle", pick);

  /* What is drawn anew as a whole is not taken apart: otherwise the parts that a form names would be missing in it. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.getResponseHeader("HX-Retarget")) { event.detail.etc.selectOOB = "#nowhere"; }
  });

  /* What was typed while an answer was on its way is in none of its fields: it is put back, and sent if it was left. */
  let kept = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    const sent = event.detail.requestConfig;
    const form = sent.elt.closest("form");
    kept = [...event.detail.target.querySelectorAll("input[id]:not([type=hidden]), textarea[id]")]
      .filter((field) => field.value !== field.defaultValue)
      .filter((field) => field.form !== form || sent.parameters[field.name] !== field.value)
      .map((field) => ({
        id: field.id,
        value: field.value,
        isThere: field === document.activeElement,
        at: field.selectionStart,
      }));
  });
  document.addEventListener("htmx:afterSettle", () => {
    const again = kept;
    kept = [];
    for (const typed of again) {
      const field = document.getElementById(typed.id);
      if (!field || field.value === typed.value) { continue; }
      field.value = typed.value;
      if (typed.isThere) {
        field.focus();
        field.setSelectionRange(typed.at, typed.at);
      } else if (field.form) {
        window.htmx.trigger(field.form, "submit");
      }
    }
  });

  /* What moves money or makes something new is sent once, however often its button is pressed. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("once" in form.dataset)) { return; }
    if (form.dataset.once === "sent") { event.preventDefault(); }
    form.dataset.once = "sent";
    window.setTimeout(() => { form.dataset.once = ""; }, 10000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-once]").forEach((form) => { form.dataset.once = ""; });
  });

  /* That somebody was signed out is told once, however often the page asks for news. */
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.xhr.status === 401 && isSignedOut()) { detail.shouldSwap = false; }
  });

  /* What was refused changed nothing, so what can be undone stays. */
  let isRefused = false;
  document.addEventListener("htmx:beforeSwap", ({ detail }) => { isRefused = detail.xhr.status === 422; });
  document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    if (isRefused && detail.target.id === "undo" && !detail.fragment.querySelector(".problem")) { detail.shouldSwap = false; }
  });

  /* What others do is asked for while the page is looked at. */
  setInterval(() => {
    if (document.visibilityState === "visible") {
      document.querySelectorAll("[data-news]").forEach((it) => window.htmx.trigger(it, "news"));
    }
  }, 5000);

  /* What somebody ticked stays ticked where something else is put in its place that means the same. */
  let ticked = [];
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    ticked = [...event.detail.target.querySelectorAll("input[type=checkbox][id]:checked")];
  });
  document.addEventListener("htmx:oobAfterSwap", () => {
    for (const before of ticked) {
      const now = document.getElementById(before.id);
      if (now && now.value === before.value) { now.checked = true; }
    }
  });

  /* A form that is sent as a whole, such as an address, is sent when one leaves it. */
  let begun = null;
  document.addEventListener("input", (event) => {
    begun = event.target.closest("form[data-whole]") ?? begun;
  });
  document.addEventListener("submit", () => { begun = null; });
  document.addEventListener("focusin", (event) => {
    const form = begun;
    if (form && !form.contains(event.target)) {
      begun = null;
      if (form.isConnected) { window.htmx.trigger(form, "submit"); }
    }
  });
})();

/* What the console's pages do beside what htmx does: whatever is here is a help and never the only way. */
(() => {
  "use strict";

  const offline = () => document.getElementById("offline");
  const show = (lost) => { const it = offline(); if (it) { it.hidden = !lost; } };

  document.addEventListener("htmx:sendError", () => show(true));
  document.addEventListener("htmx:afterOnLoad", () => show(false));
  window.addEventListener("offline", () => show(true));
  window.addEventListener("online", () => show(false));

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

  /* What moves money is sent once, however often its button is pressed. */
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

  /* Words that were typed and not sent are not left without a question. */
  let unsent = null;
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[method='post']")) { unsent = event.target; }
  });
  const sent = () => { unsent = null; };
  document.addEventListener("submit", sent);
  document.addEventListener("htmx:beforeRequest", sent);
  window.addEventListener("beforeunload", (event) => {
    if (unsent && unsent.isConnected && unsent.value !== unsent.defaultValue) { event.preventDefault(); }
  });
})();

"use strict";
(() => {
  const list = document.getElementById("rows");
  const rows = Array.from(list.children);
  const controls = document.getElementById("controls");
  const count = document.getElementById("count");
  const keys = document.getElementById("keys");
  const tip = document.getElementById("tip");
  const explanations = document.getElementById("explanations");
  const shown = {
    all: () => true,
    findings: (row) => row.dataset.findings !== "0",
    unmatched: (row) => row.dataset.unmatched === "1",
    moved: (row) => row.dataset.moved === "1",
  };

  const chosen = (name) => controls.elements[name].value;

  function choose(name, value) {
    controls.elements[name].value = value;
    arrange();
  }

  function arrange() {
    const key = chosen("order");
    const wanted = shown[chosen("show")];
    const sorted = rows.slice().sort((a, b) => a.dataset[key] - b.dataset[key]);
    const fragment = document.createDocumentFragment();
    let visible = 0;
    for (const row of sorted) {
      row.hidden = !wanted(row);
      visible += row.hidden ? 0 : 1;
      fragment.append(row);
    }
    list.append(fragment);
    count.textContent = visible + " of " + rows.length + " rows shown";
  }

  function following(radios) {
    const values = Array.from(radios, (radio) => radio.value);
    return values[(values.indexOf(radios.value) + 1) % values.length];
  }

  // The place from which the next finding is sought: the focused one, or the top of the window.
  function step(direction) {
    const links = Array.from(list.querySelectorAll(".row:not([hidden]) .ref a"));
    if (links.length === 0) {
      return;
    }
    let at = links.indexOf(document.activeElement);
    if (at < 0) {
      at = links.findIndex((link) => link.getBoundingClientRect().top > 0);
      at = direction > 0 ? (at < 0 ? 0 : at) - 1 : at < 0 ? 0 : at;
    }
    const next = links[(at + direction + links.length) % links.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  function toggleExplanations() {
    const open = explanations.getAttribute("aria-pressed") !== "true";
    explanations.setAttribute("aria-pressed", String(open));
    for (const details of list.querySelectorAll("details")) {
      details.open = open;
    }
  }

  const actions = {
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    o: () => choose("order", chosen("order") === "rank" ? "number" : "rank"),
    f: () => choose("show", following(controls.elements.show)),
    e: toggleExplanations,
    "?": () => keys.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hideTip();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !keys.open) {
      const action = actions[event.key];
      if (action) {
        event.preventDefault();
        action();
      }
    }
  });

  controls.addEventListener("change", arrange);
  controls.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.getElementById("help").addEventListener("click", () => keys.showModal());
  explanations.addEventListener("click", toggleExplanations);

  // A link must lead somewhere even where its row is filtered out or its details are closed.
  function reveal(id) {
    const target = id && document.getElementById(id);
    if (!target) {
      return;
    }
    const row = target.closest(".row");
    if (row && row.hidden) {
      choose("show", "all");
    }
    for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) {
      d.open = true;
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      reveal(link.getAttribute("href").slice(1));
    }
  });

  // One tooltip in place of the titles: it follows focus too, and Escape closes it.
  let timer = 0;
  let tipOf = null;

  function showTip(place) {
    clearTimeout(timer);
    tipOf = place;
    tip.textContent = place.dataset.tip;
    tip.hidden = false;
    const at = place.getClientRects()[0];
    const box = tip.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left), window.innerWidth - box.width - 8);
    const below = at.bottom + 8;
    const above = at.top - box.height - 8;
    tip.style.left = left + "px";
    tip.style.top = (below + box.height < window.innerHeight || above < 0 ? below : above) + "px";
  }

  function hideTip() {
    clearTimeout(timer);
    tipOf = null;
    tip.hidden = true;
  }

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hideTip, 150);
  }

  for (const place of document.querySelectorAll("main [title]")) {
    place.dataset.tip = place.title;
    place.removeAttribute("title");
  }
  const tipped = (event) => event.target.closest && event.target.closest("[data-tip]");
  document.addEventListener("mouseover", (event) => {
    const place = tipped(event);
    if (place) {
      showTip(place);
    }
  });
  document.addEventListener("mouseout", (event) => tipped(event) && hideSoon());
  document.addEventListener("focusin", (event) => {
    const place = tipped(event);
    if (place) {
      place.setAttribute("aria-describedby", "tip");
      showTip(place);
    }
  });
  document.addEventListener("focusout", (event) => tipped(event) && hideTip());
  tip.addEventListener("mouseenter", () => clearTimeout(timer));
  tip.addEventListener("mouseleave", hideSoon);
  window.addEventListener("scroll", () => tipOf && showTip(tipOf), { passive: true });

  // Paper has no clicks: print with everything open, then restore.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    closed.forEach((details) => (details.open = true));
  });
  window.addEventListener("afterprint", () => closed.forEach((details) => (details.open = false)));

  controls.hidden = false;
  arrange();
  reveal(decodeURIComponent(location.hash.slice(1)));
})();

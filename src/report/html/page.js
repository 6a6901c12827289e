// Lights claims up, draws the panel, filters. Everything it shows is cloned from the page: it never parses words as markup.
(() => {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  root.classList.add("js");

  const ROLES = { content: "lit", cue: "lit-cue", source: "lit-source", antecedent: "lit-antecedent", relay: "lit-relay" };
  const SPANS = ".text [data-content], .text [data-cue], .text [data-source], .text [data-antecedent], .text [data-relay]";
  const cards = all("main .card");
  const articles = all(".article");
  const panel = byId("panel");
  let chosen = null;

  // Claims: a card a1c3 stands for the pin a1t3 in the text.
  const articleOf = (element) => element.closest(".article");
  const numberOf = (card) => card.id.split("c")[1];
  const pinOf = (card) => byId(card.id.replace("c", "t"));
  const cardOf = (article, number) => byId(`${article.id}c${number}`);
  const numbers = (span, role) => (span.dataset[role] || "").split(" ").filter(Boolean);

  // For each article, made once: the spans of each claim with the class that lights them.
  const indices = new WeakMap();
  const spansOf = (article) => {
    let index = indices.get(article);
    if (!index) {
      index = new Map();
      for (const span of all(SPANS, article)) {
        for (const [role, lit] of Object.entries(ROLES)) {
          for (const number of numbers(span, role)) {
            if (!index.has(number)) index.set(number, []);
            index.get(number).push([span, lit]);
          }
        }
      }
      indices.set(article, index);
    }
    return index;
  };

  let shining = [];
  const light = (card) => {
    for (const [span, lit] of shining) span.classList.remove(lit);
    shining = card ? spansOf(articleOf(card)).get(numberOf(card)) || [] : [];
    for (const [span, lit] of shining) span.classList.add(lit);
  };

  // The innermost claim that a place in the text belongs to and that the filters show.
  const claimAt = (target) => {
    const span = target.closest && target.closest(".text span");
    if (!span) return null;
    const article = articleOf(span);
    for (const role of ["cue", "source", "content"]) {
      for (const number of numbers(span, role).reverse()) {
        const card = cardOf(article, number);
        if (card && !card.hidden) return card;
      }
    }
    return null;
  };

  // Panel
  const explain = (id, into) => {
    const row = byId(id);
    if (!row) return;
    const list = document.createElement("dl");
    list.className = "explained";
    list.append(...Array.from(row.childNodes, (node) => node.cloneNode(true)));
    into.append(list);
  };
  const draw = (card) => {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    const box = document.createElement("div");
    box.className = copy.className;
    box.append(...copy.childNodes);
    const ids = new Set(all(".code", box).map((link) => link.getAttribute("href").slice(1)));
    byId("shown").replaceChildren(box);
    for (const id of ids) explain(id, byId("shown"));
    byId("hint").hidden = true;
    panel.classList.add("full");
    panel.scrollTop = 0;
  };
  const choose = (card, { scroll = false } = {}) => {
    if (chosen) pinOf(chosen)?.classList.remove("chosen");
    chosen = card;
    if (!card) {
      light(null);
      byId("shown").replaceChildren();
      byId("hint").hidden = false;
      panel.classList.remove("full");
      return;
    }
    articleOf(card).open = true;
    const pin = pinOf(card);
    draw(card);
    light(card);
    if (!pin) return;
    pin.classList.add("chosen");
    if (document.activeElement !== pin) pin.focus({ preventScroll: true });
    if (scroll) pin.scrollIntoView({ block: "center" });
  };
  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden);
    const at = chosen ? shown.indexOf(chosen) : -1;
    const next = shown[at === -1 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (next) choose(next, { scroll: true });
  };

  document.addEventListener("mouseover", (event) => {
    const pin = event.target.closest && event.target.closest(".text .pin");
    const card = pin ? cardOf(articleOf(pin), pin.textContent) : claimAt(event.target);
    light(card || chosen);
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.matches(".text .pin")) return;
    const card = cardOf(articleOf(event.target), event.target.textContent);
    if (card && card !== chosen) choose(card);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) return follow(event, link.getAttribute("href").slice(1));
    if (event.target.closest("a, button, summary") || String(window.getSelection())) return;
    const card = claimAt(event.target);
    if (card) choose(card);
  });
  // Links inside the page: a claim is chosen, an explanation unfolded.
  const follow = (event, id) => {
    const claim = /^(a\d+)[tc](\d+)$/.exec(id);
    const card = claim && byId(`${claim[1]}c${claim[2]}`);
    if (card) {
      event.preventDefault();
      choose(card, { scroll: !event.target.closest(".text") });
      return;
    }
    const target = byId(id);
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  byId("after").addEventListener("click", () => step(1));
  byId("before").addEventListener("click", () => step(-1));
  byId("close").addEventListener("click", () => choose(null));

  // Filters
  const fields = { find: byId("find"), source: byId("by-source"), agency: byId("by-agency"), kind: byId("by-kind"), level: byId("by-level") };
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase();
  const haystacks = new WeakMap();
  const haystack = (card) => {
    if (!haystacks.has(card)) {
      const title = articleOf(card).querySelector(".title").textContent;
      haystacks.set(card, plain(`${title} ${card.textContent}`));
    }
    return haystacks.get(card);
  };
  const matches = (card, { find, source, agency, kind, level }) =>
    (!source || card.dataset.source === source) &&
    (!agency || card.dataset.agency === agency) &&
    (!kind || card.dataset.kind === kind) &&
    (!level || card.dataset.level.split(" ").includes(level)) &&
    (!find || haystack(card).includes(find));
  const filter = () => {
    const wanted = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
    wanted.find = plain(wanted.find.trim());
    const active = Object.values(wanted).some(Boolean);
    let shown = 0;
    for (const article of articles) {
      const kept = new Set();
      for (const card of all(".card", article)) {
        card.hidden = active && !matches(card, wanted);
        pinOf(card)?.classList.toggle("off", card.hidden);
        if (!card.hidden) kept.add(numberOf(card));
      }
      shown += kept.size;
      const stray = active && level(article, wanted);
      article.hidden = active && !kept.size && !stray;
      if (article.hidden) continue;
      for (const span of all(".text [data-content]", article)) {
        span.classList.toggle("off", !numbers(span, "content").some((number) => kept.has(number)));
      }
    }
    if (chosen && chosen.hidden) choose(null);
    const output = byId("count");
    const words = shown === 0 && active ? "none" : shown === 1 ? "one" : "many";
    output.textContent = output.dataset[words].replace("{count}", shown).replace("{all}", cards.length);
    byId("clear").hidden = !active;
    byId("nothing").hidden = !articles.length || articles.some((article) => !article.hidden);
  };
  // A remark that is about no claim keeps its article, when the level is all that is asked for.
  const level = (article, wanted) =>
    wanted.level && !wanted.find && !wanted.source && !wanted.agency && !wanted.kind &&
    article.querySelector(`:scope > .remarks > .${wanted.level}`);
  let waiting = 0;
  fields.find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const field of Object.values(fields)) field.addEventListener("change", filter);
  const clear = () => {
    for (const field of Object.values(fields)) field.value = "";
    filter();
  };
  byId("clear").addEventListener("click", clear);

  // Folding, printing
  const fold = (open) => articles.forEach((article) => { article.open = open; });
  byId("unfold").addEventListener("click", () => fold(true));
  byId("fold").addEventListener("click", () => fold(false));
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  // Theme: as the system has it, light, dark.
  const theme = byId("theme");
  const THEMES = ["auto", "light", "dark"];
  const dress = (name) => {
    if (name === "auto") delete root.dataset.theme;
    else root.dataset.theme = name;
    theme.textContent = theme.dataset[name];
    theme.value = name;
  };
  const remembered = () => { try { return localStorage.getItem("selon-theme"); } catch { return null; } };
  const remember = (name) => { try { localStorage.setItem("selon-theme", name); } catch { /* A file may have no storage. */ } };
  const change = () => {
    const name = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length];
    dress(name);
    remember(name);
  };
  dress(THEMES.includes(remembered()) ? remembered() : "auto");
  theme.addEventListener("click", change);

  // Keyboard
  const help = byId("help");
  const ask = () => (help.open ? help.close() : help.showModal());
  byId("ask").addEventListener("click", ask);
  byId("close-help").addEventListener("click", () => help.close());
  const escape = (typing) => {
    if (help.open) return;
    if (typing) {
      document.activeElement.blur();
      return;
    }
    if (chosen) choose(null);
    else clear();
  };
  const KEYS = { n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), t: change, "?": ask, "/": () => fields.find.focus() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") return escape(typing);
    if (typing || (help.open && event.key !== "?")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  filter();
  if (location.hash) {
    const card = cards.find((one) => one.id === location.hash.slice(1).replace("t", "c"));
    if (card) choose(card, { scroll: true });
  }
})();

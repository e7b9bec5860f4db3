"use strict";
// Searching, filtering and copying. The page says everything without it.
(() => {
  const form = document.getElementById("filters");
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const range = document.createRange();
      range.selectNodeContents(button.closest("details").querySelector("pre"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
    });
  }
  // A link into something that is closed opens it.
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const follow = () => {
    const element = /^#[A-Za-z]/.test(location.hash) && !location.hash.includes("=") && document.getElementById(location.hash.slice(1));
    if (element) { open(element); element.scrollIntoView(); }
    return element;
  };
  if (!form) { follow(); return; }

  const search = document.getElementById("q");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll("#tree .change")];
  const groups = [...document.querySelectorAll("#tree .whole, #tree .schema")];
  const wholes = groups.filter((group) => group.classList.contains("whole"));
  const closed = wholes.filter((whole) => !whole.open);
  const texts = new Map();
  const text = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  const chosen = (name) => [...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value);

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const [risks, actions, type] = [chosen("risk"), chosen("action"), form.elements.type.value];
    let count = 0;
    for (const row of rows) {
      const data = row.dataset;
      const fits = (!risks.length || risks.includes(data.risk)) && (!actions.length || actions.includes(data.action))
        && (!type || data.type === type) && words.every((word) => text(row).includes(word));
      row.hidden = !fits;
      count += fits;
    }
    const filtered = count < rows.length || words.length > 0;
    for (const group of groups) group.hidden = !group.querySelector(".change:not([hidden])");
    if (filtered) for (const whole of wholes) whole.open = true;
    else for (const whole of closed) whole.open = false;
    document.getElementById("none").hidden = count > 0;
    found.textContent = filtered ? `${count} of ${rows.length} shown` : `${rows.length} shown`;
  };

  // #q=item&risk=high,medium&action=drop&type=index
  const ask = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    search.value = asked.get("q") ?? "";
    for (const name of ["risk", "action"]) {
      const values = (asked.get(name) ?? "").split(",");
      for (const box of form.querySelectorAll(`input[name=${name}]`)) box.checked = values.includes(box.value);
    }
    form.elements.type.value = asked.get("type") ?? "";
    if (form.elements.type.selectedIndex < 0) form.elements.type.value = "";
    filter();
    document.getElementById("changes").scrollIntoView();
  };
  const arrive = () => { if (!follow() && location.hash.includes("=")) ask(); };

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  const expand = document.getElementById("expand");
  expand.addEventListener("click", () => {
    const close = expand.textContent === "Close all";
    for (const whole of wholes) whole.open = !close;
    for (const row of rows) row.open = !close && !row.hidden;
    expand.textContent = close ? "Open all" : "Close all";
  });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      search.focus();
    }
  });
  addEventListener("hashchange", arrive);
  filter();
  arrive();
})();

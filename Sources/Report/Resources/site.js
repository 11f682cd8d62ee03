// Adds a search field to a list, and buttons that sort it, to what works as links without a script. Nothing is fetched or kept.
"use strict";
for (const table of document.querySelectorAll("table.list")) {
  const body = table.tBodies[0];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = Array.from(body.rows, (row) => ({ row, text: plain(row.textContent) }));

  const field = document.createElement("input");
  field.type = "search";
  field.id = "search";
  const label = document.createElement("label");
  label.htmlFor = field.id;
  label.textContent = table.dataset.search;
  const left = document.createElement("p");
  left.setAttribute("role", "status");
  const place = document.createElement("div");
  const search = document.createElement("div");
  search.className = "search";
  place.append(label, field);
  search.append(place, left);
  table.before(search);

  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) count += 1;
    }
    left.textContent = words.length ? table.dataset.left.replace("#", count) : "";
  });

  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent;
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const compare = (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? order.compare(a, b) : x - y;
  };
  Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      const sorted = rows.slice().sort((a, b) => compare(key(a.row, column), key(b.row, column)) * (up ? 1 : -1));
      body.append(...sorted.map(({ row }) => row));
    });
  });
}

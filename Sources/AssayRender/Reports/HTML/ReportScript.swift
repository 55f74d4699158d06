/// The one script of a report. It makes no markup of text and asks nobody for anything.
enum ReportScript {
  /// The SHA-256 of ``text`` in Base64, by which the page lets this script run and no other.
  static let digest: StaticString = "Oe/7ESbolmjeHtXtIMmVNamW4Ivu7aUO1zDw0iIlhnU="

  static let text: StaticString = #"""
    "use strict";
    (() => {
      const all = (query, inside = document) => Array.from(inside.querySelectorAll(query));

      // The contents stand open beside the text where there is room for them.
      const contents = document.querySelector("nav details");
      if (contents) {
        const wide = matchMedia("(min-width: 70rem)");
        const follow = () => { contents.open = wide.matches; };
        follow();
        wide.addEventListener("change", follow);
        contents.addEventListener("click", (event) => {
          if (!wide.matches && event.target.closest("a")) contents.open = false;
        });
      }

      // Tables: up, down, and as they were; what is missing comes last either way.
      const words = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
      const keyOf = (cell, isNumber) => {
        const text = cell.dataset.sort ?? cell.textContent;
        if (text === "") return null;
        if (!isNumber) return text;
        const numbers = text.split(" ").map(Number);
        return numbers.some(Number.isNaN) ? null : numbers;
      };
      const compare = (a, b) => {
        if (!Array.isArray(a)) return words.compare(a, b);
        for (let i = 0; i < 2; i++) {
          const x = a[i] ?? (i ? a.other : 0), y = b[i] ?? (i ? b.other : 0);
          if (x !== y) return x < y ? -1 : 1;
        }
        return 0;
      };
      const sort = (table, column, direction) => {
        const head = table.tHead.rows[0].cells;
        const isDate = head[column].classList.contains("date");
        const isNumber = isDate || head[column].classList.contains("number");
        const body = table.tBodies[0];
        body.was ??= Array.from(body.rows);
        let rows = body.was;
        if (direction) {
          const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column], isNumber) }));
          // A date without a last day ends on its first; a figure without a bound is exact.
          if (isNumber) {
            for (const { key } of keyed) if (key) key.other = isDate ? key[0] : 0;
          }
          const known = keyed.filter((each) => each.key !== null);
          known.sort((a, b) => direction * compare(a.key, b.key));
          rows = known.concat(keyed.filter((each) => each.key === null)).map((each) => each.row);
        }
        body.append(...rows);
        for (const cell of head) cell.removeAttribute("aria-sort");
        if (direction) {
          head[column].setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        }
      };
      for (const table of all("table.rows")) {
        if (table.tBodies[0].rows.length < 2) continue;
        Array.from(table.tHead.rows[0].cells).forEach((cell, column) => {
          if (cell.classList.contains("refs")) return;
          const button = document.createElement("button");
          button.type = "button";
          button.title = "Sort";
          button.append(...cell.childNodes);
          button.addEventListener("click", () => {
            const now = cell.getAttribute("aria-sort");
            sort(table, column, now === null ? 1 : now === "ascending" ? -1 : 0);
          });
          cell.append(button);
        });
      }

      // A note is shown beside the reference that is pointed at or has the focus.
      let tip = null;
      const hide = () => { tip?.remove(); tip = null; };
      const show = (event) => {
        const link = event.target.closest?.("a[role=doc-noteref]");
        if (!link) return;
        hide();
        const note = document.getElementById(link.hash.slice(1));
        if (!note) return;
        tip = document.createElement("div");
        tip.id = "tip";
        tip.setAttribute("role", "tooltip");
        for (const part of all(".says, .source", note)) {
          const line = document.createElement("p");
          line.textContent = part.textContent;
          tip.append(line);
        }
        document.body.append(tip);
        const at = link.getBoundingClientRect(), size = tip.getBoundingClientRect();
        const room = document.documentElement.clientWidth - size.width - 16;
        const isAbove = at.bottom + size.height + 12 > innerHeight && at.top > size.height + 12;
        const top = isAbove ? at.top - size.height - 6 : at.bottom + 6;
        tip.style.left = `${Math.max(16, Math.min(at.left, room)) + scrollX}px`;
        tip.style.top = `${top + scrollY}px`;
      };
      document.addEventListener("mouseover", show);
      document.addEventListener("focusin", show);
      document.addEventListener("mouseout", hide);
      document.addEventListener("focusout", hide);
      document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

      // On paper everything is open.
      let opened = [];
      addEventListener("beforeprint", () => {
        opened = all("details.quote:not([open]), details.statement:not([open])");
        for (const each of opened) each.open = true;
      });
      addEventListener("afterprint", () => { for (const each of opened) each.open = false; });
    })();
    """#
}

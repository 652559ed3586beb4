// A list of which only what is seen is in the page, so that it may be as long as it likes.

const MARGIN = 8;
/** Browsers cannot scroll a taller box. */
const TALLEST = 8_000_000;

/**
 * @template T
 */
export class VirtualList {
  /**
   * @param {HTMLElement} box a focusable listbox with a height of its own
   * @param {number} height of an entry, in pixels
   * @param {{draw: (item: T, entry: HTMLElement) => void, key: (item: T) => string, enter: (item: T) => void, reach: (item: T) => void}} how
   *     told of the item that the keyboard reaches, and of the one that is chosen
   */
  constructor(box, height, how) {
    this.box = box;
    this.height = height;
    this.how = how;
    /** @type {T[]} */
    this.items = [];
    this.active = -1;
    /** Where the active one stood before it was no longer shown. */
    this.gap = 0;
    this.spacer = document.createElement("div");
    this.spacer.setAttribute("role", "presentation");
    this.spacer.className = "spacer";
    this.box.replaceChildren(this.spacer);
    /** @type {HTMLElement[]} */
    this.entries = [];
    /** How far it is scrolled and how tall it is: asked for only when they change, since asking makes the browser lay the page out. */
    this.top = 0;
    this.tall = 0;
    box.addEventListener("scroll", () => {
      this.top = box.scrollTop;
      this.draw();
    }, { passive: true });
    box.addEventListener("keydown", (event) => this.pressed(event));
    box.addEventListener("click", (event) => this.clicked(event));
    new ResizeObserver(() => {
      this.tall = box.clientHeight;
      this.draw();
    }).observe(box);
  }

  /** Shows other items; what was active stays so if it is among them. @param {T[]} items */
  show(items) {
    const active = this.items[this.active];
    const key = active === undefined ? null : this.how.key(active);
    this.items = items;
    this.gap = this.active < 0 ? this.gap : this.active;
    this.active = key === null ? -1 : items.findIndex((item) => this.how.key(item) === key);
    this.spacer.style.height = Math.min(TALLEST, items.length * this.height) + "px";
    this.draw();
  }

  /** Pixels scrolled for each item: less than its height where the box is as tall as can be. */
  get step() {
    return Math.min(this.height, TALLEST / Math.max(1, this.items.length));
  }

  draw() {
    const first = Math.max(0, Math.floor(this.top / this.step) - MARGIN);
    const count = Math.ceil(this.tall / this.height) + 2 * MARGIN;
    const seen = this.items.slice(first, first + count);
    while (this.entries.length < seen.length) {
      const entry = document.createElement("div");
      entry.setAttribute("role", "option");
      entry.className = "entry";
      entry.style.height = this.height + "px";
      this.spacer.append(entry);
      this.entries.push(entry);
    }
    this.entries.splice(seen.length).forEach((entry) => entry.remove());
    seen.forEach((item, offset) => {
      const entry = this.entries[offset];
      const index = first + offset;
      entry.id = `${this.box.id}-${index}`;
      entry.dataset.index = String(index);
      entry.style.top = this.top + (index - this.top / this.step) * this.height + "px";
      entry.setAttribute("aria-posinset", String(index + 1));
      entry.setAttribute("aria-setsize", String(this.items.length));
      entry.setAttribute("aria-selected", String(index === this.active));
      this.how.draw(item, entry);
    });
    const active = this.active >= first && this.active < first + seen.length;
    if (active) {
      this.box.setAttribute("aria-activedescendant", `${this.box.id}-${this.active}`);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }

  /** Makes an item the active one and brings it into sight. @param {number} index */
  go(index) {
    if (!this.items.length) {
      return;
    }
    this.active = Math.max(0, Math.min(this.items.length - 1, index));
    const top = this.active * this.step;
    if (top < this.box.scrollTop) {
      this.box.scrollTop = top;
    } else if (top + this.height > this.box.scrollTop + this.box.clientHeight) {
      this.box.scrollTop = top + this.height - this.box.clientHeight;
    }
    this.top = this.box.scrollTop;
    this.draw();
  }

  /** @param {number} by */
  move(by) {
    this.reach(this.active < 0 ? this.gap + Math.min(0, by) : this.active + by);
  }

  /** @param {number} index */
  reach(index) {
    this.go(index);
    if (this.items.length) {
      this.how.reach(this.items[this.active]);
    }
  }

  enter() {
    if (this.active >= 0) {
      this.how.enter(this.items[this.active]);
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      PageDown: () => this.move(page),
      PageUp: () => this.move(-page),
      Home: () => this.reach(0),
      End: () => this.reach(this.items.length - 1),
      Enter: () => this.enter(),
      " ": () => this.enter(),
    };
    if (keys[event.key] && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      keys[event.key]();
    }
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const entry = event.target instanceof Element ? event.target.closest(".entry") : null;
    if (entry instanceof HTMLElement) {
      this.go(Number(entry.dataset.index));
      this.enter();
    }
  }
}

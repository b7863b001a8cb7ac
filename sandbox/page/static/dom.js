// Small hands for building the page: elements by name, properties and children.

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const find = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// A row of buttons of which one is chosen; the same buttons stay, so that the keyboard's focus does too.
export function choices(place, items, { chosen, choose }) {
  const known = new Map(all("button", place).map((button) => [button.dataset.choice, button]));
  items.forEach(({ key, label, count }) => {
    const button = known.get(key) ?? make("button", { type: "button", "data-choice": key, onclick: () => choose(key) });
    known.delete(key);
    const badge = count ? make("span", { class: "count" }, String(count)) : null;
    button.replaceChildren(...[label, badge].filter(Boolean));
    button.setAttribute("aria-pressed", String(key === chosen));
    if (!button.isConnected) place.append(button);
  });
  known.forEach((button) => button.remove());
}

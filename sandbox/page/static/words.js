// A message's words: known marks are built anew, everything else becomes plain text.

import { make } from "./dom.js";

const KEPT = new Set(["B", "I", "U", "S", "CODE", "PRE", "BLOCKQUOTE"]);

export function words(html) {
  const read = new DOMParser().parseFromString(html, "text/html");
  const built = document.createDocumentFragment();
  built.append(...[...read.body.childNodes].flatMap(rebuilt));
  return built;
}

export const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

function rebuilt(node) {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const inside = [...node.childNodes].flatMap(rebuilt);
  if (KEPT.has(node.tagName)) return [make(node.tagName.toLowerCase(), {}, ...inside)];
  if (node.tagName === "A" && /^https?:\/\//.test(node.getAttribute("href"))) return [link(node.getAttribute("href"), inside)];
  if (node.className === "tg-spoiler") return [spoiler(inside)];
  return inside;
}

export const link = (address, inside) => make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...inside);

function spoiler(inside) {
  const element = make("span", { class: "spoiler", tabindex: "0", role: "button" }, ...inside);
  const reveal = () => element.classList.add("open");
  element.addEventListener("click", reveal);
  element.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return element;
}

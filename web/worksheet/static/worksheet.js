// Keeps by itself what is typed into an answer's form. The page does all the same without it: by its button.
(() => {
  "use strict";
  const PAUSE = 1500; // so long (ms) after the last key
  const LONGEST = 15000; // and so long at most while one goes on typing
  const PATIENCE = 4000; // so long a button waits for what is on its way

  const form = document.getElementById("answer");
  const told = document.getElementById("kept");
  if (!form || !told) return;
  const mark = form.elements.namedItem("mark");
  let timer = 0, since = 0, changed = false, going = null, over = false;

  const words = () => {
    const all = new URLSearchParams();
    for (const [name, word] of new FormData(form)) if (typeof word === "string") all.append(name, word);
    all.append("quietly", "yes");
    return all;
  };

  const say = (text, wrong) => {
    if (told.textContent !== text) told.textContent = text;
    told.classList.toggle("wrong", Boolean(wrong));
  };

  const send = async () => {
    changed = false;
    since = 0;
    try {
      const answer = await fetch(told.dataset.to, { method: "POST", body: words(), credentials: "omit" });
      if (answer.ok) {
        const kept = await answer.json();
        mark.value = kept.mark;
        say(kept.said);
      } else if (answer.status === 409) {
        over = true;
        say(told.dataset.clash, true);
      } else {
        say(told.dataset.failed, true);
      }
    } catch {
      changed = true;
      say(told.dataset.failed, true);
    }
  };

  const keep = () => {
    clearTimeout(timer);
    if (over || !changed) return;
    // One after the other: each tells what the next begins from.
    going = (going || Promise.resolve()).then(send).finally(() => { going = null; });
  };

  const typed = (event) => {
    if (over || !event.target.form || event.target.form !== form || event.target.type === "file") return;
    changed = true;
    since = since || Date.now();
    clearTimeout(timer);
    timer = setTimeout(keep, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  };

  document.addEventListener("input", typed);
  document.addEventListener("change", typed);

  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    changed = false;
    over = true;
    if (!going) return;
    // What is on its way is let arrive first, so that it is part of what is sent now.
    event.preventDefault();
    const button = event.submitter;
    const waited = going;
    going = null;
    Promise.race([waited, new Promise((done) => setTimeout(done, PATIENCE))]).then(() => form.requestSubmit(button));
  });

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  addEventListener("pagehide", () => {
    if (changed && !over && !going) navigator.sendBeacon(told.dataset.to, words());
    changed = false;
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();

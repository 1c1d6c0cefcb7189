// Answers while one types, without a reload. The page does the same without this script, one press later.
"use strict";

const form = document.getElementById("trial");
const answer = document.getElementById("answer");
let running = null;
let waiting = 0;

async function ask() {
  clearTimeout(waiting);
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  answer.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const open = answer.querySelector("details")?.open;
    answer.replaceChildren(...page.getElementById("answer").childNodes);
    if (open) answer.querySelector("details")?.setAttribute("open", "");
    document.title = page.title;
    const chosen = page.querySelector(".examples [aria-current]")?.search;
    for (const link of form.querySelectorAll(".examples a")) {
      if (link.search === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    answer.removeAttribute("aria-busy");
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction")) return; // the other language is another page
  event.preventDefault();
  ask().then(() => answer.scrollIntoView());
});
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 300);
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

// What is pointed at lights up in the text and in the list.
function light(event) {
  const numbers = event.target.closest?.("[data-findings]")?.dataset.findings.split(" ") ?? [];
  for (const part of answer.querySelectorAll("[data-findings]")) {
    part.classList.toggle("lit", part.dataset.findings.split(" ").some((number) => numbers.includes(number)));
  }
}
answer.addEventListener("pointerover", light);
answer.addEventListener("pointerleave", light);
answer.addEventListener("focusin", light);

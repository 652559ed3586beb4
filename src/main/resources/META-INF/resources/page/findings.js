// Looks findings up while somebody types. The form works without this: it then asks for the page anew.
"use strict";

const search = document.getElementById("search");

if (search) {
  const QUIET_MS = 200;
  let waiting = null;
  let asking = null;

  const address = () => {
    const asked = new URLSearchParams(new FormData(search));
    return "findings?" + asked;
  };

  const look = async () => {
    if (asking) {
      asking.abort();
    }
    asking = new AbortController();
    const wanted = address();
    try {
      const answer = await fetch(wanted, { headers: { Accept: "text/html" }, signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("found");
      if (!answer.ok || !found) {
        search.submit();
        return;
      }
      // the place that is spoken stays, and its text changes
      const shown = document.getElementById("found");
      shown.querySelector("[role=status]").replaceChildren(...found.querySelector("[role=status]").childNodes);
      shown.querySelectorAll("section").forEach((section) => section.remove());
      shown.append(...found.querySelectorAll("section"));
      history.replaceState(null, "", wanted);
    } catch (failed) {
      if (failed.name !== "AbortError") {
        search.submit();
      }
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, QUIET_MS);
  };

  search.addEventListener("input", soon);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    look();
  });
}

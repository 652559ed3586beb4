// The form works without this: it then answers with the report as a page of its own. With it the claims come to the desk,
// where they are looked at and corrected; what is saved is asked for as the form would.

import { byId, coded, make, saveAs } from "./desk/elements.js";
import { Refused, countClaims, post } from "./desk/stream.js";
import { counted } from "./desk/values.js";

const form = document.getElementById("check");
const ANSWERS = /** @type {Record<string, string>} */ ({ html: "report.html", xlsx: "xlsx", csv: "csv", ndjson: "ndjson", "277ca": "277ca.edi", 999: "999.edi" });
const BESIDE = ["minutes", "context", "eligibility"];
const QUIET_MS = 3000;

/** Sets the form and the desk up. @param {HTMLFormElement} form */
async function open(form) {
  document.documentElement.classList.add("script");
  const { DeskView } = await import("./desk/view.js");
  const claims = byId("claims", HTMLInputElement);
  const folder = byId("folder", HTMLInputElement);
  const status = byId("status", HTMLElement);
  const progress = byId("progress", HTMLElement);
  const bar = /** @type {HTMLProgressElement} */ (progress.querySelector("progress"));
  const buttons = [...form.querySelectorAll("button")];
  /** @type {File[]} */
  let chosen = [];
  /** @type {AbortController | null} */
  let asking = null;
  let spokenAt = 0;
  claims.multiple = true;

  const problem = byId("problem", HTMLElement);
  const clearProblem = () => problem.replaceChildren();

  /** @param {string} heading @param {string} detail @param {{pointer?: string, message: string, fix?: string}[]} [errors] */
  const showProblem = (heading, detail, errors = []) => {
    problem.replaceChildren(make("div", { class: "notice error", role: "alert" },
      make("h2", {}, heading), " ",
      make("p", {}, ...coded(detail)), " ",
      errors.length
        ? make("ul", {}, ...errors.map((error) => make("li", {}, ...coded((error.pointer ? "`" + error.pointer + "`: " : "") + error.message + (error.fix ? "; " + error.fix : "")))))
        : null));
    status.textContent = "";
    problem.focus();
  };

  /** @param {unknown} error @param {string} heading */
  const failed = (error, heading) => {
    if (asking?.signal.aborted) {
      status.textContent = heading.startsWith("Not whole") ? `${heading}, then the check was cancelled.` : "Cancelled; nothing was checked.";
    } else if (error instanceof Refused) {
      showProblem(heading, error.message, error.errors);
    } else if (error instanceof DOMException && error.name === "QuotaExceededError") {
      showProblem(heading, "The browser has no room left for these claims. Take fewer at a time, or clear other desks by closing their tabs.");
    } else {
      showProblem(heading, "Something failed in this page. Load it anew and try again.");
      throw error;
    }
  };

  /** The check that goes on, or went on last. */
  let checking = Promise.resolve();
  const view = new DeskView({
    failed: (error, heading = "This was not done") => failed(error, heading),
    say: (text) => { status.textContent = text; },
    stop: () => {
      asking?.abort();
      return checking;
    },
  });

  /** @param {File[]} files */
  const choose = (files) => {
    chosen = files;
    claims.required = !files.length;
    byId("chosen", HTMLElement).textContent = files.length > 1 ? `${counted(files.length, "file")}: ${files.slice(0, 5).map((file) => file.name).join(", ")}${files.length > 5 ? ", …" : ""}` : files.length && !claims.files?.length ? files[0].name : "";
    clearProblem();
  };

  /** What stands beside the claims: the field and the file. */
  const beside = () => BESIDE.flatMap((name) => [...(byId(name, HTMLInputElement).files || [])].map((file) => /** @type {[string, File]} */ ([name, file])));

  /** @param {boolean} is */
  const working = (is) => {
    progress.hidden = !is;
    buttons.forEach((button) => { button.disabled = is; });
    form.setAttribute("aria-busy", String(is));
  };

  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0) + " MB";

  /** Whether all together is not too much; shows the problem if it is. @param {File[]} files @param {[string, File][]} besides */
  const fits = (files, besides) => {
    const limit = Number(form.dataset.limit);
    const size = [...files, ...besides.map(([, file]) => file)].reduce((sum, file) => sum + file.size, 0);
    if (size > limit) {
      showProblem("This was not checked", `The files have ${megabytes(size)}, more than the ${megabytes(limit)} that are taken at a time. Send fewer claims at a time, or use \`hearth check\`.`);
    }
    return size <= limit;
  };

  /**
   * Shows how far it is while files are judged, and what came of it.
   * @param {File[]} files
   * @param {(how: {seen: (claims: number) => void, signal: AbortSignal}) => Promise<void>} judge
   */
  const following = async (files, judge) => {
    asking = new AbortController();
    bar.removeAttribute("value");
    spokenAt = Date.now();
    working(true);
    let total = 0;
    Promise.all(files.map(countClaims)).then((all) => { total = all.includes(null) ? 0 : all.reduce((sum, one) => /** @type {number} */ (sum) + /** @type {number} */ (one), 0) || 0; }, () => {});
    try {
      await judge({
        signal: asking.signal,
        seen: (done) => {
          if (total) {
            bar.max = total;
            bar.value = done;
          }
          // a screen reader is told now and then only
          if (Date.now() - spokenAt > QUIET_MS) {
            spokenAt = Date.now();
            status.textContent = total ? `Checking: ${done.toLocaleString("en-US")} of ${counted(total, "claim")}.` : `Checking: ${counted(done, "claim")} so far.`;
          }
        },
      });
      status.textContent = view.outcome(total);
    } catch (error) {
      failed(error, view.stopped(total));
    } finally {
      working(false);
    }
  };

  const check = async (/** @type {File[]} */ files) => {
    const besides = beside();
    if (!fits(files, besides) || !view.mayBeReplaced()) {
      return;
    }
    clearProblem();
    status.textContent = "Checking.";
    await following(files, (how) => view.take(files, besides, how));
  };

  /** @param {File} file @param {string} answer */
  const fileName = (file, answer) => (file.name.replace(/\.gz$/i, "").replace(/\.[^.]*$/, "") || "claims") + "." + ANSWERS[answer];

  const save = async (/** @type {File[]} */ files, /** @type {string} */ answer) => {
    clearProblem();
    asking = new AbortController();
    bar.removeAttribute("value");
    status.textContent = "Writing.";
    working(true);
    try {
      /** @type {string[]} */
      const saved = [];
      /** @type {Set<string>} */
      const notes = new Set();
      for (const file of files) {
        const besides = beside();
        const { claims, minutes, note } = await view.asCorrected(file, besides.some(([name]) => name === "minutes"));
        const all = minutes ? [...besides, /** @type {[string, File]} */ (["minutes", minutes])] : besides;
        if (!fits([claims], all)) {
          return;
        }
        const data = new FormData();
        data.append("answer", answer);
        all.forEach(([name, one]) => data.append(name, one));
        data.append("claims", claims);
        const got = await post(form.action, { body: data, accept: "*/*;q=0.5", signal: asking.signal });
        saveAs(await got.blob(), fileName(claims, answer));
        saved.push(fileName(claims, answer) + (claims === file ? "" : ", as corrected"));
        note && notes.add(note);
      }
      status.textContent = `Saved as ${saved.join("; ")}.${[...notes].map((note) => " " + note).join("")}`;
    } catch (error) {
      failed(error, "This was not checked");
    } finally {
      working(false);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    if (!answer || answer.id === "check-button") {
      checking = check(chosen);
    } else {
      save(chosen, answer.value);
    }
  });
  claims.addEventListener("change", () => choose([...(claims.files || [])]));
  folder.addEventListener("change", () => choose([...(folder.files || [])].filter((file) => !file.name.startsWith("."))));
  byId("cancel", HTMLButtonElement).addEventListener("click", () => asking?.abort());

  /** Every file of what was dropped, those of folders too. @param {DataTransfer} dropped @returns {Promise<File[]>} */
  const files = async (dropped) => {
    const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined);
    if (!entries.some((entry) => entry.isDirectory)) {
      return [...dropped.files];
    }
    /** @param {any} entry @returns {Promise<File[]>} */
    const below = async (entry) => {
      if (entry.isFile) {
        return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
      }
      const reader = entry.createReader();
      const found = [];
      for (;;) {
        /** @type {any[]} */
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) {
          break;
        }
        found.push(...some);
      }
      return (await Promise.all(found.map(below))).flat();
    };
    return (await Promise.all(entries.map(below))).flat().filter((file) => !file.name.startsWith("."));
  };

  /** The box that something is dropped on; what is dropped beside all of them is claims. @param {EventTarget | null} target */
  const boxOf = (target) => {
    const box = target instanceof Element ? target.closest(".drop") : null;
    return box?.querySelector("input[name]") ? box : byId("drop", HTMLElement);
  };
  const leave = () => document.querySelectorAll(".drop.over").forEach((box) => box.classList.remove("over"));
  window.addEventListener("dragover", (event) => {
    event.preventDefault();
    leave();
    boxOf(event.target).classList.add("over");
  });
  window.addEventListener("dragleave", leave);
  window.addEventListener("drop", async (event) => {
    event.preventDefault();
    leave();
    const box = boxOf(event.target);
    const input = /** @type {HTMLInputElement} */ (box.querySelector("input[name]"));
    const dropped = event.dataTransfer;
    if (!dropped?.files.length) {
      return;
    }
    if (input === claims) {
      claims.value = "";
      choose(await files(dropped));
    } else if (dropped.files.length > 1 && !input.multiple) {
      showProblem("This was not taken", "These are several files; one is taken here.");
    } else {
      input.files = dropped.files;
      status.textContent = `${[...dropped.files].map((file) => file.name).join(", ")}: taken as ${input.name}.`;
    }
  });
  const goesOn = await view.restore();
  choose(view.files);
  document.documentElement.dataset.ready = "true";
  if (goesOn) {
    status.textContent = "The page was loaded anew while it read: the check goes on.";
    checking = following(view.files, (how) => view.goOn(how));
  }
}

if (form instanceof HTMLFormElement) {
  open(form);
}

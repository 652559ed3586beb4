// The form works without this: it then answers with the report as a page of its own. With it the file is judged while it
// is sent, so that the progress shown is that of the check, and the report stays beside the form.
"use strict";

const form = document.getElementById("check");

if (form) {
  const byId = (id) => document.getElementById(id);
  const claims = byId("claims");
  const besides = ["minutes", "context", "eligibility"].map(byId);
  const drop = byId("drop");
  const problem = byId("problem");
  const status = byId("status");
  const progress = byId("progress");
  const bar = progress.querySelector("progress");
  const report = byId("report");
  const save = byId("save");
  const frame = report.querySelector("iframe");
  const buttons = [...form.querySelectorAll("button")];
  const ANSWERS = { html: "report.html", ndjson: "ndjson", csv: "csv", xlsx: "xlsx", "277ca": "277ca.edi", 999: "999.edi" };
  const QUIET_MS = 3000;
  let request = null;
  let spokenAt = 0;

  document.documentElement.classList.add("script");

  const element = (name, text) => {
    const made = document.createElement(name);
    // what stands in backticks is code
    text.split("`").forEach((part, index) => {
      const child = index % 2 ? document.createElement("code") : document.createTextNode("");
      child.textContent = part;
      made.append(child);
    });
    return made;
  };

  const clearProblem = () => problem.replaceChildren();

  const showProblem = (detail, errors = []) => {
    const notice = document.createElement("div");
    notice.className = "notice error";
    notice.setAttribute("role", "alert");
    notice.append(element("h2", "This was not checked"), element("p", detail));
    if (errors.length) {
      const list = document.createElement("ul");
      for (const error of errors) {
        const where = error.pointer ? "`" + error.pointer + "`: " : "";
        list.append(element("li", where + error.message + (error.fix ? "; " + error.fix : "")));
      }
      notice.append(list);
    }
    problem.replaceChildren(notice);
    problem.focus();
  };

  const megabytes = (bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0) + " MB";

  const working = (is) => {
    progress.hidden = !is;
    buttons.forEach((button) => { button.disabled = is; });
    form.setAttribute("aria-busy", String(is));
  };

  const read = (loaded, total) => {
    bar.value = (100 * loaded) / total;
    // a screen reader is told now and then only
    if (Date.now() - spokenAt > QUIET_MS) {
      spokenAt = Date.now();
      status.textContent = "Checking: " + megabytes(loaded) + " of " + megabytes(total) + " read.";
    }
  };

  const fileName = (answer) => {
    const base = claims.files[0].name.replace(/\.gz$/i, "").replace(/\.[^.]*$/, "");
    return (base || "claims") + "." + ANSWERS[answer];
  };

  const showReport = (page) => {
    URL.revokeObjectURL(save.href);
    save.href = URL.createObjectURL(page);
    save.download = fileName("html");
    report.hidden = false;
    frame.onload = () => {
      const shown = frame.contentDocument;
      const summary = shown && shown.querySelector("header p");
      const checked = summary && !summary.classList.contains("error");
      status.textContent = (checked ? "Done. " : "") + (summary ? summary.textContent + "." : "");
      if (shown) {
        // as tall as the report, so that there is one scroll bar; a very long one scrolls by itself
        frame.style.height = Math.min(shown.documentElement.scrollHeight + 4, 20000) + "px";
      }
      report.focus({ preventScroll: true });
      report.scrollIntoView({ block: "start" });
    };
    frame.src = save.href;
  };

  const saveAs = (content, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    status.textContent = "Saved as " + name + ".";
  };

  const refused = async (answer) => {
    status.textContent = "";
    try {
      const told = JSON.parse(await answer.text());
      showProblem(told.detail || told.title, told.errors);
    } catch {
      showProblem("The service gave no readable answer. Try again, or tell whoever runs it.");
    }
  };

  const check = (answer) => {
    const limit = Number(form.dataset.limit);
    clearProblem();
    report.hidden = true;
    const beside = besides.flatMap((input) => [...input.files].map((file) => [input.name, file]));
    const size = beside.reduce((sum, [, file]) => sum + file.size, claims.files[0].size);
    if (size > limit) {
      showProblem("The file has " + megabytes(size) + ", more than the " + megabytes(limit)
        + " that are taken at a time. Send fewer claims at a time, or use `hearth check`.");
      return;
    }
    const data = new FormData();
    // the claims last: they are judged as they arrive
    data.append("answer", answer);
    if (!byId("minutes").files.length) {
      data.append("minutes", new Blob([]), "minutes.json");
    }
    beside.forEach(([name, file]) => data.append(name, file));
    data.append("claims", claims.files[0]);
    request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "blob";
    request.setRequestHeader("Accept", "application/problem+json, */*;q=0.5");
    request.upload.onprogress = (sent) => read(sent.loaded, sent.total);
    request.upload.onload = () => {
      bar.removeAttribute("value");
      status.textContent = "All of it read; the answer is being written.";
    };
    request.onload = () => {
      if (request.status !== 200) {
        refused(request.response);
      } else if (answer === "html") {
        showReport(request.response);
      } else {
        saveAs(request.response, fileName(answer));
      }
    };
    request.onerror = () => {
      status.textContent = "";
      showProblem("The service did not answer. Is it running? Was the file changed or moved since you chose it?");
    };
    request.onabort = () => { status.textContent = "Cancelled."; };
    request.onloadend = () => working(false);
    bar.value = 0;
    spokenAt = Date.now();
    status.textContent = "Checking.";
    working(true);
    request.send(data);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(event.submitter ? event.submitter.value : "html");
  });

  byId("cancel").addEventListener("click", () => {
    request.abort();
    buttons[0].focus();
  });

  window.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  window.addEventListener("dragleave", () => drop.classList.remove("over"));
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length === 1) {
      claims.files = event.dataTransfer.files;
      clearProblem();
    } else if (event.dataTransfer.files.length) {
      showProblem("These are several files; drop one at a time.");
    }
  });
}

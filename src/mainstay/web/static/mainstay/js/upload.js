// Tells how far a file has been sent, and that it is being read. Without this script the browser does.

function shown(page, answer) {
  const told = new DOMParser().parseFromString(answer, "text/html");
  document.title = told.title;
  // The form comes anew as well: it may offer to leave something out.
  for (const part of ["[data-outcome]", "[data-upload]"]) {
    page.querySelector(part).replaceWith(told.querySelector(part));
  }
  page.querySelector("[data-focus]")?.focus();
  offer(page);
}

function offer(page) {
  const form = page.querySelector("[data-upload]");
  const way = form.querySelector("[data-way]");
  const bar = way.querySelector("progress");
  const word = way.querySelector("[data-word]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const key = form.querySelector("button");
    const sending = new XMLHttpRequest();
    const cut = () => {
      way.hidden = false;
      bar.hidden = true;
      word.textContent = form.dataset.cut;
      key.disabled = false;
    };
    sending.upload.addEventListener("progress", ({ loaded, total }) => {
      bar.value = loaded / total;
      word.textContent = `${form.dataset.sending}: ${Math.round(100 * loaded / total)} %`;
    });
    sending.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      word.textContent = form.dataset.reading;
    });
    sending.addEventListener("load", () => {
      const isPage = sending.getResponseHeader("Content-Type")?.startsWith("text/html");
      if (isPage && sending.status < 500 && sending.status !== 403) shown(page, sending.responseText);
      else cut();
    });
    sending.addEventListener("error", cut);
    way.hidden = bar.hidden = false;
    key.disabled = true;
    sending.open("POST", location.href);
    sending.send(new FormData(form));
  });
}

offer(document);

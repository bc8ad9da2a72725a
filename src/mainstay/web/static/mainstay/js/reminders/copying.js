// A button that copies the text beside it; the text is selected where the browser does not let it be copied.

for (const host of document.querySelectorAll("[data-copying]")) {
  const [text, button, said] = ["text", "copy", "said"].map((name) => host.querySelector(`[data-${name}]`));
  button.hidden = false;
  button.addEventListener("click", async () => {
    text.select();
    const done = await navigator.clipboard?.writeText(text.value).then(() => true, () => false);
    said.textContent = done ? button.dataset.done : button.dataset.failed;
  });
}

// Moves focus to the error summary where the browser does not know autofocus on it.
const errors = document.querySelector("[data-focus]");
if (errors && document.activeElement !== errors) errors.focus();

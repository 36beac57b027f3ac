// Before and after a sitting: starting the clock, signing and checking credentials.
import { csrf, send } from "../server.js";

const get = (id) => document.getElementById(id);

get("begin")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  await waiting(form, get("begin-told"), async () => {
    const { sitting } = await send("POST", "/api/sittings", {
      blueprint: form.dataset.blueprint,
      extra_minutes: Number(form.elements.extra_minutes.value || 0),
      pauses: form.elements.pauses.checked,
    });
    location.assign(`/exam/${sitting}`);
  });
});

get("credential")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  await waiting(form, get("credential-told"), async () => {
    await send("POST", form.dataset.api, { name: form.elements.name.value });
    location.reload();
  });
});

get("file")?.addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  const told = get("verified");
  try {
    const answer = await fetch("/credentials/verified", {
      method: "POST",
      body: file,
      headers: { "Content-Type": "application/octet-stream", "X-CSRF-Token": csrf(), Accept: "text/html;q=0, application/json" },
    });
    const text = await answer.text();
    if (answer.ok) told.innerHTML = text;
    else say(told, JSON.parse(text).detail);
  } catch {
    say(told, "étude does not answer. Is `etude web` still running?");
  }
});

async function waiting(form, told, action) {
  const button = form.querySelector("button");
  button.disabled = true;
  told.textContent = "";
  try {
    await action();
  } catch (error) {
    told.textContent = error.message;
    button.disabled = false;
  }
}

function say(place, text) {
  const line = document.createElement("p");
  line.className = "message";
  line.textContent = text;
  place.replaceChildren(line);
}

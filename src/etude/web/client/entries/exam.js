// Before and after a sitting: starting the clock, appeals, signing and checking credentials.
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

get("appeal")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  await waiting(form, get("appeal-told"), async () => {
    await send("POST", form.dataset.api, { why: form.elements.why.value });
    location.reload();
  });
});

get("verify")?.addEventListener("change", async () => {
  const [[file], [list]] = [get("file").files, get("list").files];
  if (!file) return;
  const told = get("verified");
  try {
    const answer = await fetch("/credentials/verified", {
      method: "POST",
      body: JSON.stringify({ content: await base64(file), lists: list ? [(await list.text()).trim()] : [] }),
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf(), Accept: "text/html;q=0, application/json" },
    });
    const text = await answer.text();
    if (answer.ok) told.innerHTML = text;
    else say(told, JSON.parse(text).detail);
  } catch {
    say(told, "étude does not answer. Is `etude web` still running?");
  }
});

/** The content of a file, as JSON can carry it. */
function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function waiting(form, told, action) {
  const button = form.querySelector("button");
  button.disabled = true;
  told.textContent = form.dataset.waiting ?? "";
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

// Requests to the API, as a page of ours sends them.

export function csrf() {
  return document.querySelector("meta[name=csrf-token]")?.content ?? "";
}

/** Sends JSON and returns JSON. Throws an Error whose message the person may read. */
export async function send(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf() },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Unreachable("étude does not answer. Is `etude web` still running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(answer.detail ?? response.statusText), { answer, status: response.status });
  return answer;
}

export class Unreachable extends Error {}

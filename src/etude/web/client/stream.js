// One stream of events for a page. A browser opens few connections to one server, so a page that
// nobody sees lets go of its own; what happened meanwhile comes when it is seen again.

/**
 * `hear` maps the name of an event to what is done with its data; `onState(open)` tells how it is.
 * Returns a function that ends it.
 */
export function follow(address, hear, onState) {
  let source = null;
  let seen = "";
  let ended = false;
  const open = () => {
    const query = seen ? `?after=${encodeURIComponent(seen)}` : "";
    source = new EventSource(address + query);
    source.onopen = () => onState(true);
    source.onerror = () => {
      onState(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(reopen, 2000);
    };
    for (const [name, action] of Object.entries(hear)) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId) seen = event.lastEventId;
        action(JSON.parse(event.data));
      });
    }
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const reopen = () => {
    if (document.hidden || ended) return;
    close();
    open();
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : source || ended || open()));
  addEventListener("pagehide", close);
  // Without a network étude on this machine may still be there, so that only trying tells.
  addEventListener("offline", reopen);
  addEventListener("online", reopen);
  addEventListener("pageshow", (event) => event.persisted && reopen());
  if (!document.hidden) open();
  return () => {
    ended = true;
    close();
  };
}

// htmx, told to send the token that shows that a change comes from a page of ours.
import htmx from "htmx.org";
import { csrf } from "./server.js";

document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRF-Token"] = csrf();
});

export default htmx;

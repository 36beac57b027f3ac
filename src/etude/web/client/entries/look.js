// A page that shows a run that has ended.
import { Curves } from "../curves.js";

const root = document.getElementById("seen");
const answer = await fetch(root.dataset.curves);
if (answer.ok) new Curves(root).show(await answer.json());

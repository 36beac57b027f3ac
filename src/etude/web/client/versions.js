// Two versions of a program beside each other, with the lines marked that only one of them has.

export function compare(mine, theirs) {
  show(document.getElementById("conflict-mine"), mine, theirs);
  show(document.getElementById("conflict-theirs"), theirs, mine);
}

/** Scrolls to what differs; call it when the versions can be seen. */
export function scrollToDifference() {
  for (const mark of document.querySelectorAll(".versions pre mark:first-of-type")) {
    const box = mark.closest("pre");
    box.scrollTop = mark.offsetTop - box.clientHeight / 2;
  }
}

function show(place, text, other) {
  const known = new Set(other.split("\n"));
  const lines = text.split("\n").map((line) => {
    const shown = document.createElement(known.has(line) ? "span" : "mark");
    shown.textContent = `${line}\n`;
    return shown;
  });
  place.replaceChildren(...lines);
}

// Curves drawn by uPlot in place of the server's drawings, which stay for those without scripts.
import uPlot from "uplot";

const HEIGHT = 240;
const MOST_POWERS = 6;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** Draws the curves inside `root` and goes on drawing them as they grow. */
export class Curves {
  constructor(root) {
    this.root = root;
    this.drawn = new Map();
    this.sizes = new ResizeObserver((entries) => entries.forEach(({ target, contentRect }) => this.#fit(target, contentRect.width)));
    // Colours are painted, so they have to be painted again when the theme changes.
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#repaint());
    new MutationObserver(() => this.#repaint()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  /** Returns false when there is a curve that has no place on the page yet. */
  show(curves) {
    this.curves = curves;
    const figures = new Map([...this.root.querySelectorAll("figure.curve[data-training]")].map((one) => [keyOf(one.dataset.training, one.dataset.measure), one]));
    for (const [key, { chart, figure }] of this.drawn) {
      if (figures.get(key) !== figure) this.#drop(key, chart, figure);
    }
    let complete = true;
    for (const curve of curves) {
      const figure = figures.get(keyOf(curve.training, curve.measure));
      if (figure === undefined) complete = false;
      else this.#draw(curve, figure);
    }
    return complete;
  }

  #draw(curve, figure) {
    const key = keyOf(curve.training, curve.measure);
    const known = this.drawn.get(key);
    const data = [curve.epochs, ...curve.lines.map((line) => line.values)];
    const broken = curve.lines.map((line) => new Map(line.broken.map(({ place, value }) => [place, value])));
    if (known && known.broken.length === curve.lines.length && known.logarithmic === curve.logarithmic) {
      known.broken.splice(0, broken.length, ...broken);
      known.chart.setData(data);
      return;
    }
    if (known) this.#drop(key, known.chart, figure);
    const place = document.createElement("div");
    place.className = "drawn";
    place.setAttribute("aria-hidden", "true"); // the table of numbers says it in words
    figure.append(place);
    figure.toggleAttribute("data-drawn", true);
    const chart = new uPlot(options(curve, figure, broken), data, place);
    this.drawn.set(key, { chart, figure, broken, logarithmic: curve.logarithmic });
    this.sizes.observe(figure);
  }

  #drop(key, chart, figure) {
    this.sizes.unobserve(figure);
    chart.destroy();
    figure.querySelector(".drawn")?.remove();
    figure.removeAttribute("data-drawn");
    this.drawn.delete(key);
  }

  #fit(figure, width) {
    for (const one of this.drawn.values()) {
      if (one.figure === figure && Math.abs(one.chart.width - width) > 1) one.chart.setSize({ width, height: HEIGHT });
    }
  }

  #repaint() {
    for (const [key, { chart, figure }] of this.drawn) this.#drop(key, chart, figure);
    if (this.curves) this.show(this.curves);
  }
}

function keyOf(training, measure) {
  return `${training}:${measure}`;
}

/** `broken` has for each line what cannot lie on the axis: place -> text; it grows with the curve. */
function options(curve, figure, broken) {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const probe = document.createElement("span");
  const painted = (name) => {
    // light-dark() is resolved only where it is used as a colour.
    probe.style.color = colour(name);
    figure.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };
  const axis = { stroke: painted("--quiet"), grid: { stroke: painted("--edge"), width: 1 }, ticks: { stroke: painted("--edge"), width: 1 }, font: "12px system-ui, sans-serif" };
  const colours = curve.lines.map((line) => painted(`--${line.kind}`));
  const powers = curve.logarithmic ? { filter: powersOfTen } : {};
  return {
    hooks: { draw: [(chart) => broken.forEach((places, line) => places.forEach((_, place) => cross(chart, place, colours[line])))] },
    width: Math.max(200, Math.round(figure.clientWidth)),
    height: HEIGHT,
    cursor: { drag: { x: true, y: false } },
    legend: { live: true },
    scales: { x: { time: false }, y: curve.logarithmic ? { distr: 3 } : {} },
    axes: [{ ...axis, grid: { show: false }, incrs: WHOLE, values: (_, ticks) => ticks.map(String) }, { ...axis, ...powers, grid: { ...axis.grid, ...powers }, ticks: { ...axis.ticks, ...powers }, size: 58, values: (_, ticks) => ticks.map((tick) => (tick === null ? "" : short(tick))) }],
    series: [
      { label: "epoch", value: (chart, value) => String(value ?? chart.data[0].at(-1)) },
      ...curve.lines.map((line, at) => ({
        label: line.name,
        stroke: colours[at],
        width: 2,
        dash: line.kind === "validation" ? [6, 3] : undefined,
        points: { show: curve.epochs.length <= 40, size: 5 },
        value: (chart, value, number, place) => broken[at].get(place ?? chart.data[0].length - 1) ?? told(place === null ? chart.data[number].at(-1) : value),
      })),
    ],
  };
}

/** Marks at the upper edge an epoch whose value has no place on the axis, as the server's drawing does. */
function cross(chart, place, colour) {
  const { ctx, bbox } = chart;
  const size = 4 * devicePixelRatio;
  const x = chart.valToPos(chart.data[0][place], "x", true);
  const y = bbox.top + size;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  for (const sign of [1, -1]) {
    ctx.moveTo(x - size, y - sign * size);
    ctx.lineTo(x + size, y + sign * size);
  }
  ctx.stroke();
  ctx.restore();
}

/** At most some powers of ten, evenly spaced; uPlot leaves out what is null. */
function powersOfTen(_, splits) {
  const all = splits.map((value) => Math.log10(value)).map((power) => (Math.abs(power - Math.round(power)) < 1e-9 ? Math.round(power) : null));
  const known = all.filter((power) => power !== null);
  if (known.length < 2) return splits;
  const step = Math.max(1, Math.ceil((Math.max(...known) - Math.min(...known)) / MOST_POWERS));
  return splits.map((value, at) => (all[at] !== null && all[at] % step === 0 ? value : null));
}

/** Of the point under the pointer; without one, of the last. */
function told(value) {
  return value === null || value === undefined ? "–" : short(value);
}

function short(value) {
  return value === 0 ? "0" : Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5 ? Number(value.toPrecision(3)).toExponential() : String(Number(value.toPrecision(4)));
}

"use strict";
// Charts are drawn from the tables beside them: a table that comes anew draws its chart anew, in the same place.
const shade = (element, pseudo, property) => getComputedStyle(element, pseudo)[property];

function valuesOf(table) {
  const rows = findAll("tbody tr", table);
  return {
    briefly: rows.map(row => row.dataset.brief || find("th", row).textContent.trim()),
    fully: rows.map(row => find("th", row).textContent.trim()),
    columns: findAll("thead [data-drawn]", table).map(head => {
      const at = head.cellIndex;
      return { label: head.textContent.trim(), data: rows.map(row => (row.cells[at].dataset.v ? Number(row.cells[at].dataset.v) : null)) };
    }),
  };
}

function paint(chart) {
  const figure = chart.canvas.closest(".fig");
  const keys = findAll(".keys li", figure);
  chart.data.datasets.forEach((series, at) => {
    const colour = shade(keys[at], "::before", "backgroundColor");
    series.backgroundColor = colour;
    series.borderColor = colour;
  });
  const text = shade(find(".keys", figure), null, "color");
  const line = shade(figure, null, "borderTopColor");
  for (const scale of Object.values(chart.options.scales)) {
    scale.ticks.color = text;
    scale.grid.color = line;
    scale.border.color = line;
  }
}

function draw(canvas) {
  const { kind, unit = "" } = canvas.dataset;
  const rows = kind === "rows";
  const value = number => number.toLocaleString("en") + unit;
  const most = canvas.parentElement.clientWidth < 420 ? 14 : 26;
  const short = text => (text.length > most ? text.slice(0, most - 1) + "…" : text);
  const along = {
    stacked: kind !== "line", grid: { display: false }, border: {},
    ticks: { maxRotation: 0, autoSkip: !rows, autoSkipPadding: 14, callback(at) { return short(this.getLabelForValue(at)); } },
  };
  const across = {
    stacked: kind !== "line", beginAtZero: true, grid: {}, border: { display: false },
    ticks: { precision: unit === " %" ? 1 : 0, maxTicksLimit: 6, maxRotation: 0, callback: value },
  };
  const chart = new Chart(canvas, {
    type: kind === "line" ? "line" : "bar",
    data: { datasets: [] },
    options: {
      animation: false, maintainAspectRatio: false, indexAxis: rows ? "y" : "x",
      interaction: { mode: "index", axis: rows ? "y" : "x", intersect: false },
      font: { family: shade(page.body, null, "fontFamily") },
      datasets: { bar: { maxBarThickness: 34, categoryPercentage: .86, barPercentage: .9, borderRadius: 2 }, line: { borderWidth: 2, pointRadius: 2, pointHitRadius: 12, spanGaps: true } },
      scales: rows ? { x: across, y: along } : { x: along, y: across },
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: {
          title: items => chart.fully[items[0].dataIndex],
          label: item => ` ${item.dataset.label}: ${value(item.raw)}`,
        } },
      },
    },
  });
  Chart.defaults.font.family = chart.options.font.family;
  return chart;
}

behaviours.plot = table => {
  const canvas = find(`canvas[data-of="${table.id}"]`);
  if (!canvas || !find("tbody tr", table)) return;
  const found = valuesOf(table);
  const chart = Chart.getChart(canvas) || draw(canvas);
  chart.fully = found.fully;
  chart.data.labels = found.briefly;
  found.columns.forEach((column, at) => {
    chart.data.datasets[at] = Object.assign(chart.data.datasets[at] || {}, column);
  });
  paint(chart);
  chart.update("none");
};

// Another look is another set of colours.
function repaint() {
  for (const canvas of findAll("canvas[data-of]")) {
    const chart = Chart.getChart(canvas);
    if (chart) {
      paint(chart);
      chart.update("none");
    }
  }
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
new MutationObserver(repaint).observe(page.documentElement, { attributeFilter: ["data-theme"] });

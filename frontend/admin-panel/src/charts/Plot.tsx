import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import type { Point } from "./TrendChart";

interface Props {
  points: Point[];
  format: (value: number) => string;
  formatAt: (at: Date) => string;
}

/** The canvas knows neither custom properties nor `light-dark()`: the browser resolves them first. */
function resolved(box: HTMLElement, token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${token})`;
  box.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}

function optionsFor(box: HTMLElement, { format, formatAt }: Props): uPlot.Options {
  const [accent, soft, faint, line] = ["accent", "accent-soft", "faint", "line"].map((token) =>
    resolved(box, token),
  );
  const font = `12px ${getComputedStyle(box).fontFamily}`;
  const axis = { stroke: faint, font, ticks: { show: false }, border: { show: false } };
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: (_, low, high) => [Math.min(0, low), high <= 0 ? 1 : high * 1.1] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 90,
        values: (_, ticks) => ticks.map((tick) => formatAt(new Date(tick * 1000))),
      },
      {
        ...axis,
        size: 72,
        grid: { stroke: line, width: 1 },
        values: (_, ticks) => ticks.map((tick) => format(tick)),
      },
    ],
    series: [
      {},
      { stroke: accent, fill: soft, width: 2, points: { show: true, size: 6, fill: accent } },
    ],
  };
}

export function Plot(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current;
    if (!place) {
      return;
    }
    const data: uPlot.AlignedData = [
      props.points.map(({ at }) => at.getTime() / 1000),
      props.points.map(({ value }) => value),
    ];
    let plot: uPlot | null = null;
    const draw = () => {
      plot?.destroy();
      plot = new uPlot(optionsFor(place, props), data, place);
    };
    const size = new ResizeObserver(() =>
      plot?.setSize({ width: place.clientWidth, height: place.clientHeight }),
    );
    const look = new MutationObserver(draw);
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    draw();
    size.observe(place);
    look.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    system.addEventListener("change", draw);
    return () => {
      size.disconnect();
      look.disconnect();
      system.removeEventListener("change", draw);
      plot?.destroy();
    };
  }, [props]);
  return <div ref={box} className="size-full overflow-hidden" />;
}

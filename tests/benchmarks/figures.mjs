/** The nearest-rank quantile of unsorted figures. */
export function quantile(figures, q) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
}

export const median = (figures) => quantile(figures, 0.5);

const print = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/**
 * Collects the lines of one run. A figure is what its rounds measured: its median counts, the smallest and largest say
 * how noisy the machine was. A goal that is missed is said plainly and ends nothing: figures are no tests.
 */
export function createTable(write) {
  let missed = 0;
  const line = ({ name, rounds, unit, goal }) => {
    const middle = median(rounds);
    const spread = `${print(Math.min(...rounds))} … ${print(Math.max(...rounds))}`;
    const row = [name.padEnd(62), `${print(middle)} ${unit}`.padStart(12), spread.padStart(19)];
    if (goal === undefined) return row.join('  ');
    const isMet = middle <= goal;
    if (!isMet) missed += 1;
    const verdict = isMet ? 'met' : `goal missed ×${(middle / goal).toFixed(2)}`;
    return [...row, `goal ≤ ${goal} ${unit}: ${verdict}`].join('  ');
  };
  return {
    title: (text) => write(`\n${text}`),
    note: (text) => write(`  ${text}`),
    add: (figure) => write(`  ${line(figure)}`),
    missed: () => missed,
  };
}

/** How long one fixed piece of arithmetic takes: on a quiet machine every round takes the same. */
export function calibrate(rounds = 9) {
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    let state = 1;
    for (let i = 0; i < 20_000_000; i += 1) state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state === 0 ? 0 : performance.now() - began;
  });
}

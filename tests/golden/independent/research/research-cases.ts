import type { Random } from '../random';

/** Saaty's judgements, mostly reciprocal as they must be; one in ten is broken on purpose. */
export function ahpCase(random: Random): unknown {
  const size = random.between(1, 7);
  const one = () => {
    const rows = random.list(size, () => random.list(size, () => '1'));
    for (let row = 0; row < size; row += 1) {
      for (let column = row + 1; column < size; column += 1) {
        const [above, below] = [random.between(1, 9), random.between(1, 9)];
        (rows[row] as string[])[column] = `${above}/${below}`;
        (rows[column] as string[])[row] = random.chance(1) ? '2' : `${below}/${above}`;
      }
    }
    return rows;
  };
  const randomIndex = random.chance(30) ? { randomIndex: random.pick(['1980', '2008']) } : {};
  return random.chance(25)
    ? { matrices: random.list(random.between(1, 4), one), ...randomIndex }
    : { matrix: one(), ...randomIndex };
}

/** Figures of a few units, with columns of one value and with zeros now and then. */
export function entropyCase(random: Random): unknown {
  const columns = random.between(1, 6);
  const equal = random.list(columns, () => random.chance(10));
  return {
    matrix: random.list(random.between(1, 12), () =>
      random.list(columns, (column) => (equal[column] ? '7' : `${random.below(1000)}.${random.below(100)}`)),
    ),
    directions: random.list(columns, () => random.pick(['max', 'min'])),
    normalise: random.pick(['min-max', 'sum']),
  };
}

/** Marks of a few raters on a few things, with gaps now and then. */
export function agreementCase(random: Random): unknown {
  const raters = random.between(1, 5);
  const gaps = random.chance(40) ? 20 : 0;
  const most = random.pick([1, 4, 100]);
  const statistic = random.pick(['krippendorff', 'krippendorff', 'icc', 'kendall']);
  const level =
    statistic === 'krippendorff' && random.chance(80)
      ? { level: random.pick(['nominal', 'ordinal', 'interval', 'ratio']) }
      : {};
  return {
    ratings: random.list(random.between(1, 9), () =>
      random.list(raters, () => (random.chance(gaps) ? null : random.below(most + 1))),
    ),
    statistic,
    ...level,
  };
}

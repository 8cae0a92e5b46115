/** A long Chinese name breaks in two, so that all of it stays readable beside its bar. */
export const breakName = (name: string): string =>
  name.length > 6 && /[\u3400-\u9fff]/.test(name)
    ? `${name.slice(0, Math.ceil(name.length / 2))}\n${name.slice(Math.ceil(name.length / 2))}`
    : name;

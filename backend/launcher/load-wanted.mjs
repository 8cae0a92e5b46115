import { LaunchError } from './launch-error.mjs';

/** Ids have four digits; before 1949-10 there is no month. */
const MOST = { counties: 9999, months: 240 };
/** The county-level divisions of the country, and three years. */
const USUAL = { counties: 2844, months: 36 };

/**
 * What `npm run load` is asked for.
 *
 * @param {string[]} parameters such as `--counties 2844 --months 36 --configured`
 * @returns {{ counties: number, months: number, configured: boolean }}
 */
export function readLoadWanted(parameters) {
  const wanted = { ...USUAL, configured: false };
  const given = parameters.flatMap((one) => (one.startsWith('--') ? one.split(/=(.*)/s).slice(0, 2) : [one]));
  for (let i = 0; i < given.length; i += 1) {
    const name = given[i].slice(2);
    if (given[i] === '--configured') wanted.configured = true;
    else if (given[i].startsWith('--') && Object.hasOwn(MOST, name)) {
      wanted[name] = wholeNumber(given[i], given[i + 1], MOST[name]);
      i += 1;
    } else throw unknown(given[i]);
  }
  return wanted;
}

function wholeNumber(name, text, most) {
  const number = Number(text);
  if (/^[0-9]{1,5}$/.test(text ?? '') && number >= 1 && number <= most) return number;
  const read = text === undefined ? ['没有填写', 'nothing'] : [`读到“${text}”`, `"${text}"`];
  throw new LaunchError({
    zh: `${name} 应为 1 至 ${most} 之间的整数,${read[0]}。例如:npm run load -- --counties 2844 --months 36。`,
    en: `${name} takes a whole number from 1 to ${most}; ${read[1]} was given. For example: npm run load -- --counties 2844 --months 36.`,
  });
}

const unknown = (text) =>
  new LaunchError({
    zh: `不认识参数“${text}”。可用的参数:--counties、--months、--configured。`,
    en: `"${text}" is no parameter of this command. It takes --counties, --months and --configured.`,
  });

import type { Funds } from '@yuheng/shared/contract/funds';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { fundsSentence } from '@yuheng/shared/domain/sentences/funds';

type CountyFunds = Funds['counties'][number];

/** What one county's money comes to, in the form of the sums of all. */
const totalOf = (county: CountyFunds): Funds['total'] => ({
  budgetFen: county.budgetFen ?? 0,
  issuedFen: county.issued.fen,
  receivedFen: county.received.fen,
  passedOnFen: county.passedOn.fen,
  spentFen: county.spentFen,
  expectedFen: county.expectedFen,
  advancedFen: county.advancedFen,
});

/**
 * The page of one county, made of what is there already: its chain, months, row and plan, and its sentence by the same function
 * that the server uses. Without a picked county, or with an unknown one, all of it.
 */
export function pickedFunds(data: Funds, id: string | null): Funds & { readonly of: CountyFunds | null } {
  const county = data.counties.find((one) => one.id === id);
  if (!county) return { ...data, of: null };
  const total = totalOf(county);
  const { year, splitYear } = data;
  const said = fundsSentence(year, total, { isGathered: county.state === 'reported', splitYear });
  const headline: Bilingual = { zh: `${county.name}：${said.zh}`, en: `${county.name}: ${said.en}` };
  const plan = data.plan && { ...data.plan, counties: data.plan.counties.filter((one) => one.id === id) };
  return { ...data, of: county, total, headline, plan, counties: [county], months: county.months };
}

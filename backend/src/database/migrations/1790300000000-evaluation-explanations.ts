import type { QueryRunner } from 'typeorm';
import { inflateSync } from 'node:zlib';
import type { GatheringPart } from './1790200000000-gathering-part';

/** Explanations are packed by the program: JSON that stands there stays readable as it is, and PostgreSQL packs nothing twice. */
export const EXPLANATIONS: GatheringPart = {
  up: [
    `alter table scoring_result alter column explanation type bytea using convert_to(explanation::text, 'UTF8')`,
    'alter table scoring_result alter column explanation set storage external',
  ],
  down: [
    `alter table scoring_result alter column explanation type jsonb using convert_from(explanation, 'UTF8')::jsonb`,
    'alter table scoring_result alter column explanation set storage extended',
  ],
};

interface Step {
  readonly children: readonly Step[];
}

interface Key {
  readonly run: string;
  readonly county: string;
}

/** Before `down`: every packed explanation as the JSON that it was, one after another, for they may be many. */
export async function unpackExplanations(runner: QueryRunner): Promise<void> {
  await runner.query('alter table scoring_result no force row level security, disable trigger user');
  const packed: Key[] = await runner.query(
    `select run_id as run, county_id as county from scoring_result where get_byte(explanation, 0) <> ascii('{')`,
  );
  for (const { run, county } of packed) {
    const [{ explanation }] = (await runner.query(
      'select explanation from scoring_result where run_id = $1 and county_id = $2',
      [run, county],
    )) as [{ explanation: Buffer }];
    await runner.query('update scoring_result set explanation = $3 where run_id = $1 and county_id = $2', [
      run,
      county,
      Buffer.from(unpacked(explanation)),
    ]);
  }
  await runner.query('alter table scoring_result force row level security, enable trigger user');
}

/** The leaves' steps stand below the total, at the end of their ways, and were a second time beside it. */
function unpacked(bytes: Buffer): string {
  const { total, ways } = JSON.parse(inflateSync(bytes).toString('utf8')) as {
    total: Step;
    ways: Record<string, number[]>;
  };
  const leaves = Object.entries(ways).map(([id, way]) => [
    id,
    way.reduce<Step | undefined>((step, place) => step?.children[place], total),
  ]);
  return JSON.stringify({ total, leaves: Object.fromEntries(leaves) as Record<string, Step> });
}

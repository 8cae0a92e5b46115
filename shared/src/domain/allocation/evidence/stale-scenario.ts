import { bilingual, type Bilingual } from '../../bilingual';

/** What a saved scenario rested on, and what stands today. */
export interface ScenarioStanding {
  readonly evidenceSha256: string;
  /** Null: nothing can be worked out today, for the reason stated. */
  readonly evidenceToday: string | null;
  readonly obstacle: Bilingual | null;
  /** The version of the policy that was published since and says something else; null: none. */
  readonly policySince: number | null;
}

/**
 * Why a scenario can be read and no longer submitted: its evidence changed or is gone, or another policy is in force
 * since. Null: it stands.
 */
export function staleBecause(standing: ScenarioStanding): Bilingual | null {
  const { evidenceSha256, evidenceToday, obstacle, policySince } = standing;
  if (evidenceToday === null) {
    return bilingual(
      `测算之后，所依据的数据已不能用于测算：${obstacle?.zh ?? ''}请按现在的数据重新测算并保存。`,
      `What it was computed from can not be used any more: ${obstacle?.en ?? ''} Compute it again from what stands now, and save that.`,
    );
  }
  if (evidenceToday !== evidenceSha256) {
    return bilingual(
      '测算之后，所依据的数据（现行分配、归集数据或者评价结果）有变化；请按现在的数据重新测算并保存。',
      'The split in force, the gathered figures or the results changed since it was computed: compute it again from what stands now, and save that.',
    );
  }
  if (policySince === null) return null;
  return bilingual(
    `测算之后发布了第${policySince}版分配办法，与本方案的设置不同；请按现行办法重新测算并保存。`,
    `Version ${policySince} of the policy was published since and says something else: compute the scenario again by it, and save that.`,
  );
}

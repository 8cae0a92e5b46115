import { bilingual } from '../../bilingual';
import { staleBecause, type ScenarioStanding } from './stale-scenario';

const standing = (changed: Partial<ScenarioStanding> = {}): ScenarioStanding => ({
  evidenceSha256: 'a',
  evidenceToday: 'a',
  obstacle: null,
  policySince: null,
  ...changed,
});

describe('a saved scenario', () => {
  it('stands while its evidence is the same and no other policy was published', () => {
    expect(staleBecause(standing())).toBeNull();
  });

  it('is stale once its evidence changed, whatever was published', () => {
    const said =
      '测算之后，所依据的数据（现行分配、归集数据或者评价结果）有变化；请按现在的数据重新测算并保存。';
    expect(staleBecause(standing({ evidenceToday: 'b' }))?.zh).toBe(said);
    expect(staleBecause(standing({ evidenceToday: 'b', policySince: 2 }))?.zh).toBe(said);
  });

  it('says why nothing can be worked out from its evidence any more', () => {
    const obstacle = bilingual('该评价结果之后已另行定案。', 'That result was finalised anew.');
    const stale = staleBecause(standing({ evidenceToday: null, obstacle }));
    expect(stale?.zh).toBe(
      '测算之后，所依据的数据已不能用于测算：该评价结果之后已另行定案。请按现在的数据重新测算并保存。',
    );
    expect(stale?.en).toContain('That result was finalised anew.');
  });

  it('names the version that was published since', () => {
    const stale = staleBecause(standing({ policySince: 3 }));
    expect(stale?.zh).toContain('第3版分配办法');
    expect(stale?.en).toContain('Version 3');
  });
});

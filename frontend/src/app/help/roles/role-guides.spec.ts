import { role } from '@yuheng/shared/contract/roles';
import { routes } from '../../app.routes';
import { ROLE_GUIDES } from './role-guides';

const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;

describe('the guides of the roles', () => {
  it('are one for each role of the contract', () => {
    expect(ROLE_GUIDES.map((guide) => guide.role).sort()).toEqual([...role.options].sort());
  });

  it.each(ROLE_GUIDES.map((guide) => [guide.role, guide] as const))(
    'say in both languages what a %s comes for and how it is done',
    (_, { purpose, limits, steps }) => {
      const said = [purpose, limits, ...steps.flatMap(({ title, text }) => [title, text])];
      expect(said.filter(({ zh, en }) => !CHINESE.test(zh) || CHINESE.test(en) || !en.trim())).toEqual([]);
      expect(steps.length).toBeGreaterThan(0);
    },
  );

  it('lead only to pages that there are', () => {
    const known = JSON.stringify(routes, (_key, value: unknown) =>
      typeof value === 'function' ? '' : value,
    );
    const firsts = ROLE_GUIDES.flatMap(({ steps }) => steps)
      .map(({ path }) => path?.split('/')[1])
      .filter((part) => part !== undefined);
    expect(firsts.filter((part) => !known.includes(`"path":"${part}`))).toEqual([]);
  });
});

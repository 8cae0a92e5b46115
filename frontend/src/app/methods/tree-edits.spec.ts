import { addBehind, addInside, change, moveTo, remove, step, treeRows, type Indicator } from './tree-edits';

const leaf = (id: string, parent?: string): Indicator => ({
  id,
  ...(parent ? { parent } : {}),
  name: id,
  marks: '5',
  rule: { kind: 'yesNo' },
});
const heading = (id: string, parent?: string): Indicator => ({ id, ...(parent ? { parent } : {}), name: id });
/** a (a1, a2 (a21)), b (b1). */
const TREE = [
  heading('a'),
  leaf('a1', 'a'),
  heading('a2', 'a'),
  leaf('a21', 'a2'),
  heading('b'),
  leaf('b1', 'b'),
];
const shape = (all: readonly Indicator[]) =>
  treeRows(all).map(({ number, indicator }) => `${number} ${indicator.id}`);

it('rows are numbered by their place in the tree', () => {
  expect(shape(TREE)).toEqual(['1 a', '1.1 a1', '1.2 a2', '1.2.1 a21', '2 b', '2.1 b1']);
});

it('a heading moves with everything below it', () => {
  expect(shape(step(TREE, 'a2', 'up'))).toEqual(['1 a', '1.1 a2', '1.1.1 a21', '1.2 a1', '2 b', '2.1 b1']);
  expect(shape(step(TREE, 'a', 'down'))).toEqual(['1 b', '1.1 b1', '2 a', '2.1 a1', '2.2 a2', '2.2.1 a21']);
});

it('a step in goes below the brother before it, a step out behind its heading', () => {
  expect(shape(step(TREE, 'a2', 'in'))).toEqual([
    '1 a',
    '1.1 a1',
    '1.1.1 a2',
    '1.1.1.1 a21',
    '2 b',
    '2.1 b1',
  ]);
  expect(shape(step(TREE, 'a21', 'out'))).toEqual(['1 a', '1.1 a1', '1.2 a2', '1.3 a21', '2 b', '2.1 b1']);
});

it.each([
  ['a1', 'up'],
  ['b', 'down'],
  ['a1', 'in'],
  ['a', 'out'],
] as const)('where there is no way %s stays where it is', (id, way) => {
  expect(step(TREE, id, way)).toBe(TREE);
});

it('an indicator that gets one below it keeps neither marks nor rule', () => {
  expect(addInside(TREE, 'b1', leaf('new'))[5]).toEqual(heading('b1', 'b'));
});

it('nothing goes below itself', () => {
  expect(moveTo(TREE, 'a', 'a21', 'inside')).toBe(TREE);
});

it('a branch is put before another heading', () => {
  expect(shape(moveTo(TREE, 'b1', 'a1', 'before'))).toEqual([
    '1 a',
    '1.1 b1',
    '1.2 a1',
    '1.3 a2',
    '1.3.1 a21',
    '2 b',
  ]);
});

it('removing takes what is below away, adding puts behind the whole branch', () => {
  expect(shape(remove(TREE, 'a2'))).toEqual(['1 a', '1.1 a1', '2 b', '2.1 b1']);
  expect(shape(addBehind(TREE, 'a', leaf('new')))).toEqual([
    '1 a',
    '1.1 a1',
    '1.2 a2',
    '1.2.1 a21',
    '2 new',
    '3 b',
    '3.1 b1',
  ]);
});

it('a new id of a heading is followed by what stands below it', () => {
  expect(shape(change(TREE, 'a2', heading('renamed', 'a')))).toEqual([
    '1 a',
    '1.1 a1',
    '1.2 renamed',
    '1.2.1 a21',
    '2 b',
    '2.1 b1',
  ]);
});

import { checkSettling } from './settle-document';

const pointersOf = (settling: Parameters<typeof checkSettling>[0], mayWaive = true) =>
  checkSettling(settling, mayWaive).map((one) => one.pointer);

describe('ticking a document of the list', () => {
  it('received, it says where it is: a document or a note', () => {
    expect(pointersOf({ state: 'received', note: null, evidence: 1 })).toEqual([]);
    expect(pointersOf({ state: 'received', note: '现场查阅原件', evidence: 0 })).toEqual([]);
    expect(pointersOf({ state: 'received', note: null, evidence: 0 })).toEqual(['/note']);
  });

  it('not needed, it says why', () => {
    expect(pointersOf({ state: 'waived', note: null, evidence: 0 })).toEqual(['/note']);
    expect(pointersOf({ state: 'waived', note: '与上一项合并', evidence: 0 })).toEqual([]);
  });

  it('a county says that it handed something in, and nothing else', () => {
    expect(pointersOf({ state: 'received', note: '已寄出', evidence: 0 }, false)).toEqual([]);
    expect(pointersOf({ state: 'waived', note: '没有此项', evidence: 0 }, false)).toEqual(['/state']);
    expect(pointersOf({ state: 'asked', note: null, evidence: 0 }, false)).toEqual(['/state']);
  });
});

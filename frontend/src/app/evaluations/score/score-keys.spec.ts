import { keyAct } from './score-keys';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const BOX = { inBox: true, chooses: false };
const LIST = { inBox: true, chooses: true };
const LIST_OF_PAGES = { inBox: false, chooses: true };
const ELSEWHERE = { inBox: false, chooses: false };

describe('the keys of the workspace', () => {
  it('Enter and the arrows go from box to box, and are nobody’s elsewhere', () => {
    expect(keyAct(press('Enter'), BOX)).toBe('next');
    expect(keyAct(press('ArrowDown'), BOX)).toBe('next');
    expect(keyAct(press('ArrowUp'), BOX)).toBe('previous');
    expect(keyAct(press('Enter'), ELSEWHERE)).toBeNull();
    expect(keyAct(press('ArrowDown'), ELSEWHERE)).toBeNull();
  });

  it('in a list the arrows choose, and Enter goes on', () => {
    expect(keyAct(press('ArrowDown'), LIST)).toBeNull();
    expect(keyAct(press('Enter'), LIST)).toBe('next');
  });

  it('Ctrl+Enter confirms and Alt+T turns, wherever the focus is', () => {
    for (const where of [BOX, LIST, ELSEWHERE]) {
      expect(keyAct(press('Enter', { ctrlKey: true }), where)).toBe('confirm');
      expect(keyAct(press('t', { altKey: true }), where)).toBe('turn');
      expect(keyAct(press('S', { altKey: true }), where)).toBe('sign');
      expect(keyAct(press('ArrowDown', { altKey: true }), where)).toBe('nextPage');
    }
  });

  it('a list that is no box is opened and gone through by its own keys', () => {
    expect(keyAct(press('ArrowDown', { altKey: true }), LIST_OF_PAGES)).toBeNull();
    expect(keyAct(press('ArrowDown'), LIST_OF_PAGES)).toBeNull();
    expect(keyAct(press('t', { altKey: true }), LIST_OF_PAGES)).toBe('turn');
  });

  it('Esc leads from the remarks back to the box', () => {
    expect(keyAct(press('Escape'), ELSEWHERE)).toBe('box');
    expect(keyAct(press('Escape'), BOX)).toBeNull();
  });

  it('while Chinese is being composed no key is ours', () => {
    expect(keyAct(press('Enter', { isComposing: true }), BOX)).toBeNull();
  });
});

import { nextField } from './next-field';

function given(): HTMLElement {
  const form = document.createElement('div');
  form.innerHTML = `
    <input data-entry name="first" />
    <input data-entry type="radio" name="group" value="a" />
    <input data-entry type="radio" name="group" value="b" />
    <input type="checkbox" name="aside" />
    <textarea data-entry name="last"></textarea>`;
  return form;
}
const field = (form: HTMLElement, selector: string): Element => form.querySelector(selector) as Element;

describe('the field behind the one in which Enter was pressed', () => {
  it('is the chosen one of a group of choices, or its first', () => {
    const form = given();
    const first = field(form, '[name=first]');
    expect(nextField(form, first)).toBe(field(form, '[value=a]'));
    (field(form, '[value=b]') as HTMLInputElement).checked = true;
    expect(nextField(form, first)).toBe(field(form, '[value=b]'));
  });

  it('lies behind the whole group, and there is none at the end', () => {
    const form = given();
    expect(nextField(form, field(form, '[value=a]'))).toBe(field(form, '[name=last]'));
    expect(nextField(form, field(form, '[name=last]'))).toBeNull();
    expect(nextField(form, field(form, '[name=aside]'))).toBeNull();
  });
});

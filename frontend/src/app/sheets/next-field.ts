type Field = HTMLInputElement | HTMLTextAreaElement;

/** Of a group of choices the chosen one takes the focus, or the first where none is chosen. */
function takesFocus(field: Field, fields: readonly Field[]): boolean {
  if (field.type !== 'radio' || (field as HTMLInputElement).checked) return true;
  const group = fields.filter((one) => one.name === field.name);
  return group[0] === field && !group.some((one) => (one as HTMLInputElement).checked);
}

/** The field behind the one in which Enter was pressed; choices of one group count as one field. Null at the end. */
export function nextField(form: HTMLElement, from: Element): Field | null {
  const fields = [...form.querySelectorAll<Field>('[data-entry]')];
  const here = fields.find((one) => one === from);
  if (!here) return null;
  const behind = fields.slice(fields.indexOf(here) + 1);
  return behind.find((one) => one.name !== here.name && takesFocus(one, fields)) ?? null;
}

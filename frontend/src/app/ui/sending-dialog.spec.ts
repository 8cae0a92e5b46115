import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { FormControl, FormGroup } from '@angular/forms';
import { ApiProblem } from '../api/api-problem';
import { givenServer, said } from '../testing';
import { Field } from './field';
import { Language } from './language';
import { needsText } from './needs-text';
import { SendingDialog } from './sending-dialog';

/** A dialogue of two fields, and what it sent. */
@Component({
  imports: [Field, SendingDialog],
  template: `
    <yh-sending-dialog
      #dialog
      heading="发布"
      act="确认发布"
      [open]="open()"
      [form]="form"
      [send]="send"
      (closed)="open.set(false)"
    >
      <p>发布后不能修改。</p>
      <yh-field
        fieldId="name"
        label="名称"
        [control]="form.controls.name"
        [error]="dialog.asked() && form.controls.name.invalid ? '请填写名称' : ''"
      />
      <yh-field
        fieldId="document"
        label="文号"
        [control]="form.controls.document"
        [error]="dialog.asked() && form.controls.document.invalid ? '请填写文号' : ''"
      />
    </yh-sending-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Caller {
  readonly open = signal(true);
  readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: needsText(2, 4) }),
    document: new FormControl('', { nonNullable: true, validators: needsText(4) }),
  });
  sent = 0;
  answer: () => Promise<unknown> = async () => {};
  readonly send = async (): Promise<void> => {
    this.sent += 1;
    await this.answer();
  };
}

interface Opened {
  readonly fixture: ComponentFixture<Caller>;
  readonly caller: Caller;
  readonly page: HTMLElement;
}

async function open(): Promise<Opened> {
  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (): void {
    this.open = false;
  };
  givenServer({});
  TestBed.inject(Language);
  const fixture = TestBed.createComponent(Caller);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  return { fixture, caller: fixture.componentInstance, page: fixture.nativeElement as HTMLElement };
}

const field = (page: HTMLElement, id: string): HTMLInputElement => {
  const found = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`No field ${id} stands in the dialogue.`);
  return found;
};

function fill(page: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(values)) {
    field(page, id).value = value;
    field(page, id).dispatchEvent(new Event('input'));
  }
}

const submit = ({ page }: Opened): void => {
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
};

const complete = { name: '政策', document: '玉司发1号' };
const refused = new ApiProblem('conflict', 409, {
  title: { zh: '与现有数据冲突', en: 'Conflicts' },
  detail: { zh: '这一版已经发布。', en: 'It is published.' },
});

describe('a dialogue that sends a form', () => {
  it('says nothing of an empty field before it was sent once', async () => {
    const { page } = await open();
    expect(said(page)).toContain('发布后不能修改。');
    expect(page.querySelector('[aria-invalid="true"]')).toBeNull();
  });

  it('sends nothing while a field is wrong, says so at the field and goes to the first', async () => {
    const opened = await open();
    fill(opened.page, { name: '政策' });
    submit(opened);
    await opened.fixture.whenStable();
    expect(opened.caller.sent).toBe(0);
    expect(said(opened.page)).toContain('请填写文号');
    expect(said(opened.page)).not.toContain('请填写名称');
    expect(document.activeElement).toBe(field(opened.page, 'document'));
  });

  it.each([
    ['white space', '     '],
    ['too short behind white space', ' 政 '],
    ['too long', '一二三四五'],
  ])('takes no text that is %s', async (_, name) => {
    const opened = await open();
    fill(opened.page, { ...complete, name });
    submit(opened);
    await opened.fixture.whenStable();
    expect(opened.caller.sent).toBe(0);
  });

  it('sends once however often its button is pressed while the first is under way', async () => {
    const opened = await open();
    let answer: () => void = () => {};
    opened.caller.answer = () => new Promise<void>((done) => (answer = done));
    fill(opened.page, complete);
    submit(opened);
    submit(opened);
    opened.fixture.detectChanges();
    expect(opened.caller.sent).toBe(1);
    expect(opened.page.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true);
    answer();
    await new Promise((done) => setTimeout(done));
    await opened.fixture.whenStable();
    expect(opened.page.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(false);
  });

  it('stays open with what was typed and what forbids it', async () => {
    const opened = await open();
    opened.caller.answer = () => Promise.reject(refused);
    fill(opened.page, complete);
    submit(opened);
    await opened.fixture.whenStable();
    expect(said(opened.page)).toContain('这一版已经发布。');
    expect(field(opened.page, 'document').value).toBe('玉司发1号');
  });

  it('opens again without what was typed and without what was wrong', async () => {
    const opened = await open();
    opened.caller.answer = () => Promise.reject(refused);
    fill(opened.page, complete);
    submit(opened);
    await opened.fixture.whenStable();
    opened.page.querySelector<HTMLButtonElement>('button[type=button]')?.click();
    await opened.fixture.whenStable();
    expect(opened.page.querySelector('form')).toBeNull();
    opened.caller.open.set(true);
    await opened.fixture.whenStable();
    expect(field(opened.page, 'name').value).toBe('');
    expect(said(opened.page)).not.toContain('这一版已经发布。');
    expect(opened.page.querySelector('[aria-invalid="true"]')).toBeNull();
  });
});

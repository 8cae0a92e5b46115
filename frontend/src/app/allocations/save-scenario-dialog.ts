import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { Field } from '../ui/field';
import { needsText } from '../ui/needs-text';
import { SaidPipe } from '../ui/said';
import { SendingDialog } from '../ui/sending-dialog';

type ScenarioPreview = ResponseOf<typeof endpoints.previewAllocationScenario>;

const LONGEST_NAME = 80;

/** Asks for the name of a scenario, and stays open with what forbids it. */
@Component({
  selector: 'yh-save-scenario',
  imports: [TranslocoPipe, Field, SaidPipe, SendingDialog],
  template: `
    <yh-sending-dialog
      #dialog
      [open]="open()"
      [heading]="'allocations.scenario.title' | transloco"
      [act]="'allocations.scenario.confirm' | transloco"
      [form]="form"
      [send]="sending"
      (closed)="closed.emit()"
    >
      <p>{{ 'allocations.scenario.text' | transloco }}</p>
      <p role="status">
        @if (preview(); as seen) {
          @if (isOlder()) {
            {{ 'allocations.scenario.older' | transloco }}
          }
          {{ 'allocations.scenario.server' | transloco }}{{ seen.headline | said }}
          @if (seen.existing; as existing) {
            {{ 'allocations.scenario.known' | transloco: { name: existing.name } }}
          }
        }
      </p>
      <yh-field
        fieldId="scenario-name"
        [label]="'allocations.scenario.name' | transloco"
        [control]="form.controls.name"
        [error]="
          dialog.asked() && form.controls.name.invalid ? ('allocations.scenario.nameNeed' | transloco) : ''
        "
      />
    </yh-sending-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveScenarioDialog {
  readonly open = input.required<boolean>();
  /** What the server comes to, once it has computed it. */
  readonly preview = input.required<ScenarioPreview | null>();
  /** The evidence is another one by now than what the page computed from. */
  readonly isOlder = input.required<boolean>();
  readonly send = input.required<(name: string) => Promise<unknown>>();
  readonly closed = output();

  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: needsText(1, LONGEST_NAME) }),
  });

  protected readonly sending = (): Promise<unknown> => this.send()(this.form.controls.name.value.trim());
}

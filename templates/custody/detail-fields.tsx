import type { VNode } from 'preact'
import { attemptMeasures, attemptReasons, capacities, lodgeFailures } from '../../src/custody/reasons.ts'
import { ruleOf, type Step } from '../../src/custody/steps.ts'
import type { Field } from '../fields.ts'
import { choicesOf } from '../parts/choices.ts'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'

type Given = { field: (name: string) => Field; offices: readonly { id: string; name: string }[] }
type Draw = (given: Given) => VNode

const reason =
  (name: string): Draw =>
  ({ field }) => <TextField {...field(name)} label="Lý do" hint="Không ghi tên, số giấy tờ của người dân." />

/** What each step asks for beside the code, named `step.member`. */
const details: Partial<Record<Step, Draw>> = {
  attempt: ({ field }) => (
    <>
      <Select
        {...field('attempt.reason')}
        label="Vì sao chưa phát được"
        choices={choicesOf(attemptReasons)}
        none="Chọn lý do"
      />
      <Radios
        {...field('attempt.measure')}
        legend="Làm tiếp thế nào"
        choices={choicesOf(attemptMeasures)}
        variant="small"
      />
    </>
  ),
  deliver: ({ field }) => (
    <Radios {...field('deliver.capacity')} legend="Ai đã nhận" choices={choicesOf(capacities)} variant="small" />
  ),
  hold: ({ field }) => <TextField {...field('hold.until')} label="Giữ đến ngày" type="date" width={10} />,
  invite: ({ field }) => (
    <Radios
      {...field('invite.number')}
      legend="Giấy mời"
      choices={[
        { value: '1', text: 'Lần thứ nhất' },
        { value: '2', text: 'Lần thứ hai' },
      ]}
      variant="small"
    />
  ),
  lodge_failed: ({ field }) => (
    <Radios {...field('lodge_failed.reason')} legend="Vì sao" choices={choicesOf(lodgeFailures)} variant="small" />
  ),
  pack: ({ field }) => <TextField {...field('pack.bag')} label="Số túi" width={10} />,
  redirect: ({ field, offices }) => (
    <Select
      {...field('redirect.office')}
      label="Chuyển đến bưu cục"
      choices={offices.map(({ id, name }) => ({ value: id, text: `${id} ${name}` }))}
      none="Chọn bưu cục"
    />
  ),
  send_back: ({ field }) => (
    <Select
      {...field('send_back.reason')}
      label="Vì sao chuyển hoàn"
      choices={choicesOf(attemptReasons)}
      none="Chọn lý do"
    />
  ),
  report_lost: reason('report_lost.reason'),
  report_damaged: reason('report_damaged.reason'),
  find: reason('find.reason'),
}

/** The details of a step, in view while it is chosen; where the browser cannot tell, always, under the step's name. */
export function DetailFields({ step, ...given }: Given & { step: Step }) {
  const draw = details[step]
  if (!draw) return null
  return (
    <fieldset class={`govuk-fieldset bt-details bt-details--${step}`}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{ruleOf(step).label}</legend>
      {draw(given)}
    </fieldset>
  )
}

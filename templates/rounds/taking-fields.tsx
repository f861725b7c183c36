import { capacities } from '../../src/custody/reasons.ts'
import type { Hands } from '../../src/parcels/strictest-hands.ts'
import { collectables, means, papersSeen } from '../../src/rounds/options.ts'
import type { Field } from '../fields.ts'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Details } from '../parts/details.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'
import { capacitiesOf, handsWords } from './hands-words.ts'

type Props = { field: (name: string) => Field; hands: Hands; due: readonly string[] }

/** Who took it and by what it is proven; papers and money that came back across the door. */
export function TakingFields({ field, hands, due }: Props) {
  return (
    <>
      <Radios
        {...field('capacity')}
        legend="Ai đã nhận"
        legendSize="m"
        hint={`${handsWords[hands]}.`}
        choices={choicesOf(capacities).filter(({ value }) => capacitiesOf[hands].some(one => one === value))}
      />
      <TextField {...field('name')} label="Họ tên người đã nhận" width={30} autocomplete="off" spellcheck={false} />
      <PaperSeen field={field} />
      <Means field={field} />
      <TextField {...field('collected')} label="Tiền đã thu" suffix="đ" inputmode="numeric" width={10} />
      <Returned field={field} due={due} />
    </>
  )
}

const PaperSeen = ({ field }: Pick<Props, 'field'>) => (
  <div class="bt-row">
    <Select {...field('paper.kind')} label="Giấy tờ tùy thân đã xem" choices={choicesOf(papersSeen)} none="Không xem" />
    <TextField {...field('paper.tail')} label="4 ký tự cuối" width={5} autocomplete="off" />
  </div>
)

/** What is drawn on a screen needs a program of its own; here everybody signs on paper. */
const onPaper = choicesOf(means).filter(({ value }) => value !== 'signature')

/** What a choice asks for is in view while it is chosen, without a script; an older browser shows it all. */
const Means = ({ field }: Pick<Props, 'field'>) => (
  <>
    <Radios {...field('means.kind')} legend="Xác nhận bằng" legendSize="m" choices={onPaper} />
    <div class="bt-details bt-details--slip_code">
      <TextField
        {...field('means.code')}
        label="Mã tra cứu trên phiếu gửi"
        hint="So với sổ rồi bỏ, không lưu."
        width={20}
        autocomplete="off"
      />
    </div>
    <div class="bt-details bt-details--witness">
      <TextField
        {...field('means.name')}
        label="Họ tên người làm chứng"
        hint="Khi người nhận không ký được."
        autocomplete="off"
      />
    </div>
  </>
)

/** Open where something has to come back; else out of the way. */
const Returned = ({ field, due }: Omit<Props, 'hands'>) => (
  <Details summary="Giấy tờ thu lại" isOpen={due.length > 0}>
    <Checkboxes
      {...field('papers')}
      legend="Đã thu lại"
      hint={due.length ? `Phải thu: ${due.join(', ')}.` : 'Cho vào phong bì riêng, gửi về công an.'}
      choices={choicesOf(collectables)}
      variant="small"
    />
    <TextField
      {...field('envelope')}
      label="Mã phong bì in sẵn"
      hint="Để trống thì hệ thống cấp mã mới."
      width={20}
      autocomplete="off"
    />
  </Details>
)

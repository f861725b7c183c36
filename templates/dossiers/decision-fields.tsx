import type { FunctionComponent } from 'preact'
import { resultKinds } from '../../src/dossiers/options.ts'
import type { Decision } from '../../src/dossiers/status.ts'
import type { Field } from '../fields.ts'
import { choicesOf } from '../parts/choices.ts'
import { Radios } from '../parts/radios.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { TextField } from '../parts/text-field.tsx'
import { WarningText } from '../parts/warning-text.tsx'
import type { DossierProps } from './dossier-page.tsx'

export type FormProps = DossierProps & { field: (name: string) => Field }
type Fields = FunctionComponent<FormProps>

const Acceptance: Fields = ({ field, dossier }) => (
  <>
    <TextField
      {...field('acceptance.due')}
      label="Ngày hẹn trả"
      hint={
        dossier.working_days === null
          ? 'Thủ tục này chưa rõ thời hạn: xin chọn ngày.'
          : `Để trống nếu theo thời hạn ${dossier.working_days} ngày làm việc.`
      }
      type="date"
    />
    <TextField
      {...field('acceptance.official_code')}
      label="Mã hồ sơ"
      hint={dossier.official_code ? `Đã có: ${dossier.official_code}.` : 'Ví dụ: G01.899.909-260916-890028.'}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
    />
    <TextField {...field('acceptance.condition')} label="Tình trạng bưu gửi, nếu khác thường" autocomplete="off" />
  </>
)

const SupplementRequest: Fields = ({ field, supplement }) => (
  <>
    {supplement && (
      <WarningText>
        Hồ sơ này đã được yêu cầu bổ sung {supplement.number} lần. Chỉ nên yêu cầu một lần, đầy đủ.
      </WarningText>
    )}
    <TextArea
      {...field('supplement_request.items')}
      label="Giấy tờ cần bổ sung"
      hint="Mỗi dòng một giấy tờ."
      rows={3}
    />
    <TextArea {...field('supplement_request.reason')} label="Lý do" rows={2} />
    <TextField {...field('supplement_request.until')} label="Hạn bổ sung" type="date" />
  </>
)

const Supplement: Fields = () => <p class="govuk-body">Giấy tờ bổ sung đã đến và đủ. Thời hạn giải quyết chạy tiếp.</p>

const Extension: Fields = ({ field }) => (
  <>
    <TextField {...field('extension.due')} label="Hẹn trả lại ngày" type="date" />
    <TextArea {...field('extension.reason')} label="Lý do" rows={2} />
  </>
)

const Result: Fields = ({ field }) => (
  <>
    <Radios
      {...withUsual(field('result.kind'), 'granted')}
      legend="Kết quả"
      variant="inline"
      choices={choicesOf(resultKinds)}
    />
    <TextArea {...field('result.papers')} label="Giấy tờ trả cho người nộp" hint="Mỗi dòng một giấy tờ." rows={2} />
  </>
)

const reasonOf =
  (decision: Decision, hint?: string): Fields =>
  ({ field }) => <TextArea {...field(`${decision}.reason`)} label="Lý do" hint={hint} rows={2} />

const withUsual = (field: Field, usual: string): Field => ({ ...field, value: field.value ?? usual })

/** What each decision asks for. */
export const decisionFields: Record<Decision, Fields> = {
  acceptance: Acceptance,
  supplement_request: SupplementRequest,
  supplement: Supplement,
  refusal: reasonOf('refusal', 'Người nộp đọc nguyên văn lý do này trên phiếu từ chối.'),
  extension: Extension,
  stop: reasonOf('stop'),
  withdrawal: reasonOf('withdrawal', 'Theo đề nghị của ai, vì sao.'),
  result: Result,
}

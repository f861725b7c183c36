import type { FieldError } from '../../src/kit/errors.ts'
import type { ListedPaper } from '../../src/openings/listed-papers.ts'
import { seals } from '../../src/openings/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { ItemCodeText } from '../custody/item-code-text.tsx'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { choicesOf } from '../parts/choices.ts'
import { Form, Hidden } from '../parts/form.tsx'
import { PaperRow } from '../parts/paper-row.tsx'
import { Radios } from '../parts/radios.tsx'
import { TextField } from '../parts/text-field.tsx'

type Props = {
  frame: Frame
  code: string
  papers: readonly ListedPaper[]
  values: Record<string, string>
  errors: readonly FieldError[]
}

/** The desk opens an envelope: the seal first, then what is in it beside what the post counted. */
export function OpeningPage({ frame, code, papers, values, errors }: Props) {
  const field = fieldsOf({ values: { ...countsOf(papers), ...values }, errors })
  return (
    <StaffPage frame={frame} title="Mở bưu gửi" caption="Bàn tiếp nhận" errors={errors} styles={['counter.css']}>
      <p class="govuk-body-l">
        <ItemCodeText code={code} />
      </p>
      <Form frame={frame} action={`/staff/desk/openings/${code}`} id="opening">
        <Hidden name="request_id" value={values['request_id'] ?? ''} />
        <Radios {...field('seal')} legend="Niêm phong" legendSize="m" choices={choicesOf(seals)} />
        {papers.length > 0 && (
          <section class="bt-section" aria-labelledby="papers-heading">
            <h2 class="govuk-heading-m" id="papers-heading">
              Giấy tờ bưu điện đã đếm
            </h2>
            <p class="govuk-body">Đếm lại từng loại. Khác bảng kê thì sửa số cho đúng.</p>
            <ul class="bt-papers">
              {papers.map(({ dossier, document }, i) => (
                <PaperRow heading={`${dossier}: ${document}`} name={`found.${i}`} field={field} />
              ))}
            </ul>
          </section>
        )}
        <TextField {...field('remark')} label="Ghi chú" hint="Ví dụ: có thêm một ảnh không ghi trong bảng kê." />
        <ButtonGroup>
          <Button>Ghi biên bản</Button>
          <ButtonLink look="secondary" href="/staff/desk">
            Về bàn tiếp nhận
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}

const countsOf = (papers: readonly ListedPaper[]) =>
  Object.fromEntries(
    papers.flatMap(({ listed }, i) =>
      Object.entries(listed).map(([kind, count]) => [`found.${i}.${kind}`, String(count)]),
    ),
  )

import type { Changes } from '../../src/kit/changes-between.ts'
import type { Cells } from '../../src/kit/csv.ts'
import type { FieldError } from '../../src/kit/errors.ts'
import type { Frame } from '../../src/people/page.ts'
import type { Importable } from '../../src/promises/importable.ts'
import { fieldsOf } from '../fields.ts'
import { StaffPage } from '../layout.tsx'
import { Button, ButtonGroup, ButtonLink } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Details } from '../parts/details.tsx'
import { Form } from '../parts/form.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { ColumnHelp } from './column-help.tsx'
import { ImportPreview } from './import-preview.tsx'
import { SheetLinks } from './sheet-links.tsx'
import { pageOfSheet, sheetWords } from './sheet-words.ts'

type Props = {
  frame: Frame
  sheet: Pick<Importable, 'name' | 'columns' | 'isFixed'>
  values: Record<string, string>
  errors: readonly FieldError[]
  /** What would change, with the mark that a confirmation sends back. */
  preview: (Changes<Cells> & { mark: string }) | null
}

/** CSV is pasted, its changes are read, then they are put into effect. */
export function ImportPage({ frame, sheet, values, errors, preview }: Props) {
  const words = sheetWords[sheet.name]
  return (
    <StaffPage
      frame={frame}
      title={`Nhập CSV: ${words?.title}`}
      caption="Quản trị"
      errors={errors}
      styles={['work.css']}
    >
      {preview && <ImportPreview frame={frame} sheet={sheet} values={values} preview={preview} />}
      <Form frame={frame} action={`/staff/admin/promises/${sheet.name}/import`}>
        <h2 class="govuk-heading-m">{preview ? 'Sửa rồi xem lại' : 'Dán CSV'}</h2>
        <p class="govuk-body">Bản dán vào thay {words?.replaces}. Thời hạn đang chạy không đổi.</p>
        <Help sheet={sheet} />
        <TextArea
          {...fieldsOf({ values, errors })('csv')}
          label="CSV"
          hint="Dòng đầu là tên cột."
          rows={12}
          spellcheck={false}
        />
        {!sheet.isFixed && (
          <Checkboxes
            id="whole"
            name="whole"
            value={values['whole']}
            legend="Phạm vi"
            choices={[{ value: 'yes', text: 'Thay toàn bộ bảng này', hint: 'Bỏ cả những gì bản dán không nhắc đến.' }]}
          />
        )}
        <ButtonGroup>
          <Button look={preview ? 'secondary' : undefined}>Xem trước</Button>
          <ButtonLink look="secondary" href={pageOfSheet(sheet.name)}>
            Quay lại
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </StaffPage>
  )
}

const Help = ({ sheet: { name, columns } }: Pick<Props, 'sheet'>) => (
  <Details summary="Các cột và ví dụ">
    <ColumnHelp columns={columns} />
    <pre class="bt-sample">{sheetWords[name]?.sample}</pre>
    <SheetLinks name={name} />
  </Details>
)

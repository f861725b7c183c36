import type { Field } from '../fields.ts'
import { classNames } from '../parts/class-names.ts'
import { Hidden } from '../parts/form.tsx'
import { PaperRow } from '../parts/paper-row.tsx'
import type { FormProps } from './form-props.ts'
import { Unverified } from './unverified.tsx'

/** The published list as a checklist: the clerk and the applicant count together (QĐ 45/2016/QĐ-TTg). */
export function DocumentRows({ documents, field, procedure }: FormProps) {
  return (
    <section class="bt-section" id="documents" aria-labelledby="documents-heading">
      <h2 class="govuk-heading-m" id="documents-heading">
        Giấy tờ <Unverified of="documents" among={procedure.unverified} />
      </h2>
      <p class="govuk-body">
        Đếm cùng người nộp. Ghi 0 nếu không có.{' '}
        <a class="govuk-link" href="#applicant.id_number" autofocus>
          Đủ cả, mỗi thứ một bản chính: sang chủ hồ sơ
        </a>
      </p>
      <ul class="bt-papers">
        {documents.map((document, i) => (
          <PaperRow
            heading={`${i + 1}. ${document.name}${document.is_required ? '' : ' (nếu có)'}`}
            name={`documents.${i}`}
            field={field}
          >
            <Hidden name={`documents.${i}.name`} value={document.name} />
          </PaperRow>
        ))}
        <PaperRow heading="Giấy tờ khác, nếu có" name={`documents.${documents.length}`} field={field}>
          <OtherPaper field={field(`documents.${documents.length}.name`)} />
        </PaperRow>
      </ul>
    </section>
  )
}

const OtherPaper = ({ field: { error, ...input } }: { field: Field }) => (
  <>
    {error && (
      <p id={`${input.id}-error`} class="govuk-error-message">
        <span class="govuk-visually-hidden">Lỗi:</span> {error}
      </p>
    )}
    <input
      class={classNames('govuk-input', error && 'govuk-input--error')}
      {...input}
      aria-label="Tên giấy tờ khác"
      aria-describedby={error && `${input.id}-error`}
      autocomplete="off"
    />
  </>
)

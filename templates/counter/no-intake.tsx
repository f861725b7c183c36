import type { IntakeChoices } from '../../src/dossiers/intake-choices.ts'
import { InsetText } from '../parts/inset-text.tsx'

/** Why this procedure cannot be taken in here, and what to tell the person instead. */
export const NoIntake = ({ procedure, isDesk }: Pick<IntakeChoices, 'procedure'> & { isDesk: boolean }) => (
  <InsetText>
    <p class="govuk-body">
      {isDesk
        ? 'Kết quả thủ tục này không trả qua bưu điện. Người nộp nhận tại cơ quan công an.'
        : 'Bưu điện không nhận hồ sơ thủ tục này. Ông/bà nộp tại cơ quan công an hoặc trực tuyến.'}
    </p>
    {!isDesk && procedure.return_by_post && (
      <p class="govuk-body">
        Bưu điện có thể trả kết quả: xin đề nghị cán bộ công an ghi “trả qua bưu điện” khi nộp hồ sơ.
      </p>
    )}
  </InsetText>
)

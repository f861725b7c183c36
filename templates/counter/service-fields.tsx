import { channels, returnPlaces, services as words } from '../../src/dossiers/options.ts'
import { choicesOf } from '../parts/choices.ts'
import { Hidden } from '../parts/form.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { FormProps } from './form-props.ts'
import { Unverified } from './unverified.tsx'

/** What the post does with it, where the result goes, and how somebody hears of it. */
export function ServiceFields(form: FormProps) {
  const { services, procedure } = form
  return (
    <section class="bt-section" aria-labelledby="service-heading">
      <h2 class="govuk-heading-m" id="service-heading">
        Dịch vụ <Unverified of="return_by_post" among={procedure.unverified} />
      </h2>
      <Service {...form} />
      <div class="bt-pair">
        {services.some(service => service !== 'receive') && <ReturnTo {...form} />}
        <Notify {...form} />
      </div>
    </section>
  )
}

/** The mailbox is asked for by the style sheet, while e-mail is chosen. */
const Notify = ({ field }: FormProps) => (
  <div>
    <Select {...field('notify')} label="Báo tin cho chủ hồ sơ bằng" choices={choicesOf(channels)} />
    <div class="bt-only-email">
      <TextField
        {...field('applicant.email')}
        label="Địa chỉ thư điện tử"
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
    </div>
  </div>
)

function Service({ field, services, isDesk }: FormProps) {
  const [only] = services
  if (services.length > 1)
    return (
      <Radios
        {...field('service')}
        legend="Bưu điện làm gì"
        variant="inline"
        choices={services.map(value => ({ value, text: words[value] }))}
      />
    )
  return (
    <>
      <Hidden name="service" value={only ?? ''} />
      <p class="govuk-body" id="service">
        <strong>{only && words[only]}.</strong>{' '}
        {isDesk
          ? 'Hồ sơ đã nộp tại công an hoặc trực tuyến.'
          : 'Kết quả thủ tục này không trả qua bưu điện, ông/bà lấy tại cơ quan công an.'}
      </p>
    </>
  )
}

/** The office is asked for by the style sheet, while fetching is chosen. */
const ReturnTo = ({ field, offices, services }: FormProps) => (
  <div>
    <Radios
      {...field('return_to')}
      legend="Trả kết quả"
      hint={services.includes('receive') ? 'Chỉ nhận thì kết quả lấy tại cơ quan công an.' : undefined}
      choices={[
        { value: 'address', text: returnPlaces.address },
        { value: 'post_office', text: returnPlaces.post_office },
      ]}
    />
    <div class="bt-only-post-office">
      <Select
        {...field('post_office')}
        label="Bưu cục nhận"
        none="Bưu cục gần địa chỉ người nhận"
        choices={offices.map(({ id, name }) => ({ value: id, text: `${name} (${id})` }))}
      />
    </div>
  </div>
)

import type { Envelope } from '../../src/dossiers/desk-dispatch.ts'
import type { WayHome } from '../../src/dossiers/make-parcel.ts'
import { returnPlaces } from '../../src/dossiers/options.ts'
import type { Frame } from '../../src/people/page.ts'
import { Section } from '../control/section.tsx'
import { span } from '../control/time-left.tsx'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Form, Hidden } from '../parts/form.tsx'

type Props = {
  id: string
  title: string
  none: string
  purpose: WayHome
  envelopes: readonly Envelope[]
  frame: Frame
  now: Date
  newId: () => string
}

/** What goes home, one form for each receiver: one envelope, one pair of hands. All are ticked; take out what stays. */
export function Envelopes({ id, title, none, envelopes, ...form }: Props) {
  return (
    <Section id={id} title={title} total={envelopes.reduce((sum, { dossiers }) => sum + dossiers.length, 0)}>
      {envelopes.length ? (
        <ul class="bt-lines">
          {envelopes.map((envelope, i) => (
            <li class="bt-envelope">
              <EnvelopeForm {...form} id={`${id}-${i}`} envelope={envelope} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">{none}</p>
      )}
    </Section>
  )
}

type One = Pick<Props, 'purpose' | 'frame' | 'now' | 'newId'> & { id: string; envelope: Envelope }

function EnvelopeForm({ id, purpose, frame, now, newId, envelope }: One) {
  const { dossiers, receiver, ready_at } = envelope
  return (
    <Form frame={frame} action="/staff/desk/parcels">
      <Hidden name="purpose" value={purpose} />
      <Hidden name="request_id" value={newId()} />
      <Checkboxes
        id={id}
        name="dossiers"
        value={dossiers.map(({ reference }) => reference).join('\n')}
        legend={receiver}
        legendSize="s"
        hint={`${wayHome(envelope)}. Đã chờ ${span(now.getTime() - ready_at.getTime())}.`}
        choices={dossiers.map(({ reference, applicant, procedure }) => ({
          value: reference,
          text: `${applicant}: ${procedure}`,
        }))}
        variant="small"
      />
      <Button look="secondary">
        Làm bưu gửi<span class="govuk-visually-hidden"> cho {receiver}</span>
      </Button>
    </Form>
  )
}

const wayHome = ({ return_to, office, address }: Envelope) =>
  return_to === 'address'
    ? (address ?? returnPlaces.address)
    : [returnPlaces[return_to], office].filter(Boolean).join(': ')

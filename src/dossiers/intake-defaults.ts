import type { IntakeChoices } from './intake-choices.ts'
import type { Typed } from './intake-form.ts'

/** How the form stands before anything is typed: what is usual, so that a clerk only changes what is not. */
export function usualIntake({ procedure, unit, services, documents }: IntakeChoices): Typed {
  const isDesk = unit.kind === 'police_unit'
  return {
    procedure: procedure.key,
    'applicant.kind': 'person',
    'applicant.id_kind': 'cccd',
    'submitter.id_kind': 'cccd',
    'receiver.id_kind': 'cccd',
    service: services[0] ?? '',
    return_to: 'address',
    notify: 'sms',
    // An officer never collects postage (domain: forms).
    'payment.payer': isDesk ? 'recipient' : 'sender',
    'payment.when': isDesk ? 'delivery' : 'counter',
    'payment.method': 'cash',
    ...(isDesk ? {} : papers(documents)),
  }
}

const papers = (documents: IntakeChoices['documents']): Typed =>
  Object.fromEntries(documents.map(({ is_required }, i) => [`documents.${i}.originals`, is_required ? '1' : '0']))

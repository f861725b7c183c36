import { addMs, day, hour, localDate, localMoment, minute, nextDate } from '../kit/time.ts'

/** What a message to a citizen may be of, for whom, whether it is worth a call, and for how many hours it is news. */
export const kinds = {
  received: { to: 'applicant', isWorthACall: false, hours: 24 },
  accepted: { to: 'applicant', isWorthACall: true, hours: 72 },
  supplement: { to: 'applicant', isWorthACall: true, hours: 120 },
  on_its_way: { to: 'applicant', isWorthACall: false, hours: 48 },
  courier_today: { to: 'receiver', isWorthACall: true, hours: 'that day' },
  not_delivered: { to: 'receiver', isWorthACall: true, hours: 48 },
  waiting: { to: 'receiver', isWorthACall: true, hours: 120 },
  delivered: { to: 'applicant', isWorthACall: false, hours: 48 },
  late: { to: 'applicant', isWorthACall: true, hours: 24 },
} as const satisfies Record<string, { to: 'applicant' | 'receiver'; isWorthACall: boolean; hours: number | 'that day' }>
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]]

/** When a message is no news any more. */
export function newsUntil(kind: Kind, caused_at: Date): Date {
  const { hours } = kinds[kind]
  return hours === 'that day' ? localMoment(nextDate(localDate(caused_at))) : addMs(caused_at, hours * hour)
}

/** Each minute looks at what became known within this time. */
export const usualLook = day
/** After a standstill of ours, further back: nothing is news for longer. */
export const longestLook = 5 * day

/** Whoever undoes a scan does so at once: until then nobody is told of it. */
export const secondThoughts = 1.5 * minute

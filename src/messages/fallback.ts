import { type Kind, kinds } from './kinds.ts'

export type Channel = 'zalo' | 'sms' | 'email' | 'call'

/** What is tried, in this order, for who chose the first. Somebody is called only where no machine can tell them. */
const fallbacks: Record<Channel, readonly Channel[]> = {
  zalo: ['zalo', 'sms', 'call'],
  sms: ['sms', 'call'],
  email: ['email', 'sms', 'call'],
  call: ['call'],
}

/** How somebody can be reached, and which channels this installation has. */
export type Reach = { phone: string | null; email: string | null; configured: ReadonlySet<Channel> }

/** The channel that comes after `failed`, or the first where nothing was tried yet; null where there is none. Pure. */
export function nextChannel(chosen: Channel, failed: Channel | null, kind: Kind, reach: Reach): Channel | null {
  const chain = fallbacks[chosen]
  const rest = failed ? chain.slice(chain.indexOf(failed) + 1) : chain
  return rest.find(channel => isUsable(channel, kind, reach)) ?? null
}

function isUsable(channel: Channel, kind: Kind, { phone, email, configured }: Reach): boolean {
  if (channel === 'call') return phone !== null && kinds[kind].isWorthACall
  return configured.has(channel) && (channel === 'email' ? email : phone) !== null
}

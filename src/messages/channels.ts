import type { Providers } from '../platform/house.ts'
import type { Channels } from './channel.ts'
import { emailChannel } from './email-channel.ts'
import type { Channel } from './fallback.ts'
import { smsChannel } from './sms-channel.ts'
import { zaloChannel } from './zalo-channel.ts'

/** The channels of this installation, each behind its provider. */
export function channelsOf({ smtpUrl, mailFrom, smsUrl, smsKey, zaloUrl, zaloToken, patience }: Providers): Channels {
  return {
    ...(smtpUrl && { email: emailChannel({ url: smtpUrl, from: mailFrom, patience }) }),
    ...(smsUrl && { sms: smsChannel({ url: smsUrl, key: smsKey, patience }) }),
    ...(zaloUrl && zaloToken && { zalo: zaloChannel({ url: zaloUrl, token: zaloToken, patience }) }),
  }
}

/** Which machines can tell people something. */
export const configured = ({ smtpUrl, smsUrl, zaloUrl, zaloToken }: Providers): ReadonlySet<Channel> =>
  new Set<Channel>([
    ...(smtpUrl ? (['email'] as const) : []),
    ...(smsUrl ? (['sms'] as const) : []),
    ...(zaloUrl && zaloToken ? (['zalo'] as const) : []),
  ])

import path from 'node:path'
import { z } from 'zod'
import { readVkey } from './evidence/note.ts'
import type { Providers } from './platform/house.ts'
import { StartError } from './platform/start-error.ts'

const url = (protocols: RegExp) => z.url({ protocol: protocols })
/** A provider gets numbers of people: over the open network only encrypted. */
const provider = url(/^https?$/).refine(
  address => address.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${address}/`),
  'https, or on this machine http',
)
const onOff = z.enum(['on', 'off']).transform(word => word === 'on')

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url(/^https?$/).optional(),
  DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/).optional(),
  DATABASE_READER_URL: url(/^postgres(ql)?$/).optional(),
  DATA_DIR: z.string().default('./var'),
  NODE_ENV: z.string().default('development'),
  DEMO: onOff.optional(),
  DEMO_PASSWORD: z.string().min(12).optional(),
  LOG_NAME: z
    .string()
    .regex(/^[^\s+]{1,200}$/, 'neither spaces nor +')
    .optional(),
  WITNESS_KEYS: z
    .string()
    .default('')
    .transform(keys => keys.split(/[\s,]+/).filter(Boolean))
    .refine(keys => keys.every(key => readVkey(key)?.type === 4), 'keys as `npm run witness` prints them'),
  HOTLINE: z.string().max(30).default('0261 3849 053'),
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^[^<>\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'an address, or a name and <an address>')
    .optional(),
  SMS_URL: provider.optional(),
  SMS_KEY: z.string().max(500).optional(),
  ZALO_URL: provider.optional(),
  ZALO_TOKEN: z.string().max(2000).optional(),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  TIMETABLE: onOff.default(true),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

export type Config = ReturnType<typeof readConfig>

/** Reads the environment once. Throws one StartError that names everything missing or wrong. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  if (!read.success)
    throw new StartError(
      `Settings to correct: ${read.error.issues.map(issue => `${issue.path.join('.')} (${issue.message})`).join('; ')}.`,
    )
  const { PORT, HOST, PUBLIC_URL, NODE_ENV, DEMO = true, ...rest } = read.data
  const isProduction = NODE_ENV === 'production'
  if (isProduction && !PUBLIC_URL)
    throw new StartError(
      'Settings to correct: PUBLIC_URL (in production it must say where people find us; it goes into every QR code).',
    )
  const publicUrl = (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/$/, '')
  return Object.freeze({
    ...rest,
    PORT,
    HOST,
    isProduction,
    isDemo: DEMO && !isProduction,
    publicUrl,
    dataDir: path.resolve(rest.DATA_DIR),
    providers: providersOf(rest, publicUrl),
  })
}

type Read = Pick<
  z.output<typeof settings>,
  'SMTP_URL' | 'MAIL_FROM' | 'SMS_URL' | 'SMS_KEY' | 'ZALO_URL' | 'ZALO_TOKEN'
>

const providersOf = (read: Read, publicUrl: string): Providers => ({
  smtpUrl: read.SMTP_URL ?? null,
  mailFrom: read.MAIL_FROM ?? `Bưu Trạm <no-reply@${new URL(publicUrl).hostname}>`,
  smsUrl: read.SMS_URL ?? null,
  smsKey: read.SMS_KEY ?? null,
  zaloUrl: read.ZALO_URL ?? null,
  zaloToken: read.ZALO_TOKEN ?? null,
  patience: 10_000,
})

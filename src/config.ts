import path from 'node:path'
import { z } from 'zod'
import { readVkey } from './evidence/note.ts'
import { StartError } from './platform/start-error.ts'

const url = (protocols: RegExp) => z.url({ protocol: protocols })
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
  return Object.freeze({
    ...rest,
    PORT,
    HOST,
    isProduction,
    isDemo: DEMO && !isProduction,
    publicUrl: (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/$/, ''),
    dataDir: path.resolve(rest.DATA_DIR),
  })
}

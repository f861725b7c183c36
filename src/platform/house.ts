import type { Knex } from 'knex'
import type { Logger } from 'pino'
import type { Keys } from '../kit/secrets.ts'
import type { Clock } from '../kit/time.ts'

/** What the whole service stands on: handed down from the composition root, never imported. */
export type House = {
  db: Knex
  clock: Clock
  keys: Keys
  log: Logger
  /** Where people and QR codes find us, without a slash at the end. */
  publicUrl: string
  proxyHops: number
  /** What the log of facts is called in its checkpoints; null: after `publicUrl`. */
  logName: string | null
  /** Keys of the witnesses whose cosignatures are taken (C2SP vkeys). */
  witnessKeys: readonly string[]
  /** The number people call, as they would dial it. */
  hotline: string
  /** By what people are written to. */
  providers: Providers
  /** Demo people and dossiers are in this database: the pages say so. */
  isDemo: boolean
}

/** Who sends messages for us; null where a channel is not set up. */
export type Providers = {
  smtpUrl: string | null
  /** The sender of e-mails. */
  mailFrom: string
  smsUrl: string | null
  smsKey: string | null
  zaloUrl: string | null
  zaloToken: string | null
  /** Milliseconds for each request. */
  patience: number
}

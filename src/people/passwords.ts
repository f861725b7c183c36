import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { invalid, tooMany } from '../kit/errors.ts'
import { fold } from '../kit/text.ts'

/** OWASP's first choice for argon2id: 46 MiB, one pass, one lane. */
const strength = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** Passwords that are long enough and still tried first by everyone who guesses. */
const common = [
  '123456789012',
  'password1234',
  'matkhau12345',
  'buutram12345',
  'qwertyuiop12',
  'iloveyou1234',
  '111111111111',
]

/** Hashes a new password. Refuses one under 12 characters, a common one, or one that holds the username. */
export async function hashPassword(password: string, username: string): Promise<string> {
  const detail = weakness(password, username)
  if (detail) throw invalid([{ pointer: '/password', detail }])
  return hash(password.normalize('NFC'), strength)
}

function weakness(password: string, username: string): string | null {
  if (password.length < 12) return 'Mật khẩu cần ít nhất 12 ký tự.'
  if (password.length > 200) return 'Mật khẩu dài quá 200 ký tự.'
  if (common.includes(password.toLowerCase()) || new Set(password).size < 5)
    return 'Mật khẩu này dễ đoán. Xin chọn mật khẩu khác.'
  return fold(password).includes(username) ? 'Mật khẩu không được chứa tên đăng nhập.' : null
}

const { memoryCost: m, timeCost: t, parallelism: p } = strength
/** A hash that no password has, for accounts that do not exist: they cost the same time as those that do. */
const nobody = `$argon2id$v=19$m=${m},t=${t},p=${p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Weighing takes a core for a moment: two at a time leave the others to everybody else, and a long queue is told to wait. */
const weighing = pLimit(2)
const longestQueue = 40

/**
 * Whether `password` is the one stored; null stands for an account without one, and takes as long. Throws `too_many` while
 * too many others wait for theirs to be weighed.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  if (weighing.pendingCount >= longestQueue) throw tooMany(5000)
  const isRight = await weighing(() => verify(stored ?? nobody, password.normalize('NFC')))
  return isRight && stored !== null
}

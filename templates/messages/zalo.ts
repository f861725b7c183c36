import type { Kind } from '../../src/messages/kinds.ts'
import type { MessageWords } from '../../src/messages/words.ts'
import { texts } from './texts.ts'

const longest = { name: 30, phone: 15, code: 30, status: 30 } as const
type Parameter = keyof typeof longest

/** The parameters of a ZNS template, within its limits. A long name ends at a word. */
export function zaloData(kind: Kind, { code, hotline }: MessageWords, name: string): Record<Parameter, string> {
  const data = { name, phone: hotline.replace(/[^\d+]/g, ''), code, status: texts[kind].status }
  return Object.fromEntries(
    (Object.keys(longest) as Parameter[]).map(parameter => [parameter, cut(data[parameter], longest[parameter])]),
  ) as Record<Parameter, string>
}

function cut(text: string, most: number): string {
  const composed = text.normalize('NFC')
  if (composed.length <= most) return composed
  const words = composed.slice(0, most + 1).split(' ')
  return words.length > 1 ? words.slice(0, -1).join(' ') : composed.slice(0, most)
}

/** What is kept of it: without the name. */
export const zaloSaid = ({ phone, code, status }: Record<Parameter, string>) => `${code}: ${status}. ${phone}`

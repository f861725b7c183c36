import type { ComponentChildren } from 'preact'

/** What a colour says; the word in the tag says it too, and so does the shape before it. */
const tones = {
  neutral: 'grey',
  waiting: 'yellow',
  moving: 'turquoise',
  good: 'green',
  warning: 'orange',
  bad: 'red',
} as const
export type Tone = keyof typeof tones

/** A state in one or two words. */
export const Tag = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <strong class={`govuk-tag govuk-tag--${tones[tone]}`}>{children}</strong>
)

import type { VNode } from 'preact'
import type { Look } from './verdict-words.ts'

/** One shape for each colour, for those who do not see the colour. Read aloud it is nothing: the word beside it is. */
const shapes: Record<Look, VNode> = {
  good: <path d="M3 12.5 9 18.5 21 5.5" fill="none" stroke="currentColor" stroke-width="4" />,
  late: <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.5 4h3v5.4l4 2.6-1.6 2.4-5.4-3.5Z" fill="currentColor" />,
  again: <path d="M3 6h18v4H3Zm0 8h18v4H3Z" fill="currentColor" />,
  review: <path d="M12 2 23 21H1Zm-1.5 6v7h3V8Zm0 8.5v3h3v-3Z" fill="currentColor" fill-rule="evenodd" />,
  bad: <path d="M4 1 12 9l8-8 3 3-8 8 8 8-3 3-8-8-8 8-3-3 8-8-8-8Z" fill="currentColor" />,
}

export const Shape = ({ look }: { look: Look }) => (
  <svg class="bt-shape" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    {shapes[look]}
  </svg>
)

/** A state: shape, colour and word say the same. */
export const State = ({ look, children }: { look: Look; children: string }) => (
  <strong class={`bt-state bt-state--${look}`}>
    <Shape look={look} />
    <span>{children}</span>
  </strong>
)

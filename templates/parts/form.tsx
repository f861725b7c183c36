import type { ComponentChildren } from 'preact'
import type { Frame } from '../../src/people/page.ts'

type Props = { frame: Pick<Frame, 'csrf'>; action: string; id?: string; children: ComponentChildren }

/** A form that changes something: it carries the token of its session, and the server says what is to be corrected. */
export function Form({ frame, children, ...form }: Props) {
  return (
    <form method="post" novalidate {...form}>
      <Hidden name="_csrf" value={frame.csrf} />
      {children}
    </form>
  )
}

/** A form that only asks: what it asks stands in the address, so that it can be kept and shared. */
export function SearchForm({ action, children }: { action: string; children: ComponentChildren }) {
  return (
    <search>
      <form method="get" action={action} novalidate>
        {children}
      </form>
    </search>
  )
}

export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)

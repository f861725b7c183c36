import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

type Look = { look?: 'secondary' | 'warning' | undefined; children: ComponentChildren }

export type ButtonProps = Look & {
  name?: string
  value?: string
  id?: string
  type?: 'submit' | 'button'
  /** Sends to another address than its form. */
  formaction?: string
  isDisabled?: boolean
}

/** Sends its form. One primary button a page; the others are secondary. A second click within a second is ignored. */
export function Button({ look, children, isDisabled, type = 'submit', ...button }: ButtonProps) {
  const waits = type === 'submit' && !isDisabled
  return (
    <button
      type={type}
      {...button}
      disabled={isDisabled}
      aria-disabled={isDisabled ? 'true' : undefined}
      data-prevent-double-click={waits ? 'true' : undefined}
      class={lookOf(look)}
      data-module="govuk-button"
    >
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads to a page and changes nothing. */
export function ButtonLink({ look, children, href }: Look & { href: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: govuk-frontend's own markup for a link in a row of buttons
    <a href={href} role="button" draggable={false} class={lookOf(look)} data-module="govuk-button">
      {children}
    </a>
  )
}

const lookOf = (look: Look['look']) => classNames('govuk-button', look && `govuk-button--${look}`)

/** Buttons and links side by side. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
)

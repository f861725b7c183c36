import type { ComponentChildren } from 'preact'

type Props = {
  title?: string /** It reports that something was done, and is read aloud at once. */
  isSuccess?: boolean
  children: ComponentChildren
}

/** News about the page as a whole, above its heading. */
export function NotificationBanner({ isSuccess, title = isSuccess ? 'Đã xong' : 'Xin lưu ý', children }: Props) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name; the rule reads only literal ones
    <div
      class={`govuk-notification-banner${isSuccess ? ' govuk-notification-banner--success' : ''}`}
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {title}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}

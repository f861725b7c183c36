// What govuk-frontend adds to pages that already work without it: fields inside a choice fold away, a second click
// on a button is ignored, a line of the error summary puts the cursor into its field.
import { Button, Checkboxes, createAll, ErrorSummary, NotificationBanner, Radios, SkipLink } from 'govuk-frontend'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) createAll(component)

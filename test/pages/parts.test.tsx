import test from 'ava'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Button, ButtonLink } from '../../templates/parts/button.tsx'
import { Checkboxes } from '../../templates/parts/checkboxes.tsx'
import { Details } from '../../templates/parts/details.tsx'
import { ErrorSummary } from '../../templates/parts/error-summary.tsx'
import { InsetText } from '../../templates/parts/inset-text.tsx'
import { NotificationBanner } from '../../templates/parts/notification-banner.tsx'
import { Panel } from '../../templates/parts/panel.tsx'
import { Radios } from '../../templates/parts/radios.tsx'
import { Select } from '../../templates/parts/select.tsx'
import { SkipLink } from '../../templates/parts/skip-link.tsx'
import { SummaryList } from '../../templates/parts/summary-list.tsx'
import { Table } from '../../templates/parts/table.tsx'
import { Tag } from '../../templates/parts/tag.tsx'
import { TextArea } from '../../templates/parts/text-area.tsx'
import { TextField } from '../../templates/parts/text-field.tsx'
import { WarningText } from '../../templates/parts/warning-text.tsx'
import { govukFixture, tidyMarkup } from '../support/markup.ts'

const field = (name: string, more: { value?: string; error?: string } = {}) => ({ id: name, name, ...more })
const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]
const months = [
  ['January', '£85', '£95'],
  ['February', '£75', '£55'],
  ['March', '£165', '£125'],
]
const box = (id: string, label: string) => (
  <>
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <input class="govuk-input govuk-!-width-one-third" name={id} type="text" id={id} />
  </>
)

const cases: [component: string, fixture: string, ours: VNode][] = [
  ['button', 'prevent double click', <Button>Submit</Button>],
  ['button', 'disabled', <Button isDisabled>Disabled button</Button>],
  ['button', 'link', <ButtonLink href="/">Link button</ButtonLink>],
  [
    'input',
    'with error and hint',
    <TextField
      {...field('with-error-hint', { error: 'Enter a National Insurance number in the correct format' })}
      label="National insurance number"
      hint="It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’."
    />,
  ],
  [
    'input',
    'with prefix and suffix and error',
    <TextField
      {...field('cost', { error: 'Error message goes here' })}
      id="input-with-prefix-suffix"
      label="Cost per item, in pounds"
      prefix="£"
      suffix="per item"
    />,
  ],
  ['input', 'with suffix', <TextField id="input-with-suffix" name="weight" label="Weight, in kilograms" suffix="kg" />],
  [
    'textarea',
    'with hint and error message',
    <TextArea {...field('with-hint-error', { error: 'Error message' })} label="With hint and error" hint="Hint" />,
  ],
  [
    'select',
    'with hint text and error message',
    <Select
      {...field('select-2', { error: 'Error message goes here' })}
      label="Label text goes here"
      hint="Hint text goes here"
      choices={['1', '2', '3'].map(value => ({ value, text: `GOV.UK frontend option ${value}` }))}
    />,
  ],
  [
    'radios',
    'with hint',
    <Radios
      {...field('example-with-hint')}
      legend="Have you changed your name?"
      hint="This includes changing your last name or spelling your name differently."
      choices={yesNo}
    />,
  ],
  [
    'radios',
    'with fieldset and error message',
    <Radios
      {...field('example', { value: 'no', error: 'Please select an option' })}
      legend="Have you changed your name?"
      choices={yesNo}
    />,
  ],
  [
    'radios',
    'with conditional item checked',
    <Radios
      {...field('how-contacted-checked', { value: 'email' })}
      legend="How do you want to be contacted?"
      choices={[
        { value: 'email', text: 'Email', inside: box('context-email', 'Email') },
        { value: 'phone', text: 'Phone', inside: box('contact-phone', 'Phone number') },
        { value: 'text', text: 'Text message', inside: box('contact-text-message', 'Mobile phone number') },
      ]}
    />,
  ],
  [
    'checkboxes',
    'with error message and hint',
    <Checkboxes
      {...field('example', { error: 'Please select an option' })}
      legend="What is your nationality?"
      hint="If you have dual nationality, select all options that are relevant to you."
      choices={[
        { value: 'british', text: 'British' },
        { value: 'irish', text: 'Irish' },
      ]}
    />,
  ],
  [
    'checkboxes',
    'with pre-checked values',
    <Checkboxes
      {...field('how-contacted-checked', { value: 'email\ntext' })}
      legend="How do you want to be contacted?"
      choices={[
        { value: 'email', text: 'Email', inside: box('context-email', 'Email address') },
        { value: 'phone', text: 'Phone', inside: box('contact-phone', 'Phone number') },
        { value: 'text', text: 'Text message', inside: box('contact-text-message', 'Mobile phone number') },
      ]}
    />,
  ],
  [
    'table',
    'with head and caption',
    <Table
      caption="Caption 1: Months and rates"
      columns={[
        { head: 'Month you apply', cell: row => row[0] },
        { head: 'Rate for bicycles', cell: row => row[1], isNumeric: true },
        { head: 'Rate for vehicles', cell: row => row[2], isNumeric: true },
      ]}
      rows={months}
    />,
  ],
  [
    'summary-list',
    'with some actions',
    <SummaryList
      rows={[
        {
          label: 'Name',
          value: 'Firstname Lastname',
          actions: [
            { href: '#', text: 'Edit', of: 'name' },
            { href: '#', text: 'Delete', of: 'name' },
          ],
        },
        { label: 'Date of birth', value: '13/08/1980' },
        null,
        {
          label: 'Contact information',
          value: (
            <>
              <p class="govuk-body">email@email.com</p>
              <p class="govuk-body">
                Address line 1<br />
                Address line 2<br />
                Address line 3<br />
                Address line 4<br />
                Address line 5
              </p>
            </>
          ),
        },
      ]}
    />,
  ],
  ['tag', 'grey', <Tag tone="neutral">Grey</Tag>],
  [
    'notification-banner',
    'default',
    <NotificationBanner title="Important">This publication was withdrawn on 7 March 2014.</NotificationBanner>,
  ],
  [
    'notification-banner',
    'with type as success',
    <NotificationBanner isSuccess title="Success">
      Email sent to example@email.com
    </NotificationBanner>,
  ],
  [
    'details',
    'default',
    <Details summary="Help with nationality">
      We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t
      provide your nationality, you’ll have to send copies of identity documents through the post.
    </Details>,
  ],
  [
    'inset-text',
    'default',
    <InsetText>
      It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.
    </InsetText>,
  ],
  ['warning-text', 'default', <WarningText>You can be fined up to £5,000 if you don’t register.</WarningText>],
  [
    'panel',
    'default',
    <Panel title="Application complete">
      Your reference number
      <br />
      <strong>HDJ2123F</strong>
    </Panel>,
  ],
  ['skip-link', 'default', <SkipLink href="#test-target-element">Skip to main content</SkipLink>],
]

const inEnglish = (html: string) => html.replaceAll('Lỗi:', 'Error:').replaceAll('Cảnh báo', 'Warning')
/** What govuk-frontend does not have: the words that a phone puts before a value. */
const withoutHeads = (html: string) => html.replace(/ data-head="[^"]*"/g, '')

for (const [component, fixture, ours] of cases) {
  test(`our ${component} is govuk-frontend's, "${fixture}"`, t => {
    t.deepEqual(tidyMarkup(withoutHeads(inEnglish(renderToString(ours)))), tidyMarkup(govukFixture(component, fixture)))
  })
}

test('every value of a table but the first knows the head of its column', t => {
  const columns = ['Đơn vị', 'Trễ', 'Đang chạy'].map((head, i) => ({ head, cell: (row: string[]) => row[i] }))
  const html = renderToString(<Table caption="Lời hẹn" columns={columns} rows={[['Krông Nô', '1', '2']]} />)
  t.regex(html, /<th scope="row"[^>]*>Krông Nô<\/th>/)
  t.deepEqual(html.match(/ data-head="[^"]*"|>[12]</g), [' data-head="Trễ"', '>1<', ' data-head="Đang chạy"', '>2<'])
})

test('the error summary is that of govuk-frontend, and takes the focus without a script', t => {
  const errors = [
    { pointer: '', detail: 'Invalid username or password' },
    { pointer: '/example-error-1', detail: 'Agree to the terms of service to log in' },
  ]
  const html = renderToString(<ErrorSummary errors={errors} />)
  t.regex(html, / tabindex="-1" autofocus/)
  const likeTheirs = html
    .replace(' data-disable-auto-focus="true" tabindex="-1" autofocus', '')
    .replace('Xin xem lại', 'There is a problem')
  t.deepEqual(tidyMarkup(likeTheirs), tidyMarkup(govukFixture('error-summary', 'mixed with and without links')))
})

test('what a person typed is text, never markup', t => {
  const html = renderToString(<TextField {...field('name', { value: '"><script>alert(1)</script>' })} label="Họ tên" />)
  t.false(html.includes('<script>'))
})

import test from 'ava'
import { renderToString } from 'preact-render-to-string'
import { fieldsOf } from '../../templates/fields.ts'
import { TakingFields } from '../../templates/rounds/taking-fields.tsx'

for (const [hands, words, offered] of [
  ['recipient_only', 'Chỉ phát tận tay người nhận', ['recipient']],
  ['authorised', 'Phát cho người nhận hoặc người được ủy quyền', ['recipient', 'authorised']],
  ['household', 'Phát cho người nhận hoặc người cùng nhà', ['recipient', 'authorised', 'household']],
] as const)
  test(`a door offers only the hands that are allowed: ${hands}`, t => {
    const html = renderToString(<TakingFields field={fieldsOf()} hands={hands} due={[]} />)
    t.true(html.includes(words))
    const asked = [...html.matchAll(/name="capacity"[^>]* value="(\w+)"|value="(\w+)"[^>]* name="capacity"/g)]
    t.deepEqual(
      asked.map(([, one, other]) => one ?? other),
      [...offered],
    )
  })

import test from 'ava'
import { renderToString } from 'preact-render-to-string'
import { ItemCodeText } from '../../templates/custody/item-code-text.tsx'
import { groupedItemCode } from '../../templates/documents/code-groups.ts'

test('an item code is spelled on screens as it is on paper', t => {
  t.is(groupedItemCode('PD020000146VN'), 'PD 020 000 146 VN')
  t.is(renderToString(<ItemCodeText code="PD020000146VN" />), '<span class="bt-code">PD 020 000 146 VN</span>')
  t.is(renderToString(<ItemCodeText code="PÁ12" />), '<span class="bt-code">PÁ12</span>')
})

import test from 'ava'
import { frameWords } from '../../templates/words/frame.ts'
import { problemWords } from '../../templates/words/problems.ts'
import { procedureWords } from '../../templates/words/procedures.ts'
import { searchWords } from '../../templates/words/search.ts'
import { trackingWords } from '../../templates/words/tracking.ts'

const dictionaries = { frameWords, problemWords, procedureWords, searchWords, trackingWords }
const said = {
  thing: 'result',
  desk: 'Công an huyện Krông Nô',
  office: 'Bưu điện Krông Nô',
  isFetchedAtDesk: false,
  heldUntil: 'X',
  returned: 'X',
  attempt: 'x',
}

/** Every sentence of a dictionary; those with gaps are filled in. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [words(said, 'X')]
  return Object.values(words ?? {}).flatMap(sentences)
}

for (const [name, { vi, en }] of Object.entries(dictionaries)) {
  test(`${name} says everything in both languages, and nothing twice alike`, t => {
    const [vietnamese, english] = [sentences(vi), sentences(en)]
    t.is(vietnamese.length, english.length)
    t.true([...vietnamese, ...english].every(sentence => sentence.trim() !== ''))
    t.deepEqual(
      vietnamese.filter((sentence, i) => sentence === english[i] && sentence.length > 12),
      [],
    )
  })

  test(`${name} is composed Vietnamese, without the words that put people off`, t => {
    for (const sentence of sentences(vi)) {
      t.is(sentence, sentence.normalize('NFC'))
      t.notRegex(sentence, /không hợp lệ|rất tiếc|vui lòng|quý khách/i)
    }
  })
}

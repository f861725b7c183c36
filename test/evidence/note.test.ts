import test from 'ava'
import {
  cosignatureLine,
  cosignedAt,
  isSigned,
  readNote,
  readSignature,
  readVkey,
  signNote,
  vkeyOf,
} from '../../src/evidence/note.ts'

// The example of Go's package sumdb/note, from which the format comes.
const published = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note: [
    'If you think cryptography is the answer to your problem,',
    "then you don't know what your problem is.",
    '',
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    '',
  ].join('\n'),
}
const text = 'example.com/log\n3\nrrbP4nS5SnCxP7Bnpd5VeCZNsPqbUa9eC6FZFZ8p4G8=\n'
const [log, witness] = [
  { name: 'example.com/log', seed: Buffer.alloc(32, 1) },
  { name: 'witness.example/w1', seed: Buffer.alloc(32, 2) },
]
const verifier = (vkey: string) => readVkey(vkey) ?? assertNever(vkey)
const assertNever = (vkey: string): never => {
  throw new Error(`${vkey} is no key`)
}
const read = (note: string) => readNote(note) ?? assertNever(note)

test('a published note is verified by its published key', t => {
  t.true(isSigned(read(published.note), verifier(published.vkey)))
  t.false(isSigned(read(published.note.replace('answer', 'Answer')), verifier(published.vkey)))
})

test('a note is signed, handed on and verified; no other key, name or text will do', t => {
  const note = signNote(text, log)
  const key = verifier(vkeyOf(log, 1))
  t.true(isSigned(read(note), key))
  t.false(isSigned(read(note.replace('\n3\n', '\n4\n')), key))
  t.false(isSigned(read(note), verifier(vkeyOf({ ...log, seed: witness.seed }, 1))))
  t.false(isSigned(read(note), verifier(vkeyOf({ ...log, name: 'example.com/other' }, 1))))
  t.false(isSigned(read(note), verifier(vkeyOf(log, 4))))
})

test('a witness adds its line with its time; it holds for this text alone', t => {
  const line = cosignatureLine(text, witness, 1_795_000_000)
  const note = signNote(text, log) + line
  const key = verifier(vkeyOf(witness, 4))
  t.is(read(note).signatures.length, 2)
  t.true(isSigned(read(note), verifier(vkeyOf(log, 1))))
  const signature = readSignature(line) ?? assertNever(line)
  t.deepEqual(cosignedAt(text, signature, key), new Date(1_795_000_000_000))
  t.is(cosignedAt(text.replace('3', '4'), signature, key), null)
  const later = Buffer.from(signature.bytes)
  later.writeBigUInt64BE(1_795_000_001n)
  t.is(cosignedAt(text, { ...signature, bytes: later }, key), null, 'the time is signed too')
  t.is(cosignedAt(text, signature, verifier(vkeyOf(witness, 1))), null)
})

for (const bad of [
  '',
  'a+b',
  'x+00000000+AQ==',
  published.vkey.replace('c74f20a3', 'c74f20a4'),
  published.vkey.replace('Peter', 'Petra'),
])
  test(`“${bad}” is not taken for a key`, t => t.is(readVkey(bad), null))

for (const bad of ['', 'text\n', 'text\n\n', 'text\n\nno signature\n', 'text\n\n— name AAAA', 'text\n\n— name AAAA\n'])
  test(`${JSON.stringify(bad)} is not taken for a note`, t => t.is(readNote(bad), null))

// message-worker DATABASE_URL SMS_URL TIME: a worker of messages that goes on until nothing is due, as one process of several.
import { randomBytes } from 'node:crypto'
import { addMs } from '../../src/kit/time.ts'
import { sendMessages } from '../../src/messages/send-messages.ts'
import { writeMessages } from '../../src/messages/write-messages.ts'
import { connect } from '../../src/platform/db.ts'

const [url = '', smsUrl = '', at = ''] = process.argv.slice(2)
const db = connect(url, { max: 10, name: 'message worker' })
const key = randomBytes(32)
const clock = () => addMs(new Date(at), performance.now())
const house = {
  db,
  clock,
  keys: { id: 'test', index: key, cipher: key, form: key, log: key },
  providers: {
    smtpUrl: null,
    mailFrom: 'x@post.example',
    smsUrl,
    smsKey: null,
    zaloUrl: null,
    zaloToken: null,
    patience: 2000,
  },
  publicUrl: 'http://127.0.0.1',
  hotline: '0261 3849 053',
}
await writeMessages(db, clock(), house)
while ((await sendMessages(db, clock(), house)) > 0);
await db.destroy()

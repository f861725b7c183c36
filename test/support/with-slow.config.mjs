// The settings of package.json, but the slow tests too.
import { readFileSync } from 'node:fs'

const { ava } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

export default { ...ava, files: ava.files.filter(pattern => pattern !== '!test/slow/**') }

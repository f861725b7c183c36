import test from 'ava'
import { printDiagram } from '../../db/print-diagram.ts'
import { assertPrinted } from '../support/printed.ts'

test('the diagram in src/README.md is that of steps.ts', t =>
  assertPrinted(t, 'src/README.md', 'diagram', printDiagram()))

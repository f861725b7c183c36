import { groupedItemCode } from '../documents/code-groups.ts'

/** An item code as labels and slips print it, on one line. */
export const ItemCodeText = ({ code }: { code: string }) => <span class="bt-code">{groupedItemCode(code)}</span>

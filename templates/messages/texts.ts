import type { Kind } from '../../src/messages/kinds.ts'
import { accepted } from './accepted.ts'
import { courierToday } from './courier-today.ts'
import { delivered } from './delivered.ts'
import { late } from './late.ts'
import { notDelivered } from './not-delivered.ts'
import { onItsWay } from './on-its-way.ts'
import type { MessageText } from './phrases.ts'
import { received } from './received.ts'
import { supplement } from './supplement.ts'
import { waiting } from './waiting.ts'

/** Every kind of message, in its words. */
export const texts: Record<Kind, MessageText> = {
  received,
  accepted,
  supplement,
  on_its_way: onItsWay,
  courier_today: courierToday,
  not_delivered: notDelivered,
  waiting,
  delivered,
  late,
}

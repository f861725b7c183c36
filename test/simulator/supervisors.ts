import { ask } from './tell.ts'
import type { World } from './world.ts'

const some = 10

/** In the evening the supervisor takes on some alerts and closes some questions: people never get through all of them. */
export async function attend(world: World): Promise<void> {
  const { supervisor } = world.crew
  const { body: alerts } = await supervisor.signedIn.get(`/alerts?limit=${some}`)
  for (const { id, acknowledged_at } of alerts.items)
    if (!acknowledged_at) await ask(world, supervisor, `/alerts/${id}/acknowledgement`, { note: 'Đã gọi bưu cục' })
  const { body: reviews } = await supervisor.signedIn.get(`/reviews?limit=${some}`)
  for (const { id } of reviews.items) await ask(world, supervisor, `/reviews/${id}/closing`, { reason: 'Đã hỏi' })
}

import { holderKinds, ruleOf, stepNames } from '../src/custody/steps.ts'

const takers = {
  own_unit: ['post_office', 'police_unit'],
  self: ['courier'],
  self_or_unit: ['courier', 'post_office'],
  self_or_carrier: ['courier', 'carrier'],
  applicant: ['applicant'],
  recipient: ['recipient'],
} as const

/** The steps that move a parcel, as a Mermaid state diagram: from every holder a step expects to every one it leads to. */
export function printDiagram(): string {
  const lines = stepNames.flatMap(step => {
    const { taker, fits, roles } = ruleOf(step)
    if (taker === 'keeps') return []
    const isPolice = roles.includes('officer')
    const to = takers[taker].filter(kind => taker !== 'own_unit' || (kind === 'police_unit') === isPolice)
    return fits.flatMap(from => to.map(kind => `  ${from} --> ${kind}: ${step}`))
  })
  return ['```mermaid', 'stateDiagram-v2', ...holderKinds.map(kind => `  ${kind}`), ...lines, '```'].join('\n')
}

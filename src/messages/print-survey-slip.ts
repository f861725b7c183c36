import { surveySlipPdf } from '../../templates/documents/survey-slip.ts'
import { surveyPaths } from '../../templates/words/paths.ts'
import type { House } from '../platform/house.ts'

/** The slip that a courier leaves at delivery: the same for everybody, it names nobody. */
export const printSurveySlip = (
  { publicUrl, hotline }: Pick<House, 'publicUrl' | 'hotline'>,
  now: Date,
): Promise<Buffer> => surveySlipPdf({ url: `${publicUrl}${surveyPaths.vi}`, hotline, madeAt: now })

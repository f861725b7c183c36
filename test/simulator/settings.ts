/** What a simulation is told to be. */
export type Settings = {
  seed: number
  /** The first day, 2026-04-20. */
  from: string
  days: number
  dossiersPerDay: number
  /** How much faster than the law allows the police work, so that a month holds whole lives. */
  pace: number
  /** Minutes between two ticks of the jobs that run each minute. */
  tick: number
  rates: Rates
}

/** How often something goes otherwise than it should: shares of the occasions on which it could. */
export type Rates = {
  /** A courier does not come to work. */
  absent: number
  /** A courier falls ill on the way. */
  ill: number
  /** A phone has no network until it is back at the office. */
  offline: number
  /** A scan is forgotten. */
  forgotten: number
  /** A thing gets on the wrong van. */
  misrouted: number
  /** Nobody comes to the desk although the timetable says so. */
  missedVisit: number
  /** An office has no power from morning till noon. */
  dark: number
  /** Somebody calls, and a courier comes for the papers. */
  atHome: number
  /** Nobody takes it at the door; the courier does not ring up, or leaves no notice. */
  notHome: number
  noCall: number
  noNotice: number
  /** A receiver called on in vain is away for weeks. */
  away: number
  /** The desk hands out without a sheet. */
  noSheet: number
  /** The desk takes its sheet back before anybody has come. */
  takenBack: number
  /** The desk asks for more; does not take it on; is slow. */
  supplement: number
  refused: number
  slow: number
}

export const usual: Rates = {
  absent: 0.03,
  ill: 0.01,
  offline: 0.06,
  forgotten: 0.015,
  misrouted: 0.01,
  missedVisit: 0.02,
  dark: 0.01,
  atHome: 0.04,
  notHome: 0.12,
  noCall: 0.3,
  noNotice: 0.3,
  away: 0.1,
  noSheet: 0.15,
  takenBack: 0.05,
  supplement: 0.05,
  refused: 0.02,
  slow: 0.04,
}

/** 18,273 dossiers in half a year are a hundred a day, Sundays with them. */
export const announced: Settings = {
  seed: 1,
  from: '2026-04-20',
  days: 28,
  dossiersPerDay: 100,
  pace: 0.25,
  tick: 5,
  rates: usual,
}

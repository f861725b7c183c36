import type { Said, TrackingWords } from './tracking.ts'

const thing = (said: Said) => (said.thing === 'result' ? 'Your result' : 'Your papers')
const verb = (said: Said, one: string, many: string) => (said.thing === 'result' ? one : many)

export const english: TrackingWords = {
  headline: {
    at_post: said => `Your dossier is at the post office, soon on its way to ${said.desk}.`,
    to_police: said => `Your dossier is on its way to ${said.desk}.`,
    waits_for_check: said => `Your dossier has reached ${said.desk} and waits to be checked.`,
    in_process: said => `${said.desk} is working on your dossier.`,
    supplement: () => 'The police need more papers from you.',
    refused: said => `${said.desk} could not accept the dossier. Your papers will be sent back to you.`,
    stopped: said => `${said.desk} has stopped the dossier. Your papers will be sent back to you.`,
    withdrawn: () => 'The dossier was withdrawn as you asked.',
    result_at_police: said =>
      said.isFetchedAtDesk
        ? `The result is ready. Please fetch it at ${said.desk}.`
        : said.thing === 'result'
          ? `The result is ready. The post will soon fetch it from ${said.desk}.`
          : `The post will soon fetch your papers from ${said.desk}.`,
    on_the_way: said => `${thing(said)} ${verb(said, 'is', 'are')} on the way to ${said.office}.`,
    at_delivery_office: said =>
      `${thing(said)} ${verb(said, 'has', 'have')} reached ${said.office}. A courier will bring it to you.`,
    out_for_delivery: () => 'The courier is bringing it to your address.',
    not_delivered_yet: said => `The courier could not hand it over yet${said.attempt ? `: ${said.attempt}` : ''}.`,
    ready_to_collect: said => `${thing(said)} ${verb(said, 'is', 'are')} waiting for you at ${said.office}.`,
    kept_at_office: said =>
      `${thing(said)} ${verb(said, 'is', 'are')} kept for you at ${said.office}. Please fetch it${said.heldUntil ? ` by ${said.heldUntil}` : ''}.`,
    going_back: said => `${thing(said)} ${verb(said, 'is', 'are')} being sent back to ${said.desk}.`,
    back_at_police: said => `${said.desk} has taken the result back. Please call to agree how to receive it.`,
    lost: () => 'The post is looking into your parcel.',
    returned: said =>
      `${thing(said)} ${verb(said, 'was', 'were')} handed over${said.returned ? ` on ${said.returned}` : ''}.`,
  },
  expected: by => `Expected before ${by}.`,
  late: by => `The post promised it before ${by} and did not keep that promise. We are sorry.`,
  dueOn: date => `The result is due on ${date}.`,
  dueOnMissed: date => `The result was due on ${date}. The police have not set a new date yet.`,
  whomToCall: name => `Ask ${name}:`,
  supplement: {
    title: 'Papers that are missing',
    items: 'Please hand in',
    reason: 'Reason',
    until: date => `Hand them in by ${date}.`,
    how: 'Take the papers and your slip to the nearest post office. The post brings them to the police.',
  },
  wasAtHome: {
    title: 'Were you at home?',
    why: 'The courier reported that you could not be reached. If you were at home, press this button. We will look into it.',
    button: 'I was at home',
    taken: 'We have noted it. We will look into it, and call you if necessary.',
    nothing: 'Lately no courier reported that you could not be reached. If something is wrong, please call us.',
  },
  bring: {
    title: 'What to bring when you receive it',
    lines: {
      own_paper: [
        'The receiver’s own identity card or passport.',
        'The slip with the lookup code.',
        'Nobody else can receive it for you.',
      ],
      own_paper_or_authorisation: [
        'The receiver’s identity card or passport.',
        'The slip with the lookup code.',
        'Someone else: a written authorisation and their own identity paper.',
      ],
      household_paper: [
        'The identity card of the receiver, or of someone of the same household.',
        'The slip with the lookup code.',
      ],
    },
    lostSlip: 'You can receive it without the slip: you sign a statement instead.',
  },
  pay: {
    title: 'What to pay when you receive it',
    nothing: 'Nothing more to pay.',
    postage: amount => `Postage: ${amount}. You pay when you receive it.`,
    postageUnknown: 'Postage: as written on the parcel. You pay when you receive it.',
    stateUnknown: 'State fee: not known yet. If one is due, the police tell you in writing.',
  },
  steps: {
    title: 'Steps',
    names: {
      at_post: 'The post takes the dossier',
      at_police: 'The police work on it',
      coming_home: 'The result is on its way',
      delivered: 'Result handed over',
    },
    done: 'done',
    now: 'now at this step',
    next: 'not yet',
  },
  history: 'Where it has been',
  about: {
    title: 'About this dossier',
    reference: 'Reference',
    official: 'Police dossier code',
    procedure: 'Procedure',
    hiddenProcedure: 'Not named here, to keep it private',
    applicant: 'Applicant',
    receiver: 'Receiver',
    desk: 'Handled by',
  },
  another: 'Track another code',
}

// Whether there is still reason to send a message, in SQL, where each fact and decision is as it is now.

/** A scan that restates what holds tells it too; what was taken back or contradicted does not. */
const ofFact = `exists (
  select from event_standings
  where event_standings.event_id = messages.event_id and standing in ('applied', 'restating'))`

/** A decision holds while the dossier is where it put it. */
const ofDecision = `exists (
  select from dossier_events
  join dossiers on dossiers.id = dossier_events.dossier_id
  where dossier_events.id = messages.decision_id and dossiers.returned_at is null and case messages.kind
    when 'received' then dossiers.status = 'taken_in'
    when 'supplement' then dossiers.status = 'supplement_requested' and exists (
      select from supplement_requests
      where supplement_requests.dossier_id = dossiers.id and received_at is null and requested_at = dossier_events.at)
    when 'late' then dossiers.status = 'accepted' and due_typed = (dossier_events.detail->>'due')::date
    else dossiers.status = 'accepted' end)`

/** A broken promise stays broken when a higher level follows. */
const ofAlert = `exists (
  select from alerts as told join alerts on alerts.clock_id = told.clock_id and alerts.due_at = told.due_at
  where told.id = messages.alert_id and alerts.closed_at is null and alerts.level in ('breach', 'breach_day'))`

const ofOffice = `(messages.kind = 'digest' or exists (
  select from told_alerts join alerts on alerts.id = told_alerts.alert_id
  where told_alerts.message_id = messages.id and alerts.closed_at is null))`

/** Whether the cause of a row of `messages` still stands. */
export const stands = `case
  when messages.event_id is not null then ${ofFact}
  when messages.decision_id is not null then ${ofDecision}
  when messages.alert_id is not null then ${ofAlert}
  else ${ofOffice} end`

/** Whether the same person was told something newer of the same dossier. */
export const isOvertaken = `exists (
  select from messages as newer
  where newer.dossier_id = messages.dossier_id and newer.part = messages.part and newer.caused_at > messages.caused_at
    and newer.state = 'sent')`

/** Whether something newer waits for the same person: what is older waits for what becomes of it. */
export const hasNewer = `exists (
  select from messages as newer
  where newer.dossier_id = messages.dossier_id and newer.part = messages.part and newer.caused_at > messages.caused_at
    and newer.state = 'waiting')`

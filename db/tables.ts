// Printed from the schema by `npm run db:types`; a test fails when it is stale.
import type { Knex } from 'knex'

type Json = Record<string, unknown>

export type AdminUnitMergersRow = {
  old_code: string
  new_code: string
  new_name: string
  new_kind: string
  new_parent_code: string
  effective_on: string
  applied_at: Date | null
}

export type AdminUnitsRow = {
  id: number
  code: string
  level: 'province' | 'district' | 'commune'
  name: string
  kind: string
  parent_code: string | null
  valid_from: string
  valid_to: string | null
}

export type AlertHearersRow = {
  alert_id: string
  unit_id: string
}

export type AlertsRow = {
  id: string
  clock_id: string | null
  level: 'at_risk' | 'missed' | 'breach' | 'breach_day' | 'watch'
  raised_at: Date
  acknowledged_at: Date | null
  acknowledged_by: string | null
  note: string | null
  closed_at: Date | null
  due_at: Date | null
  watch: 'clock' | 'unaccepted' | 'silent' | 'uncounted' | 'count_differs' | 'round_open' | 'cash_out' | 'messages_stuck' | 'tick_late'
  subject: string | null
  unit_id: string | null
  parcel_id: string | null
}

export type AssignmentsRow = {
  id: string
  person_id: string
  role: 'clerk' | 'courier' | 'driver' | 'officer' | 'supervisor' | 'hotline' | 'admin' | 'auditor'
  unit_id: string | null
  since: Date
  until: Date | null
}

export type AuditLogRow = {
  id: number
  at: Date
  person_id: string | null
  action: string
  subject: string
  detail: Json
  request_id: string | null
}

export type BagDifferencesRow = {
  id: string
  bag_id: string
  kind: 'short' | 'over' | 'seal' | 'weight'
  parcel_id: string | null
  opened_at: Date
  giver_closed_at: Date | null
  giver_closed_by: string | null
  giver_reason: string | null
  taker_closed_at: Date | null
  taker_closed_by: string | null
  taker_reason: string | null
}

export type BagParcelsRow = {
  bag_id: string
  parcel_id: string
  is_inside: boolean
  is_found: boolean | null
}

export type BagPoliciesRow = {
  unit_id: string
  needs_seal: boolean
  needs_weight: boolean
  weight_tolerance_g: number
}

export type BagsRow = {
  id: string
  code: string
  made_unit: string
  to_unit: string
  state: 'open' | 'sealed' | 'opened'
  made_at: Date
  made_by: string
  sealed_at: Date | null
  sealed_by: string | null
  seal_number: string | null
  weight_g: number | null
  opened_at: Date | null
  opened_by: string | null
  opened_unit: string | null
  found_seal: string | null
  found_weight_g: number | null
}

export type BlankSetsRow = {
  parcel_id: string
  batch_id: string
  unit_id: string
  lookup_index: Buffer
  lookup_cipher: Buffer
  printed_at: Date
  printed_by: string
  typed_in_at: Date | null
  typed_in_by: string | null
  spoiled_at: Date | null
  spoiled_by: string | null
  spoiled_reason: string | null
}

export type CalendarsRow = {
  id: 'agency' | 'counter' | 'rounds'
  name: string
  keeps_holidays: boolean
  is_verified: boolean
  hours: Json
}

export type CheckpointsRow = {
  size: number
  root: Buffer
  note: string
  issued_at: Date
}

export type ClocksRow = {
  id: string
  policy_id: number
  parcel_id: string | null
  dossier_id: string | null
  unit_id: string
  started_at: Date
  at_risk_at: Date
  missed_at: Date
  due_at: Date
  next_alert_at: Date | null
  stopped_at: Date | null
  paused_at: Date | null
  inputs: Json
  wall_due_at: Date
  paused_until: Date | null
}

export type CosignaturesRow = {
  size: number
  witness: string
  line: string
  cosigned_at: Date
  received_at: Date
  same_machine: boolean
}

export type CrossingsRow = {
  event_id: string
  parcel_id: string
  giver_kind: 'post_office' | 'police_unit' | 'courier'
  giver_unit: string
  giver_person: string | null
  taker_kind: 'post_office' | 'police_unit' | 'courier'
  taker_unit: string
  taker_person: string | null
  at: Date
  day: string
}

export type CustodyEventsRow = {
  id: string
  parcel_id: string
  seq: number
  step: string
  person_id: string
  role: string
  unit_id: string | null
  device: string | null
  counter: number | null
  source: 'device' | 'paper' | 'import'
  occurred_at: Date
  recorded_at: Date
  effective_at: Date
  corrects: string | null
  detail: Json
  prev_hash: Buffer | null
  hash: Buffer
}

export type DailyNumbersRow = {
  prefix: string
  unit_number: string
  day: string
  last: number
}

export type DeliveryAreasRow = {
  commune_code: string
  post_office: string
  basis: string
}

export type DeliveryProofsRow = {
  digest: string
  salt: Buffer
  said: Json
  signature: Buffer | null
  made_at: Date
}

export type DeliveryReportsRow = {
  id: string
  fingerprint: Buffer
  round_id: string | null
  stop: number | null
  unit_id: string
  person_id: string
  outcome: 'delivered' | 'attempted'
  occurred_at: Date
  recorded_at: Date
  proof: string | null
  to_collect: number | null
  collected: number | null
  papers: string[]
  envelope: string | null
  scans: string[]
}

export type DeparturesRow = {
  id: number
  from_unit: string
  to_unit: string | null
  weekday: number
  leaves: number
  arrives: number
  on_holidays: boolean
}

export type DossierDocumentsRow = {
  dossier_id: string
  position: number
  name: string
  originals: number
  certified: number
  copies: number
}

export type DossierEventsRow = {
  id: string
  dossier_id: string
  kind: string
  at: Date
  person_id: string
  unit_id: string | null
  detail: Json
}

export type DossiersRow = {
  id: string
  reference: string
  official_code: string | null
  procedure_id: number
  service: 'both' | 'receive' | 'return'
  status: 'taken_in' | 'accepted' | 'supplement_requested' | 'refused' | 'stopped' | 'withdrawn' | 'result_announced'
  intake_unit: string
  desk_id: string
  return_to: 'address' | 'post_office' | 'desk'
  return_office: string | null
  form_set: '2018' | '2025'
  state_fee_amount: number | null
  state_fee_currency: 'VND' | 'USD'
  state_fee_note: string
  postage_amount: number | null
  postage_note: string
  payer: 'sender' | 'recipient' | 'agency'
  payment_when: 'counter' | 'delivery' | 'monthly'
  payment_method: 'cash' | 'transfer' | 'card'
  notify: 'sms' | 'zalo' | 'email' | 'call' | 'none'
  accepted_at: Date | null
  accepted_by: string | null
  due_typed: string | null
  due_on: string | null
  condition: string | null
  result_kind: 'granted' | 'refused' | null
  announced_at: Date | null
  returned_at: Date | null
  created_at: Date
  created_by: string
  version: number
  postage_is_verified: boolean
}

export type EventStandingsRow = {
  event_id: string
  parcel_id: string
  standing: 'applied' | 'restating' | 'contradicting' | 'corrected'
  flags: string[]
}

export type HandoverDifferencesRow = {
  id: string
  handover_id: string
  parcel_id: string
  kind: 'short' | 'over'
  opened_at: Date
  giver_closed_at: Date | null
  giver_closed_by: string | null
  giver_reason: string | null
  taker_closed_at: Date | null
  taker_closed_by: string | null
  taker_reason: string | null
}

export type HandoverPapersRow = {
  handover_id: string
  side: string
  pdf: Buffer
  sha256: Buffer
  drawn_at: Date
}

export type HandoverParcelsRow = {
  handover_id: string
  parcel_id: string
  is_listed: boolean
  is_accepted: boolean | null
  condition: 'intact' | 'torn' | 'wet' | 'retaped' | null
  event_id: string | null
}

export type HandoverSheetsRow = {
  handover_id: string
  side: 'giver' | 'taker'
  content: string
  digest: Buffer
  signed_at: Date
  signed_by: string
}

export type HandoversRow = {
  id: string
  number: string
  day: string
  giver_kind: 'post_office' | 'police_unit' | 'courier'
  giver_unit: string
  giver_person: string | null
  taker_kind: 'post_office' | 'police_unit' | 'courier'
  taker_unit: string
  taker_person: string | null
  direction: 'to_police' | 'from_police' | 'within'
  state: 'released' | 'accepted' | 'accepted_with_differences' | 'cancelled'
  is_implicit: boolean
  is_self: boolean
  released_at: Date | null
  released_by: string | null
  mode: 'scans' | 'count' | 'pin' | 'paper' | null
  accepted_at: Date | null
  accepted_by: string | null
  entered_at: Date | null
  entered_by: string | null
  condition: 'intact' | 'torn' | 'wet' | 'retaped' | null
  reservation: string | null
  paper_number: string | null
  cancelled_at: Date | null
  cancelled_by: string | null
  cancelled_reason: string | null
  pick_up_at: Date | null
}

export type HearersRow = {
  level: 'at_risk' | 'missed' | 'breach' | 'breach_day' | 'watch'
  hearer: 'holder' | 'lead' | 'desk' | 'post_province' | 'police_province'
}

export type HolidaysRow = {
  day: string
  name: string
  kind: 'off' | 'working'
  is_verified: boolean
}

export type HomeClaimsRow = {
  event_id: string
  parcel_id: string
  claimed_at: Date
  upheld_at: Date | null
  dismissed_at: Date | null
  settled_by: string | null
}

export type IdempotentAnswersRow = {
  client: string
  key: string
  route: string
  fingerprint: string
  status: number
  answer: Buffer
  created_at: Date
}

export type ItemCodeRangesRow = {
  id: number
  office_id: string
  prefix: string
  country: string
  first_serial: number
  last_serial: number
  next_serial: number
  granted_by: string
  granted_at: Date
}

export type JobRunsRow = {
  job: string
  slot: Date
  started_at: Date
  lease_until: Date
  finished_at: Date | null
  last_error: string | null
}

export type LogLeavesRow = {
  index: number
  event_id: string
}

export type LogNodesRow = {
  level: string
  index: number
  hash: Buffer
}

export type LookupCodesRow = {
  id: string
  dossier_id: string
  code_index: Buffer
  code_cipher: Buffer
  issued_at: Date
  issued_by: string
  paper_seen: string | null
  revoked_at: Date | null
}

export type MessageSettingsRow = {
  id: boolean
  quiet_from: number
  quiet_until: number
  with_marks: boolean
  keep_days: number
}

export type MessageStopsRow = {
  address_index: Buffer
  stopped_at: Date
  stopped_by: string | null
}

export type MessagesRow = {
  id: string
  kind: 'received' | 'accepted' | 'supplement' | 'on_its_way' | 'courier_today' | 'not_delivered' | 'waiting' | 'delivered' | 'late' | 'alerts' | 'digest'
  channel: 'zalo' | 'sms' | 'email' | 'call'
  dossier_id: string | null
  part: 'applicant' | 'receiver' | null
  parcel_id: string | null
  event_id: string | null
  decision_id: string | null
  alert_id: string | null
  unit_id: string | null
  level: 'at_risk' | 'missed' | 'breach' | 'breach_day' | 'watch' | null
  day: string | null
  instead_of: string | null
  caused_at: Date
  not_before: Date
  not_after: Date
  state: 'waiting' | 'sent' | 'failed' | 'dead' | 'cancelled' | 'overtaken' | 'stale' | 'stopped' | 'skipped'
  attempts: number
  leases: number
  lease_until: Date | null
  trouble: string | null
  said: string | null
  note: string | null
  settled_at: Date | null
  settled_by: string | null
}

export type OfficialCodeCountersRow = {
  unit_id: string
  day: string
  last: number
}

export type OpeningsRow = {
  id: string
  parcel_id: string
  event_id: string
  desk_id: string
  taken_at: Date
  opened_at: Date
  opened_by: string
  seal: 'intact' | 'broken' | 'missing'
  remark: string | null
  differs: boolean
  is_late: boolean
  record: Json
}

export type ParcelAddresseesRow = {
  parcel_id: string
  name: string
  phone: string | null
  address: string
}

export type ParcelContentsRow = {
  parcel_id: string
  dossier_id: string
}

export type ParcelPresentsRow = {
  parcel_id: string
  holder_kind: 'applicant' | 'post_office' | 'police_unit' | 'courier' | 'carrier' | 'recipient'
  holder_unit: string | null
  holder_person: string | null
  since: Date
  last_step: string | null
  last_event: string | null
  next_seq: number
  is_over: boolean
  is_lost: boolean
  is_misrouted: boolean
  is_sent_back: boolean
  attempts: number
  held_until: string | null
  bag: string | null
  redirected_to: string | null
  handed_back_at: Date | null
  collectable_at: Date | null
  ended_at: Date | null
  last_fact: Json | null
  newest: Json | null
  last_hash: Buffer | null
}

export type ParcelsRow = {
  id: string
  code: string
  range_id: number | null
  purpose: 'filing' | 'supplement' | 'result' | 'refused_papers' | 'collected_papers'
  origin_kind: 'applicant' | 'police_unit' | 'recipient'
  origin_unit: string | null
  destination_kind: 'police_unit' | 'recipient' | 'post_office'
  destination_unit: string
  on_route: string[]
  hands: 'recipient_only' | 'authorised' | 'household' | null
  is_collected: boolean
  weight_g: number | null
  amount_to_collect: number | null
  created_at: Date
  created_by: string
  created_unit: string
  zone: 'town' | 'rural' | 'out_of_province' | null
}

export type PartiesRow = {
  dossier_id: string
  part: 'applicant' | 'submitter' | 'receiver' | 'authorised_person'
  kind: 'person' | 'organisation'
  name: string
  search_name: string
  phone: string | null
  id_kind: 'cccd' | 'cmnd' | 'passport' | 'other' | null
  id_cipher: Buffer | null
  id_index: Buffer | null
  id_tail: string | null
  tax_code: string | null
  representative: string | null
  address_line: string | null
  admin_unit_id: number | null
  address_text: string | null
  email: string | null
}

export type PausesRow = {
  clock_id: string
  begins_at: Date
  ends_at: Date | null
  reason: string
  evidence: 'call' | 'notice' | 'appointment' | 'statement' | 'supplement' | 'supervisors'
  person_id: string | null
  event_id: string | null
  agreed_until: Date | null
}

export type PeopleRow = {
  id: string
  username: string
  name: string
  password_hash: string | null
  is_demo: boolean
  disabled_at: Date | null
  created_at: Date
}

export type PostageRatesRow = {
  zone: 'same_district' | 'between_districts' | 'between_provinces_near' | 'between_provinces' | 'between_provinces_far' | 'remittance'
  up_to_g: number | null
  amount: number | null
  source: string
  is_verified: boolean
}

export type PrintingsRow = {
  id: string
  document: string
  subject: string
  at: Date
  person_id: string
}

export type ProcedureDocumentsRow = {
  procedure_id: number
  position: number
  name: string
  is_required: boolean
}

export type ProcedureFieldsRow = {
  id: string
  name: string
  hands: 'recipient_only' | 'authorised' | 'household'
  is_sensitive: boolean
}

export type ProceduresRow = {
  id: number
  key: string
  valid_from: string
  valid_to: string | null
  decision: string
  code: string | null
  name: string
  field_id: string
  level: 'province' | 'district' | 'commune'
  desk: string | null
  working_days: number | null
  fee_amount: number | null
  fee_note: string | null
  receive_by_post: boolean
  return_by_post: boolean
  unverified: string[]
}

export type PromisePoliciesRow = {
  id: number
  clock: 'delivery' | 'hand_back' | 'lodging' | 'processing' | 'papers_back' | 'refund' | 'holding'
  reading: string
  amount: number | null
  unit: 'hours' | 'working_hours' | 'working_days'
  calendar: 'agency' | 'counter' | 'rounds'
  is_binding: boolean
  valid_from: Date
  valid_to: Date | null
  source: string
  scope: 'in_province' | 'out_of_province' | 'town' | 'rural' | null
  excuses: string[]
}

export type RateLimitsRow = {
  key: string
  points: number
  expire: number | null
}

export type ReckoningsRow = {
  parcel_id: string
  courier_id: string
  round_id: string
}

export type ReferenceCountersRow = {
  unit_number: string
  day: string
  last: number
}

export type RefundsRow = {
  dossier_id: string
  state_amount: number | null
  postage_amount: number | null
  reason: string
  due_since: Date
  asked_by: string
  refunded_at: Date | null
  refunded_by: string | null
  receipt: string | null
}

export type ReviewsRow = {
  id: string
  kind: 'contradiction' | 'jump' | 'misrouted' | 'wrong_hands' | 'lost' | 'damaged' | 'opening' | 'stock_short' | 'stock_over' | 'signed_sheet' | 'out_of_bag' | 'was_at_home'
  parcel_id: string
  event_id: string | null
  opened_at: Date
  withdrawn_at: Date | null
  closed_at: Date | null
  closed_by: string | null
  reason: string | null
  count_id: string | null
}

export type RoundParcelsRow = {
  round_id: string
  parcel_id: string
  stop: number
  papers: string[]
  added_at: Date
  added_by: string
  left_at: Date | null
  moved_to: string | null
}

export type RoundsRow = {
  id: string
  number: string
  unit_id: string
  courier_id: string
  opened_at: Date
  opened_by: string
  closed_at: Date | null
  closed_by: string | null
  record: Json | null
}

export type ScansRow = {
  id: string
  person_id: string
  fingerprint: string
  body: Json
  received_at: Date
  verdict: 'recorded' | 'recorded_late' | 'already_recorded' | 'for_review' | 'refused' | null
  answer: Json | null
  event_id: string | null
}

export type SessionsRow = {
  token_hash: Buffer
  person_id: string
  kind: 'page' | 'api'
  created_at: Date
  seen_at: Date
  expires_at: Date
}

export type SetUpLinksRow = {
  token_hash: Buffer
  person_id: string
  expires_at: Date
  used_at: Date | null
}

export type StandstillsRow = {
  id: string
  unit_id: string | null
  begins_at: Date
  ends_at: Date
  reason: string
  proposed_at: Date
  proposed_by: string
  proposed_kind: 'post_office' | 'police_unit'
  confirmed_at: Date | null
  confirmed_by: string | null
}

export type StockCountCodesRow = {
  count_id: string
  code: string
  scanned_at: Date
  scanned_by: string
}

export type StockCountParcelsRow = {
  count_id: string
  parcel_id: string
  outcome: 'matched' | 'moved' | 'short' | 'over'
  holder_kind: 'applicant' | 'post_office' | 'police_unit' | 'courier' | 'carrier' | 'recipient'
  holder_unit: string | null
  holder_person: string | null
  since: Date
  times: number
}

export type StockCountsRow = {
  id: string
  unit_id: string
  state: 'open' | 'closed' | 'abandoned'
  opened_at: Date
  opened_by: string
  number: string | null
  closed_at: Date | null
  closed_by: string | null
  record: Json | null
  abandoned_at: Date | null
}

export type SupplementRequestsRow = {
  id: string
  dossier_id: string
  number: number
  items: string[]
  reason: string
  until: string
  requested_at: Date
  requested_by: string
  received_at: Date | null
  received_by: string | null
}

export type SurveyAnswersRow = {
  id: string
  answered_at: Date
  rating: number
  had_to_call: boolean | null
  dossier_id: string | null
}

export type ToldAlertsRow = {
  alert_id: string
  unit_id: string
  message_id: string
}

export type UnitCalendarsRow = {
  unit_id: string
  calendar: 'agency' | 'counter' | 'rounds'
  hours: Json
  is_verified: boolean
}

export type UnitsRow = {
  id: string
  kind: 'post_office' | 'police_unit'
  number: string
  name: string
  level: 'province' | 'district' | 'commune' | 'local'
  desk: string | null
  admin_unit_code: string
  district_code: string | null
  agency_code: string | null
  agency_code_is_ours: boolean
  is_register: boolean
  lead_post_office: string | null
  address: string | null
  phone: string | null
  closed_on: string | null
  email: string | null
}

export type WatchSettingsRow = {
  watch: 'unaccepted' | 'silent_courier' | 'silent_carrier' | 'silent_bag' | 'uncounted' | 'round_open' | 'messages_stuck' | 'tick_late'
  amount: number
  meaning: string
}

export type ZaloTemplatesRow = {
  kind: 'received' | 'accepted' | 'supplement' | 'on_its_way' | 'courier_today' | 'not_delivered' | 'waiting' | 'delivered' | 'late'
  template_id: string | null
}

type Table<Row, Optional extends keyof Row> = Knex.CompositeTableType<
  Row,
  Omit<Row, Optional> & Partial<Pick<Row, Optional>>,
  Partial<{ [Column in keyof Row]: Row[Column] | Knex.Raw }>
>

declare module 'knex/types/tables.js' {
  interface Tables {
    admin_unit_mergers: Table<AdminUnitMergersRow, 'applied_at'>
    admin_units: Table<AdminUnitsRow, 'id' | 'parent_code' | 'valid_to'>
    alert_hearers: Table<AlertHearersRow, never>
    alerts: Table<AlertsRow, 'clock_id' | 'acknowledged_at' | 'acknowledged_by' | 'note' | 'closed_at' | 'due_at' | 'watch' | 'subject' | 'unit_id' | 'parcel_id'>
    assignments: Table<AssignmentsRow, 'unit_id' | 'until'>
    audit_log: Table<AuditLogRow, 'id' | 'person_id' | 'detail' | 'request_id'>
    bag_differences: Table<BagDifferencesRow, 'parcel_id' | 'giver_closed_at' | 'giver_closed_by' | 'giver_reason' | 'taker_closed_at' | 'taker_closed_by' | 'taker_reason'>
    bag_parcels: Table<BagParcelsRow, 'is_found'>
    bag_policies: Table<BagPoliciesRow, 'needs_seal' | 'needs_weight' | 'weight_tolerance_g'>
    bags: Table<BagsRow, 'sealed_at' | 'sealed_by' | 'seal_number' | 'weight_g' | 'opened_at' | 'opened_by' | 'opened_unit' | 'found_seal' | 'found_weight_g'>
    blank_sets: Table<BlankSetsRow, 'typed_in_at' | 'typed_in_by' | 'spoiled_at' | 'spoiled_by' | 'spoiled_reason'>
    calendars: Table<CalendarsRow, never>
    checkpoints: Table<CheckpointsRow, never>
    clocks: Table<ClocksRow, 'parcel_id' | 'dossier_id' | 'next_alert_at' | 'stopped_at' | 'paused_at' | 'paused_until'>
    cosignatures: Table<CosignaturesRow, never>
    crossings: Table<CrossingsRow, 'giver_person' | 'taker_person'>
    custody_events: Table<CustodyEventsRow, 'unit_id' | 'device' | 'counter' | 'corrects' | 'detail' | 'prev_hash'>
    daily_numbers: Table<DailyNumbersRow, never>
    delivery_areas: Table<DeliveryAreasRow, never>
    delivery_proofs: Table<DeliveryProofsRow, 'signature'>
    delivery_reports: Table<DeliveryReportsRow, 'round_id' | 'stop' | 'proof' | 'to_collect' | 'collected' | 'envelope'>
    departures: Table<DeparturesRow, 'id' | 'to_unit'>
    dossier_documents: Table<DossierDocumentsRow, never>
    dossier_events: Table<DossierEventsRow, 'unit_id' | 'detail'>
    dossiers: Table<DossiersRow, 'official_code' | 'return_office' | 'state_fee_amount' | 'state_fee_currency' | 'postage_amount' | 'accepted_at' | 'accepted_by' | 'due_typed' | 'due_on' | 'condition' | 'result_kind' | 'announced_at' | 'returned_at' | 'version' | 'postage_is_verified'>
    event_standings: Table<EventStandingsRow, never>
    handover_differences: Table<HandoverDifferencesRow, 'giver_closed_at' | 'giver_closed_by' | 'giver_reason' | 'taker_closed_at' | 'taker_closed_by' | 'taker_reason'>
    handover_papers: Table<HandoverPapersRow, never>
    handover_parcels: Table<HandoverParcelsRow, 'is_accepted' | 'condition' | 'event_id'>
    handover_sheets: Table<HandoverSheetsRow, never>
    handovers: Table<HandoversRow, 'giver_person' | 'taker_person' | 'direction' | 'is_self' | 'released_at' | 'released_by' | 'mode' | 'accepted_at' | 'accepted_by' | 'entered_at' | 'entered_by' | 'condition' | 'reservation' | 'paper_number' | 'cancelled_at' | 'cancelled_by' | 'cancelled_reason' | 'pick_up_at'>
    hearers: Table<HearersRow, never>
    holidays: Table<HolidaysRow, 'is_verified'>
    home_claims: Table<HomeClaimsRow, 'upheld_at' | 'dismissed_at' | 'settled_by'>
    idempotent_answers: Table<IdempotentAnswersRow, never>
    item_code_ranges: Table<ItemCodeRangesRow, 'id'>
    job_runs: Table<JobRunsRow, 'finished_at' | 'last_error'>
    log_leaves: Table<LogLeavesRow, never>
    log_nodes: Table<LogNodesRow, never>
    lookup_codes: Table<LookupCodesRow, 'paper_seen' | 'revoked_at'>
    message_settings: Table<MessageSettingsRow, 'id' | 'quiet_from' | 'quiet_until' | 'with_marks' | 'keep_days'>
    message_stops: Table<MessageStopsRow, 'stopped_by'>
    messages: Table<MessagesRow, 'dossier_id' | 'part' | 'parcel_id' | 'event_id' | 'decision_id' | 'alert_id' | 'unit_id' | 'level' | 'day' | 'instead_of' | 'attempts' | 'leases' | 'lease_until' | 'trouble' | 'said' | 'note' | 'settled_at' | 'settled_by'>
    official_code_counters: Table<OfficialCodeCountersRow, never>
    openings: Table<OpeningsRow, 'remark'>
    parcel_addressees: Table<ParcelAddresseesRow, 'phone'>
    parcel_contents: Table<ParcelContentsRow, never>
    parcel_presents: Table<ParcelPresentsRow, 'holder_unit' | 'holder_person' | 'last_step' | 'last_event' | 'held_until' | 'bag' | 'redirected_to' | 'handed_back_at' | 'collectable_at' | 'ended_at' | 'last_fact' | 'newest' | 'last_hash'>
    parcels: Table<ParcelsRow, 'range_id' | 'origin_unit' | 'hands' | 'weight_g' | 'amount_to_collect' | 'zone'>
    parties: Table<PartiesRow, 'phone' | 'id_kind' | 'id_cipher' | 'id_index' | 'id_tail' | 'tax_code' | 'representative' | 'address_line' | 'admin_unit_id' | 'address_text' | 'email'>
    pauses: Table<PausesRow, 'ends_at' | 'person_id' | 'event_id' | 'agreed_until'>
    people: Table<PeopleRow, 'password_hash' | 'is_demo' | 'disabled_at'>
    postage_rates: Table<PostageRatesRow, 'up_to_g' | 'amount'>
    printings: Table<PrintingsRow, never>
    procedure_documents: Table<ProcedureDocumentsRow, never>
    procedure_fields: Table<ProcedureFieldsRow, never>
    procedures: Table<ProceduresRow, 'id' | 'valid_to' | 'code' | 'desk' | 'working_days' | 'fee_amount' | 'fee_note'>
    promise_policies: Table<PromisePoliciesRow, 'id' | 'amount' | 'valid_to' | 'scope' | 'excuses'>
    rate_limits: Table<RateLimitsRow, 'points' | 'expire'>
    reckonings: Table<ReckoningsRow, never>
    reference_counters: Table<ReferenceCountersRow, never>
    refunds: Table<RefundsRow, 'state_amount' | 'postage_amount' | 'refunded_at' | 'refunded_by' | 'receipt'>
    reviews: Table<ReviewsRow, 'event_id' | 'withdrawn_at' | 'closed_at' | 'closed_by' | 'reason' | 'count_id'>
    round_parcels: Table<RoundParcelsRow, 'papers' | 'left_at' | 'moved_to'>
    rounds: Table<RoundsRow, 'closed_at' | 'closed_by' | 'record'>
    scans: Table<ScansRow, 'verdict' | 'answer' | 'event_id'>
    sessions: Table<SessionsRow, never>
    set_up_links: Table<SetUpLinksRow, 'used_at'>
    standstills: Table<StandstillsRow, 'unit_id' | 'confirmed_at' | 'confirmed_by'>
    stock_count_codes: Table<StockCountCodesRow, never>
    stock_count_parcels: Table<StockCountParcelsRow, 'holder_unit' | 'holder_person'>
    stock_counts: Table<StockCountsRow, 'number' | 'closed_at' | 'closed_by' | 'record' | 'abandoned_at'>
    supplement_requests: Table<SupplementRequestsRow, 'received_at' | 'received_by'>
    survey_answers: Table<SurveyAnswersRow, 'had_to_call' | 'dossier_id'>
    told_alerts: Table<ToldAlertsRow, never>
    unit_calendars: Table<UnitCalendarsRow, 'is_verified'>
    units: Table<UnitsRow, 'desk' | 'district_code' | 'agency_code' | 'agency_code_is_ours' | 'is_register' | 'lead_post_office' | 'address' | 'phone' | 'closed_on' | 'email'>
    watch_settings: Table<WatchSettingsRow, never>
    zalo_templates: Table<ZaloTemplatesRow, 'template_id'>
  }
}

import { confirmed } from '../places/queries.ts'
import { dueUnverified } from '../promises/due-unverified.ts'

/**
 * Which values of a dossier no source confirmed, so that screens mark them: some of `postage`, `due_on`, `official_code`,
 * `return_office`. SQL, a text[], where `dossiers` is read.
 */
export const unverifiedOfDossier = `array_remove(array[
  case when not dossiers.postage_is_verified then 'postage' end,
  case when ${isDueUnverified()} then 'due_on' end,
  case when ${isCodeOurs()} then 'official_code' end,
  case when ${isOfficeInferred()} then 'return_office' end], null)`

function isDueUnverified() {
  return `exists (
    select from clocks join promise_policies on promise_policies.id = clocks.policy_id
    where clocks.dossier_id = dossiers.id and promise_policies.clock = 'processing' and ${dueUnverified})`
}

/** Issued by us at a desk whose real agency code is not known: it begins with the one that stands in. */
function isCodeOurs() {
  return `exists (
    select from units
    where units.id = dossiers.desk_id and units.agency_code_is_ours
      and starts_with(dossiers.official_code, units.agency_code || '-'))`
}

function isOfficeInferred() {
  const home = `select admin_units.code from parties left join admin_units on admin_units.id = parties.admin_unit_id
    where parties.dossier_id = dossiers.id and parties.part in ('receiver', 'applicant') and parties.address_text is not null
    order by parties.part desc limit 1`
  return `dossiers.return_to = 'address' and dossiers.return_office is not null
    and not exists (
      select from delivery_areas
      where basis = '${confirmed}' and post_office = dossiers.return_office and commune_code = (${home}))`
}

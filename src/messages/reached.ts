// Whom a message about a dossier reaches, in SQL. Its tables are those of `who` before `dossiers`, `applicant` and `receiver`.

/** The number or the mailbox of one person: never the number of one beside the mailbox of another. */
export const reachedBy = (column: 'phone' | 'email', who = ''): string =>
  `case when ${who}receiver.part is null then ${who}applicant.${column} else ${who}receiver.${column} end`

/** What those share who are told of one envelope once: the address that they chose to be told at; without any, nobody shares. */
export const toldOnce = (who = ''): string =>
  `coalesce(case ${who}dossiers.notify when 'email' then ${reachedBy('email', who)} end, ${reachedBy('phone', who)},
     ${who}dossiers.id::text)`

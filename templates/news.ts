/** What a page says of what was just done: `done` comes from its address, where anything may be written. */
export const newsOf = (news: Record<string, string>, done: string | undefined): string | undefined =>
  done !== undefined && Object.hasOwn(news, done) ? news[done] : undefined

const REGULAR =
  'claim report promise warn announce cite argue believe suggest call respond react explain justify describe criticize criticise demand ask advise recommend propose insist complain accuse blame emphasize note comment confirm answer add concede assure vow urge reveal declare mention remark allege charge estimate defend reject'

const SAYING: ReadonlySet<string> = new Set([
  // "stated" and not "state": that is a country or how something stands far more often
  ...'according stated said say says saying tell tells told speak speaks spoke spoken think thinks thought'.split(
    ' ',
  ),
  ...'deny denies denied reply replies replied write writes wrote written admit admits admitted predict predicts predicted'.split(
    ' ',
  ),
  ...REGULAR.split(' ').flatMap((verb) =>
    verb.endsWith('e') ? [verb, `${verb}s`, `${verb}d`] : [verb, `${verb}s`, `${verb}ed`],
  ),
])

/** @returns whether a folded word says that somebody speaks: "claims", "denied", "according" */
export const isSaying = (word: string): boolean => SAYING.has(word)

/** Words that news and its readers use for one another; each part a group, general English only. */
const GROUPS = `
kill killed killing dead deadly deadliest death died fatal slain casualty toll; injure injured injury wounded hurt;
protest demonstration rally riot unrest turmoil uprising; protester demonstrator rioter; border frontier boundary;
threat danger menace; unstable instability; promise pledge vow assure guarantee; begin start launch; end finish stop;
price cost expensive; fuel petrol gas gasoline; rise increase grow climb; double twice; fall drop decrease decline cut;
country nation state; leader president chief head; government authorities regime administration; troops soldiers forces army military;
send deploy dispatch; attack assault strike raid; war conflict fighting; coup putsch overthrow; militant fighter gunman insurgent;
terrorism terrorist terror; help aid assist support back; oppose against resist; ally partner; quell suppress crush crackdown;
invest investment fund; rich wealthy; poor poverty; job employment work; unemployed unemployment jobless; law legal; court trial;
buy purchase acquire; car vehicle automobile; doctor physician; illness disease sick; big large huge; small little tiny;
old aged age; famous renowned; make produce manufacture; build construct; live reside inhabit; need require; find discover;
happen occur; win victory; lose defeat; phone call telephone; speak talk; teach instruction education; name called;
ban prohibit forbid; allow permit let; blame accuse; reason cause why because; area region zone; result outcome effect consequence`

/** From a word to the others of its groups. */
export const NEWS_SYNONYMS: ReadonlyMap<string, readonly string[]> = groupMap()

function groupMap(): Map<string, string[]> {
  const related = new Map<string, string[]>()
  for (const group of GROUPS.split(';').map((line) => line.trim().split(/\s+/))) {
    for (const word of group)
      related.set(word, [...(related.get(word) ?? []), ...group.filter((other) => other !== word)])
  }
  return related
}

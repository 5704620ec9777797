/** Words that news and its readers use for one another; each part a group, general English only. */
const GROUPS = `
kill killed killing dead deadly deadliest death died fatal slain casualty toll; protest demonstration rally riot unrest turmoil uprising; protester demonstrator rioter;
border frontier boundary; neighbor neighbour neighboring neighbouring adjacent; length long distance; quell suppress crush crackdown;
react reaction respond response; condolences sympathy; blame accuse accused; threat danger menace peril; unstable instability destabilise destabilize;
promise pledge vow ensure assure guarantee; begin start started launch origin erupt; end finish stop conclude; price cost expensive fee; fuel petrol gas gasoline;
rise increase grow grew growth climb double; fall drop decrease decline shrink cut; country nation state; leader president chief head; government authorities regime administration state;
troops soldiers forces army military; send deploy dispatch deployment; attack assault strike raid; war conflict fighting; coup putsch overthrow;
infighting struggle feud rivalry; militant fighter gunman insurgent terrorist; terrorism terrorist terror extremism; separatist secessionist; religious religion faith;
help aid assist assistance support back backing; oppose against resist; ally partner partnership; cordial friendly warm better close; improve better grow; relation relationship tie link;
invest investment fund money finance; dependent depend rely reliance reliant; rich wealthy wealth affluent; poor poverty; job unemployment work employment; law legal; court trial;
buy purchase acquire; sell sale; job occupation profession career; kid child children; movie film; car vehicle automobile; doctor physician; illness disease sick; big large huge; small little tiny;
old aged age; famous well-known renowned; make produce create manufacture; build construct construction; live reside residence inhabit; want wish desire; need require; show demonstrate reveal;
find discover discovery; think believe opinion; say state claim; tell inform; ask request; answer reply; happen occur; use utilize; try attempt; choose select; win victory; lose defeat;
phone call telephone; speak talk speech language; teach instruction education; study research; name called; show display; world global international; house home; city town; famous known; involved participate join;
own possess belong; allow permit let; ban prohibit forbid; reason cause why because; area region zone; part section; result outcome effect consequence; important strategic significance matter`

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

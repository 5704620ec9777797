/** Forms that no stemmer joins, each line a word and its irregular forms. */
const FORMS = `
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
burn burnt; buy bought; catch caught; choose chose chosen; come came; creep crept; deal dealt; dig dug; draw drew drawn;
dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lead led; learn learnt;
leave left; lend lent; lose lost; make made; mean meant; meet met; mistake mistook mistaken; overthrow overthrew overthrown;
pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold;
send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
sit sat; sleep slept; speak spoke spoken; spend spent; spin spun; stand stood; steal stole stolen; stick stuck;
strike struck stricken; swear swore sworn; sweep swept; swim swam swum; take took taken; teach taught; tear tore torn;
tell told; think thought; throw threw thrown; undergo underwent undergone; understand understood;
wake woke woken; wear wore worn; weave wove woven; win won; withdraw withdrew withdrawn; write wrote written;
child children; man men; woman women; person people; foot feet; tooth teeth; mouse mice; crisis crises;
analysis analyses; basis bases; thesis theses; phenomenon phenomena; criterion criteria; life lives; wife wives;
half halves; leaf leaves; knife knives; thief thieves; wolf wolves; medium media; datum data; spokesman spokesmen;
good better best; bad worse worst; far further furthest farther farthest`

/** British spellings and the American ones of the same words: whole words, since "four" and "rise" are no variants. */
const SPELLINGS = `
neighbour neighbor; neighbourhood neighborhood; colour color; labour labor; honour honor; favour favor; harbour harbor;
behaviour behavior; rumour rumor; humour humor; armour armor; defence defense; offence offense; licence license;
centre center; theatre theater; metre meter; kilometre kilometer; litre liter; fibre fiber; programme program;
organise organize; recognise recognize; criticise criticize; stabilise stabilize; destabilise destabilize;
mobilise mobilize; apologise apologize; emphasise emphasize; realise realize; analyse analyze; catalogue catalog;
dialogue dialog; cheque check; tyre tire; grey gray; aluminium aluminum; aeroplane airplane; travelled traveled;
cancelled canceled; organisation organization; civilisation civilization; mobilisation mobilization`

const ENDINGS = ['', 's', 'd', 'ed', 'ing'] as const

/** @returns every form of a spelling with its American form, such as "neighbouring" with "neighboring" */
const inflected = ([british = '', american = '']: readonly string[]): (readonly [string, string])[] =>
  ENDINGS.map((ending) => [attach(british, ending), attach(american, ending)])

const attach = (word: string, ending: string): string =>
  ending === 'ing' && word.endsWith('e') ? word.slice(0, -1) + ending : word + ending

/** From an irregular form to the word it is a form of ("began" → "begin"), and from one spelling to the other. */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map([
  ...FORMS.split(';').flatMap((line) => {
    const [word = '', ...forms] = line.trim().split(/\s+/)
    return forms.map((form) => [form, word] as const)
  }),
  ...SPELLINGS.split(';').flatMap((pair) => inflected(pair.trim().split(/\s+/))),
])

import { isKnownPlace } from './known-places.js'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words that end, or open, the name of an organisation. */
export const BODY_HEADS = list(`
University College School Institute Institution Academy Company Corporation Corp Inc Ltd Limited Co LLC PLC Group Holdings Party Organization
Organisation Association Committee Council Union League Club Church Bank Ministry Department Agency Commission Government Office Bureau
Service Services Congress Parliament Senate Assembly Court Society Foundation Federation Confederation Coalition Alliance Front Movement Authority Board
Trust Centre Center Panel Administration Army Navy Corps Force Forces Guard Brigade Regiment Division Legion Police Museum Library Gallery Orchestra Theatre Theater
Times Post Gazette Herald Tribune Courier Chronicle Sentinel Bulletin Dispatch Inquirer Examiner Beacon Journal Telegraph Guardian Observer Magazine Press News Broadcasting Network Radio Television Records Studios
Pictures Industries Motors Airlines Airways Railway Railways Railroad Systems Technologies Laboratories Partners Brothers Bros Hospital Clinic
Team Branch Capital Cabinet Conference Convention Secretariat Directorate Chamber Tribunal Fund Exchange Partnership Consortium Syndicate Guild Fellowship
Order Congregation Diocese Patriarchate Institutes Universities Colleges Schools Associates Enterprises International Motor Electric Communications Entertainment Media Publishing
Quartet Band Laboratory Observatory Legislature Plenum Presidium Associations Ministries Departments Democrats Republicans Socialists Communists Caucus Commons Lords Politburo Soviet Comintern Company`)

/** Words that end, or open, the name of a place. */
export const PLACE_HEADS = list(`
River City Island Islands Mountain Mountains Lake Lakes Sea Ocean Street Avenue Road Boulevard Bridge County State States Province Region
Republic Kingdom Empire Valley Bay Coast Desert Town Village District Park Square Airport Port Harbour Harbor Hill Hills Peninsula Plateau Basin
Plain Plains Strait Straits Channel Canal Gulf Cape Heights Forest Falls Creek Beach Garden Gardens Palace Castle Cathedral Abbey Basilica Mosque Temple
Tower Hall Building Stadium Arena Station Terminal Territory Territories Colony Borough Parish Quarter Caliphate Sultanate Emirate Emirates
Duchy Principality Commonwealth Archipelago Range Ridge Canyon Glacier Volcano Reef Delta Estuary Highway Interstate Freeway Tunnel
Belt Fold Formation Memorial Cemetery Zoo Campus Plaza Market Mall Village Rock Point Reservoir Dam Prefecture Oblast Rajasthan Confederacy Isles Isle Cordillera Crater Sound`)

/** Words that open the name of a place. */
export const PLACE_OPENERS = list(
  'Lake Mount Mt. Mt Cape Fort Ft. Port Isle St. San Santa Los Las El Rio Sierra Gulf Bay Strait Villa',
)

/** Words that end the name of a time, a work, a law or a happening. */
export const OTHER_HEADS = list(`
War Wars Battle Revolution Rebellion Uprising Crisis Treaty Agreement Accord Accords Pact Act Acts Bill Law Amendment Constitution Declaration
Convention Protocol Charter Plan Programme Program Project Report Reports Age Ages Era Period Dynasty Renaissance Reformation Enlightenment Movement Massacre Siege
Campaign Operation Offensive Expedition Crusade Crusades Conference Summit Olympics Games Cup Bowl Championship Championships Prize Award Awards Medal Day Week Festival
Bible Gospel Quran Book Manifesto Theory Theorem Law Index Census Survey Depression Famine Plague Fire Flood Earthquake Hurricane Storm
Edition Windows Language Languages Dispute Scandal Affair Doctrine Principle Test Dictionary Encyclopedia Encyclopaedia Review Series Album Song Show Ages Trade Purchase Compromise Effect Directive`)

/** Words after which "of" goes on with the name: "Bank of England", "Gulf of Mexico", "Declaration of Independence". */
export const OF_HEADS = new Set([
  ...BODY_HEADS,
  ...PLACE_HEADS,
  ...OTHER_HEADS,
  ...list(
    'Church Articles Statue House Bill Duke Duchess Earl Archbishop Bishop Patriarch Museum Faculty Daughters Sons Knights Friends',
  ),
])

/** Words after which "for" or "on" goes on with the name: "Council on Foreign Relations". */
export const FOR_HEADS = list(
  'Department Ministry Office Bureau Board Committee Commission Council Academy Institute Center Centre Centers Centres School College Organization Organisation Society Association Conference Foundation Fund Campaign Coalition Alliance Movement Agency Union League Panel Convention Partnership Trust Front Court Group Network Initiative Programme Program Project',
)

/** Bodies whose field may be two: "Department of Health and Human Services". */
export const TWOFOLD_HEADS = list(
  'Department Ministry Office Bureau Secretary Minister Board Committee Commission Council Academy Institute Institutes Center Centre Centers Centres School College Organization Organisation Society Association Conference Institution',
)

/** Bodies that news and encyclopedias name without explaining them. */
const KNOWN_BODIES = list(`
NATO UN EU BBC CNN CBS NBC ABC PBS NPR FBI CIA NSA NASA NOAA FIFA UEFA OPEC OAPEC UNESCO UNICEF WHO IMF WTO OECD OSCE ASEAN CSTO CIS KGB FSB NKVD IBM AMD BMW ACLU NAACP
NHL NBA NFL MLB NCAA IOC FDA EPA IRS SEC FCC FEMA MIT UCLA USC NYU LSE AFP AP TASS RIA DPA ITV ESPN HBO MTV PLO IRA ISIS ISIL UNHCR IAEA IPCC NYPD LAPD GOP TSA DHS NIH
CDC USAF RAF IEEE ISO IETF ITU ANSI USDA HUD Kremlin Pentagon Reuters Xinhua Interfax Gazprom Microsoft Google Facebook Twitter Intel Toyota Honda
Nissan Volkswagen Interpol Europol Greenpeace Oxfam Hamas Hezbollah Taliban Congress Parliament Senate Politburo Comintern Duma Knesset Bundestag Wikipedia`)

/** Short forms of countries. */
const SHORT_PLACES = list('US U.S. USA U.S.A. UK U.K. USSR U.S.S.R. UAE DRC NYC GDR DPRK PRC')

/** @returns what a word by itself is well known as */
export function knownAs(word: string): 'organisation' | 'place' | undefined {
  if (KNOWN_BODIES.has(word)) return 'organisation'
  return SHORT_PLACES.has(word) ? 'place' : undefined
}

/** @returns whether a word says what kind of thing the name is that it ends */
export const isHead = (word: string): boolean =>
  BODY_HEADS.has(word) || PLACE_HEADS.has(word) || OTHER_HEADS.has(word)

/** @returns the word that says what a name is of: the one before "of", unless another ends it; no number */
export function headOf(words: readonly string[]): string {
  const last = words.findLast((word) => !/^\d/.test(word)) ?? ''
  const link = words.findIndex((word) => /^(?:of|for|on)$/.test(word))
  const field = words.slice(link + 1).join(' ')
  // University of Chicago Press, but House of Representatives and Constitution of the United States
  const own = link > 0 && !(isHead(last) && field.includes(' ') && !isKnownPlace(field))
  return own ? (words[link - 1] ?? '') : last
}

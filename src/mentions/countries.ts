/** What one country is called, who lives there, and where it is governed from: any of the words may stand for it in the news. */
export interface Country {
  readonly names: readonly string[]
  /** The adjective and its people: "kazakh", "kazakhs". */
  readonly people: readonly string[]
  readonly capitals: readonly string[]
}

/** A country each: its names, its people, its capitals. */
const LINES = `
afghanistan: afghan afghans: kabul; albania: albanian: tirana; algeria: algerian: algiers;
argentina: argentine argentinian; armenia: armenian: yerevan; australia: australian: canberra;
austria: austrian: vienna; azerbaijan: azerbaijani azeri: baku; bangladesh: bangladeshi: dhaka;
belarus: belarusian: minsk; belgium: belgian: brussels; bolivia: bolivian; bosnia: bosnian: sarajevo;
brazil: brazilian: brasilia; britain uk england: british english: london; bulgaria: bulgarian: sofia;
cambodia: cambodian; canada: canadian: ottawa; chile: chilean: santiago; china: chinese: beijing;
colombia: colombian: bogota; croatia: croatian: zagreb; cuba: cuban: havana; cyprus: cypriot: nicosia;
czechia: czech: prague; denmark: danish dane: copenhagen; ecuador: ecuadorian: quito; egypt: egyptian: cairo;
estonia: estonian: tallinn; ethiopia: ethiopian; finland: finnish finn: helsinki; france: french: paris;
georgia: georgian: tbilisi; germany: german: berlin; ghana: ghanaian: accra; greece: greek: athens;
hungary: hungarian: budapest; iceland: icelandic: reykjavik; india: indian: delhi; indonesia: indonesian: jakarta;
iran: iranian persian: tehran; iraq: iraqi: baghdad; ireland: irish: dublin; israel: israeli: jerusalem;
italy: italian: rome; jamaica: jamaican; japan: japanese: tokyo; jordan: jordanian: amman;
kazakhstan: kazakh kazakhs kazakhstani: astana; kenya: kenyan: nairobi; korea: korean: seoul pyongyang;
kosovo: : pristina; kuwait: kuwaiti; kyrgyzstan: kyrgyz: bishkek; laos: laotian; latvia: latvian: riga;
lebanon: lebanese: beirut; libya: libyan: tripoli; lithuania: lithuanian: vilnius; malaysia: malaysian;
mali: malian; mexico: mexican; moldova: moldovan; mongolia: mongolian; morocco: moroccan: rabat;
myanmar burma: burmese; nepal: nepali: kathmandu; netherlands holland: dutch: amsterdam hague;
nigeria: nigerian: abuja; norway: norwegian: oslo; pakistan: pakistani: islamabad; palestine: palestinian;
panama: panamanian; peru: peruvian: lima; philippines: philippine filipino: manila; poland: polish: warsaw;
portugal: portuguese: lisbon; qatar: qatari: doha; romania: romanian: bucharest;
russia: russian russians: moscow kremlin; rwanda: rwandan; scotland: scottish: edinburgh;
serbia: serbian: belgrade; singapore: singaporean; slovakia: slovak: bratislava; slovenia: slovenian;
somalia: somali: mogadishu; spain: spanish: madrid; sudan: sudanese: khartoum; sweden: swedish: stockholm;
switzerland: swiss: bern; syria: syrian: damascus; taiwan: taiwanese: taipei; tajikistan: tajik: dushanbe;
tanzania: tanzanian; thailand: thai: bangkok; tunisia: tunisian: tunis; turkey: turkish: ankara;
turkmenistan: turkmen; uganda: ugandan; ukraine: ukrainian: kyiv kiev;
usa america: american americans: washington; uzbekistan: uzbek: tashkent; venezuela: venezuelan: caracas;
vietnam: vietnamese: hanoi; wales: welsh: cardiff; yemen: yemeni; zimbabwe: zimbabwean: harare; europe: european;
africa: african; asia: asian`

const words = (list = ''): readonly string[] => list.split(' ').filter((word) => word !== '')

/** Countries and continents, in small letters. */
export const COUNTRY_LIST: readonly Country[] = LINES.split(';').map((line) => {
  const [names, people, capitals] = line.trim().split(/:\s*/)
  return { names: words(names), people: words(people), capitals: words(capitals) }
})

const wordsOf = ({ names, people, capitals }: Country): readonly string[] => [
  ...names,
  ...people,
  ...capitals,
]

const firstName = ({ names }: Country): string => names[0] ?? ''

/** From each word to the country it may stand for: "beijing" → "china", "russian" → "russia". */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(
  COUNTRY_LIST.flatMap((country) => wordsOf(country).map((word) => [word, firstName(country)] as const)),
)

/** From a country's first word to all its words. */
export const COUNTRY_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  COUNTRY_LIST.map((country) => [firstName(country), wordsOf(country)] as const),
)

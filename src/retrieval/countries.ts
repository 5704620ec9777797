/** Countries with their demonyms and capitals, each line one country: any of its words may stand for it in the news. */
const LINES = `
afghanistan afghan afghans kabul; albania albanian tirana; algeria algerian algiers; argentina argentine argentinian; armenia armenian yerevan;
australia australian canberra; austria austrian vienna; azerbaijan azerbaijani azeri baku; bangladesh bangladeshi dhaka; belarus belarusian minsk;
belgium belgian brussels; bolivia bolivian; bosnia bosnian sarajevo; brazil brazilian brasilia; britain british uk england english london; bulgaria bulgarian sofia;
cambodia cambodian; canada canadian ottawa; chile chilean santiago; china chinese beijing; colombia colombian bogota; croatia croatian zagreb; cuba cuban havana;
cyprus cypriot nicosia; czechia czech prague; denmark danish dane copenhagen; ecuador ecuadorian quito; egypt egyptian cairo; estonia estonian tallinn;
ethiopia ethiopian; finland finnish finn helsinki; france french paris; georgia georgian tbilisi; germany german berlin; ghana ghanaian accra; greece greek athens;
hungary hungarian budapest; iceland icelandic reykjavik; india indian delhi; indonesia indonesian jakarta; iran iranian persian tehran; iraq iraqi baghdad;
ireland irish dublin; israel israeli jerusalem; italy italian rome; jamaica jamaican; japan japanese tokyo; jordan jordanian amman; kazakhstan kazakh kazakhs kazakhstani astana;
kenya kenyan nairobi; korea korean seoul pyongyang; kosovo pristina; kuwait kuwaiti; kyrgyzstan kyrgyz bishkek; laos laotian; latvia latvian riga; lebanon lebanese beirut;
libya libyan tripoli; lithuania lithuanian vilnius; malaysia malaysian; mali malian; mexico mexican; moldova moldovan; mongolia mongolian; morocco moroccan rabat;
myanmar burma burmese; nepal nepali kathmandu; netherlands dutch holland amsterdam hague; nigeria nigerian abuja; norway norwegian oslo; pakistan pakistani islamabad;
palestine palestinian; panama panamanian; peru peruvian lima; philippines philippine filipino manila; poland polish warsaw; portugal portuguese lisbon; qatar qatari doha;
romania romanian bucharest; russia russian russians moscow kremlin; rwanda rwandan; scotland scottish edinburgh; serbia serbian belgrade; singapore singaporean; slovakia slovak bratislava;
slovenia slovenian; somalia somali mogadishu; spain spanish madrid; sudan sudanese khartoum; sweden swedish stockholm; switzerland swiss bern; syria syrian damascus;
taiwan taiwanese taipei; tajikistan tajik dushanbe; tanzania tanzanian; thailand thai bangkok; tunisia tunisian tunis; turkey turkish ankara; turkmenistan turkmen;
uganda ugandan; ukraine ukrainian kyiv kiev; usa american americans washington america; uzbekistan uzbek tashkent; venezuela venezuelan caracas; vietnam vietnamese hanoi; wales welsh cardiff;
yemen yemeni; zimbabwe zimbabwean harare; europe european; africa african; asia asian`

const COUNTRY_LINES: readonly (readonly string[])[] = LINES.split(';').map((line) => line.trim().split(/\s+/))

/** From each word to the country it may stand for: "beijing" → "china", "russian" → "russia". */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(
  COUNTRY_LINES.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)),
)

/** From a country's first word to all its words. */
export const COUNTRY_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  COUNTRY_LINES.map((words) => [words[0] ?? '', words] as const),
)

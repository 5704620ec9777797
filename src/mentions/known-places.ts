import { COUNTRY_LIST } from './countries.js'

/** Places beside `COUNTRY_LIST`, as they are written. */
const MORE = `
United States; United States of America; United Kingdom; Great Britain; Soviet Union; Russian Federation; Saudi Arabia; South Africa; South Korea; North Korea;
New Zealand; Sri Lanka; Czech Republic; Dominican Republic; Costa Rica; El Salvador; Ivory Coast; Hong Kong; Macau; Guatemala; Honduras; Nicaragua;
Haiti; Puerto Rico; Guyana; Suriname; Paraguay; Uruguay; Bahamas; Barbados; Trinidad and Tobago; Bosnia and Herzegovina; Herzegovina; Montenegro; Macedonia;
North Macedonia; Yugoslavia; Czechoslovakia; Luxembourg; Monaco; Liechtenstein; Malta; Andorra; Vatican City; Vatican; Oman; Bahrain; United Arab Emirates; Abu Dhabi; Dubai;
Maldives; Bhutan; Brunei; East Timor; Papua New Guinea; Fiji; Samoa; Tonga; Angola; Benin; Botswana; Burkina Faso; Burundi; Cameroon; Chad; Congo; Eritrea;
Gabon; Gambia; Guinea; Lesotho; Liberia; Madagascar; Malawi; Mauritania; Mauritius; Mozambique; Namibia; Niger; Senegal; Sierra Leone; Togo; Zambia; Swaziland; Djibouti;
Palestine; Gaza; West Bank; Tibet; Xinjiang; Crimea; Donbas; Chechnya; Dagestan; Kashmir; Siberia; Manchuria; Mesopotamia; Anatolia; Asia Minor; Scandinavia; Balkans;
Dalmatia; Croatia; Bavaria; Saxony; Prussia; Flanders; Normandy; Brittany; Sicily; Sardinia; Corsica; Crete; Catalonia; Andalusia; Galicia; Castile; Lombardy; Tuscany; Transylvania;
Middle East; Near East; Far East; Central Asia; East Asia; South Asia; Southeast Asia; South-East Asia; Eastern Europe; Western Europe; Central Europe; Northern Europe; Southern Europe; Latin America; South America;
North America; Central America; North Africa; West Africa; East Africa; Sub-Saharan Africa; Northern Ireland; Southern California; Northern California; New England; Oceania; Antarctica; Arctic; Eurasia; Americas; Caribbean; Mediterranean; Persian Gulf;
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine;
Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico; New York; North Carolina; North Dakota;
Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; West Virginia; Wisconsin; Wyoming;
Ontario; Quebec; British Columbia; Alberta; Manitoba; Saskatchewan; Nova Scotia; New Brunswick; Newfoundland; Queensland; New South Wales; Tasmania; Western Australia; South Australia;
Washington, D.C.; New York City; Los Angeles; Chicago; Houston; Phoenix; Philadelphia; San Antonio; San Diego; Dallas; San Jose; San Francisco; Austin; Jacksonville; Columbus; Seattle; Denver; Boston;
Detroit; Nashville; Memphis; Portland; Las Vegas; Baltimore; Milwaukee; Atlanta; Miami; Minneapolis; Cleveland; New Orleans; Tampa; Pittsburgh; Cincinnati; St. Louis; Salt Lake City; Buffalo; Hartford; New Haven;
Manhattan; Brooklyn; Queens; Bronx; Staten Island; Long Island; Harlem; Hollywood; Toronto; Montreal; Vancouver; Calgary; Melbourne; Sydney; Brisbane; Perth; Adelaide; Auckland; Wellington;
Birmingham; Manchester; Liverpool; Leeds; Glasgow; Belfast; Oxford; Cambridge; Bristol; York; Newcastle; Sheffield; Nottingham; Southampton; Brighton; Munich; Hamburg; Frankfurt; Cologne; Leipzig; Dresden;
Milan; Naples; Turin; Venice; Florence; Genoa; Barcelona; Valencia; Seville; Marseille; Lyon; Strasbourg; Geneva; Zurich; Rotterdam; Utrecht; Antwerp; Ghent; Bruges; Istanbul; Izmir; Constantinople; Saint Petersburg; St. Petersburg; Leningrad;
Stalingrad; Odessa; Kharkiv; Lviv; Minsk; Gdańsk; Kraków; Split; Dubrovnik; Almaty; Nur-Sultan; Shanghai; Guangzhou; Shenzhen; Wuhan; Nanjing; Osaka; Kyoto; Hiroshima; Nagasaki; Mumbai; Bombay; Calcutta; Kolkata; Chennai; Bangalore;
Hyderabad; Karachi; Lahore; Delhi; New Delhi; Mecca; Medina; Jeddah; Riyadh; Dubai; Doha; Aleppo; Mosul; Basra; Homs; Alexandria; Lagos; Johannesburg; Cape Town; Casablanca; São Paulo; Rio de Janeiro; Buenos Aires; Mexico City; Santiago;
Lima; Jerusalem; Tel Aviv; Bethlehem; Carthage; Sparta; Troy; Babylon; Byzantium; Persia; Ottoman Empire; Roman Empire; Byzantine Empire; British Empire; Russian Empire; Alps; Andes; Himalayas; Pyrenees; Rockies; Urals; Caucasus; Sahara; Danube; Rhine; Nile; Volga; Thames;
Pacific; Atlantic; Pacific Ocean; Atlantic Ocean; Indian Ocean; Arctic Ocean; Black Sea; Baltic; Baltic Sea; Red Sea; Caspian Sea; North Sea; Sinai; Suez; Suez Canal; Panama Canal; Bosphorus; Europe; Asia; Africa; Washington D.C.; D.C.`

/** Country names that are also usual words, first names or something else. */
const NOT_SURE = new Set(['hague', 'kremlin', 'uk', 'usa', 'turkey'])

const PLACES: ReadonlySet<string> = new Set([
  ...COUNTRY_LIST.flatMap(({ names, capitals }) => [...names, ...capitals]).filter(
    (name) => !NOT_SURE.has(name),
  ),
  ...MORE.split(';').map((name) => name.trim().toLowerCase()),
  'turkey',
])

/** @returns whether a name, with or without "the", is a well-known place's */
export const isKnownPlace = (name: string): boolean => PLACES.has(name.toLowerCase().replace(/^the /, ''))

/** Peoples, faiths, tongues and schools: with a capital, yet the name of nobody and no place. */
const PEOPLES = new Set([
  ...COUNTRY_LIST.flatMap(({ people }) => people),
  ...`western eastern northern southern central north south east west northeast northwest southeast southwest european asian african arab arabic arabian persian kurdish kurd jew jewish
  christian muslim islamic catholic protestant orthodox anglican lutheran methodist baptist presbyterian calvinist puritan quaker mormon buddhist hindu sikh jain shia sunni shiite hebrew
  latin roman greek byzantine ottoman soviet nazi fascist communist marxist leninist maoist stalinist trotskyist socialist bolshevik democrat republican tory whig liberal conservative
  serb croat bosniak slovene montenegrin macedonian slav slavic germanic celtic gaelic norse viking saxon anglo-saxon norman frank gothic tatar cossack uyghur tibetan manchu mongol mandarin cantonese hispanic latino latina
  caucasian white black indigenous aboriginal native catalan basque flemish walloon breton sicilian venetian florentine neapolitan genoese bavarian prussian austro-hungarian yugoslav czechoslovak
  scot scots scotsman englishman frenchman irishman dutchman spaniard swede pole turk briton brit aussie kiwi new-yorker texan californian virginian
  sanskrit urdu bengali punjabi gujarati tamil telugu marathi hindi swahili yiddish esperanto slavonic romance
  victorian georgian edwardian elizabethan medieval renaissance baroque enlightenment romantic modern postmodern keynesian freudian hegelian kantian aristotelian platonic newtonian darwinian cartesian euclidean boolean gaussian
  semitic aryan inca incan maya mayan aztec olmec moche quechua aymara navajo cherokee iroquois sioux apache mohawk algonquian huron pequot mohegan zulu xhosa yoruba igbo hausa bantu berber moor moorish bedouin
  atheist deist jesuit benedictine franciscan dominican carthaginian phoenician assyrian babylonian sumerian hittite hellenistic hellenic athenian spartan trojan etruscan thracian dacian illyrian
  croatian serbian slovak slovenian dane finn afghani icelander greenlander new-zealander filipino filipina hawaiian alaskan samoan tongan maori guatemalan honduran nicaraguan salvadoran costa-rican dominican haitian
  rican guyanese surinamese paraguayan uruguayan chilean bahraini emirati omani saudi maldivian bhutanese burmese timorese papuan fijian angolan beninese congolese eritrean gabonese gambian guinean ivorian liberian malagasy
  mauritian mozambican namibian senegalese zambian luxembourgish maltese cypriot australasian eurasian scandinavian balkan nordic baltic iberian anatolian
  british-american afro-american african-american asian-american native-american anglo-american anglo-irish franco-prussian jihadist islamist zionist feminist capitalist`
    .trim()
    .split(/\s+/),
])

const PLURAL = /(?:ese|ish|ch|ss)$/u

/** @returns whether a word names a people, a faith or a tongue, not a person, body or place: "Kazakh", "Serbs", "Arab–Israeli" */
export function isPeople(word: string): boolean {
  const small = word.toLowerCase()
  if (PEOPLES.has(small)) return true
  if (small.endsWith('s') && !PLURAL.test(small) && PEOPLES.has(small.slice(0, -1))) return true
  const parts = small.split(/[-–‑]/u)
  return (
    parts.length > 1 &&
    parts.some(isPeople) &&
    parts.every(
      (part) =>
        isPeople(part) ||
        /(?:o|led|backed|born|speaking|controlled|held|non|pan|anti|pro|style|occupied|based|ruled)$/u.test(
          part,
        ),
    )
  )
}

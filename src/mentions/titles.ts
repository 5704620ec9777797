const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What stands before a person's name and is no part of it. */
export const TITLES = list(`
President Minister Premier Chancellor Secretary Governor Mayor Senator Congressman Congresswoman Representative Deputy Speaker
Ambassador Envoy Commissioner Councillor Delegate Attorney Solicitor General Colonel Major Captain Lieutenant Sergeant Admiral Commodore
Marshal Brigadier Commander Corporal Private Officer Inspector Detective Sheriff Constable Judge Justice Professor Prof. Doctor Dr. Dr Mr. Mr
Mrs. Mrs Ms. Ms Miss Mister Madame Sir Dame Rev. Reverend Father Bishop Archbishop Cardinal Rabbi Imam Pastor Sheikh Ayatollah Gen. Col. Lt.
Capt. Sgt. Maj. Sen. Rep. Gov. Hon. Director Chairman Chairwoman Chairperson Chair CEO Chief Executive Founder Editor Author Historian
Economist Philosopher Scientist Professor Coach Comrade Archdeacon Provost Viceroy Comptroller Treasurer Spokesman Spokeswoman
Spokesperson King Queen Prince Princess Emperor Empress Tsar Czar Sultan Pope Duke Duchess Count Countess Baron Lord Lady Viscount
Caliph Shah Khan Saint Patriarch Catholicos`)

/** Titles a bare first name cannot do without: "King Abdullah", "Pope Francis". They stay in the name. */
export const REGNAL = list(`
King Queen Prince Princess Emperor Empress Tsar Czar Sultan Pope Duke Duchess Count Countess Baron Lord Lady Viscount Caliph Shah Saint
Sir Dame Father Bishop Archbishop Cardinal Sheikh Ayatollah Imam`)

/** What stands before a title: "Chinese *Foreign* Minister". */
export const TITLE_MODIFIERS = list(`
Prime Foreign Vice Deputy Acting Interim Former First Second Chief Senior Supreme Attorney Lieutenant Major Brigadier Rear Defense Defence Interior
Finance Home Health Education Energy Justice Labour Labor Trade Environment Culture Party House Senate Majority Minority Opposition State
Federal Assistant Associate Executive Managing General Lord Grand Crown Permanent Shadow Cabinet Press Special Emeritus Honorary Late Then Ex
Democratic Republican Conservative Liberal Government National City County Police Army Navy Queen's King's District Court Circuit`)

/** What a title may be "of" without naming anybody: "Secretary of State Henry Kissinger". */
export const OFFICES = list(
  'State Defense Defence War Foreign Interior Treasury Exchequer Commerce Labor Labour Agriculture Energy Education Health Justice Finance Transportation Transport Navy Army Staff Police Culture Trade Science Affairs Security',
)

/** What people do, in small letters: "the *economist* Paul Krugman". */
export const OCCUPATION =
  /^(?:\p{Ll}{4,}ist|president|premier|chancellor|mayor|senator|congress(?:man|woman)|(?:spokes|chair|business|states|police|clergy|fisher|frontier)?(?:man|men|woman|women|person|people)|governor|minister|secretary|king|queen|emperor|pope|bishop|saint|prince|princess|sultan|leader|founder|director|chief|head|general|colonel|captain|admiral|commander|officer|soldier|professor|scholar|historian|economist|philosopher|scientist|physicist|chemist|biologist|mathematician|sociologist|psychologist|anthropologist|linguist|theologian|geographer|geologist|archaeologist|astronomer|engineer|architect|artist|painter|sculptor|singer|musician|saxophonist|composer|rapper|producer|actor|actress|writer|author|poet|novelist|playwright|journalist|reporter|columnist|editor|publisher|critic|activist|feminist|lawyer|attorney|judge|justice|politician|diplomat|ambassador|analyst|expert|researcher|student|teacher|doctor|surgeon|physician|nurse|explorer|navigator|merchant|banker|investor|inventor|entrepreneur|billionaire|businessman|magnate|owner|coach|player|striker|pitcher|goalkeeper|athlete|champion|wife|husband|son|daughter|brother|sister|father|mother|friend|colleague|counterpart|successor|predecessor|nephew|cousin|uncle|monk|priest|rabbi|imam|missionary|prophet|nobleman|lord|duke|earl|count|baron|knight|rebel|revolutionary|dictator|ruler|monarch|representative|commissioner|official|member|candidate|nominee|laureate|adviser|advisor|aide|consultant|blogger|programmer|developer|designer|photographer|filmmaker|comedian|presenter|host|broadcaster|winner|alumnus|graduate|fellow|farmer|worker|resident|survivor|witness|victim|refugee|(?:inn|shop|book|goal|zoo|bee|lighthouse)?keeper|author|inspector|detective|sergeant|lieutenant|constable|marshal|ranger|guard|pilot|skipper|sailor|driver|mechanic|technician|electrician|paramedic|firefighter|midwife|veterinarian|pharmacist|trader|dealer|vendor|seller|grower|breeder|herder|shepherd|baker|butcher|cook|chef|carpenter|miner|docker|clerk|pensioner|veteran|widow|widower|grand(?:mother|father|son|daughter)|aunt|neighbou?r|tenant|landlord|landlady|passenger|volunteer|pupil|headteacher|headmaster|headmistress|principal|rector|dean|warden|mediator|negotiator|prosecutor|investigator|envoy|delegate|deputy|councill?or|counsell?or|solicitor|barrister|magistrate|arbiter|referee|trainer|manager|agent|administrator|coordinator|organi[sz]er|campaigner|superintendent|treasurer|accountant|auditor|broker|hydrologist|scientist|specialist|physiologist|curator|conservator|librarian|conductor|villager|islander|spokesperson)s?$/u
